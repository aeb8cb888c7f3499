# What was announced.

gatherings = Gatherings
none_announced = Nothing has been announced yet.
is_open = registration is open
by_invitation = by invitation
next = Next gatherings
all_gatherings = All gatherings
take_part = Register
open_until = Registration is open until { $at }.
opens_on = Registration opens on { $at }.

# The secretariat's list, and its card.

new_gathering = New gathering
search_gatherings = Title or venue, in any script
column_title = Gathering
column_begins = Begins
column_venue = Venue
column_state = State
nothing_found = No gathering matches
nothing_found_hint = Write the beginning of a word, or choose another state.
none_entered = No gathering is entered yet
none_entered_hint = Enter the first one. It stays a draft until you announce it.
this_week = This week
none_this_week = Nothing is planned for the next seven days.
state_draft = Draft
state_announced = Announced
state_open = Registration open
state_closed = Registration closed
state_in_session = In session
state_adjourned = Adjourned
state_held = Over
state_postponed = Postponed
state_cancelled = Cancelled

# How a coordination meeting is called by its number. $n: a number; $meeting, $edition: the two parts.
coordination_meeting = { $n ->
    [1] The first coordination meeting
    [2] The second coordination meeting
    [3] The third coordination meeting
    [4] The fourth coordination meeting
    [5] The fifth coordination meeting
    [6] The sixth coordination meeting
    [7] The seventh coordination meeting
    [8] The eighth coordination meeting
    [9] The ninth coordination meeting
    [10] The tenth coordination meeting
    [11] The eleventh coordination meeting
    [12] The twelfth coordination meeting
    [13] The thirteenth coordination meeting
    [14] The fourteenth coordination meeting
    [15] The fifteenth coordination meeting
    [16] The sixteenth coordination meeting
    [17] The seventeenth coordination meeting
    [18] The eighteenth coordination meeting
    [19] The nineteenth coordination meeting
    [20] The twentieth coordination meeting
   *[other] Coordination meeting { $n }
}
coordination_edition = { $n ->
    [1] the first edition
    [2] the second edition
    [3] the third edition
    [4] the fourth edition
    [5] the fifth edition
    [6] the sixth edition
    [7] the seventh edition
    [8] the eighth edition
    [9] the ninth edition
    [10] the tenth edition
    [11] the eleventh edition
    [12] the twelfth edition
    [13] the thirteenth edition
    [14] the fourteenth edition
    [15] the fifteenth edition
    [16] the sixteenth edition
    [17] the seventeenth edition
    [18] the eighteenth edition
    [19] the nineteenth edition
    [20] the twentieth edition
   *[other] edition { $n }
}
coordination_title = { $meeting } of { $edition }

# How a meeting is called that a decision calls. $body: whose it is.
meeting_of = Meeting: { $body }

# Where it is held, if that is no venue, or not that alone. $venue: its name.
online = Online
and_online = { $venue }, and online

# A gathering of an edition. $number: of the edition; $series: what it is called.
edition_of = Edition { $number }: { $series }
