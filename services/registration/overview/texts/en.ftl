# The overview of a gathering, its steps, its form and its history. $n: a number of people; $free, $seats: of places.

overview_of = Overview of a gathering
new_gathering = New gathering
edit_gathering = Change a gathering
change = Change
change_mode = propose another one
stands = This stands, and speaks against another mode:
all_the_same = Change the mode all the same
save = Save
save_new = Enter as a draft
leave = Leave it as it is
back = Back to all gatherings
public_page = Public page
next_steps = Next steps
facts = Facts
taken = taken
free = { $free } of { $seats } free
waiting = waiting
asking = to be approved
history = History
of_edition = Its gatherings
none_of_edition = No gathering belongs to it yet.
was_drafted = Entered as a draft
nothing = nothing
no_body = No body
no_edition = No edition
part_what = What it is
part_when = When and where
part_who = Who comes
the_venue = the venue
hint_body = Whose meeting it is. Its members make the quorum.
hint_edition = The edition of a series that it is part of: the conference itself, or what prepares it.
hint_slug = Such as river-basins-7/coordination-1. Leave it empty, and it is made of the series, the number and the kind, or of the English title. It leads to the public page and to the minutes, and cannot be changed once the gathering is announced.
edition_of = Edition { $number }: { $series }
hint_coordination = A meeting that prepares the edition. Without a title it is called by its number.
no_coordination = No coordination meeting
prepared_by = Prepared by
nth_coordination = { $n ->
    [0] The next coordination meeting
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
hint_theme_more = A line for each: its tag, a colon, the wording. For example fa-AF: …
hint_theme_authoritative = The tag of its language, such as en, fa or fa-AF. Leave it empty if none stands above the others.
hint_theme_announced_on = A Gregorian day, such as 2030-01-14.
each_place = Venues
hint_many = Of a public event only: nobody registers then. A line for each: its name; address; who holds it there; degrees north and east.
hint_time_zone = Of the venue, as IANA writes it, such as Asia/Tehran.
hint_coordinates = Degrees north and east, such as 35.70,51.40, as every map shows them. Leave it empty if it is not known.
hint_places = Leave a category empty if nobody comes as that. A category that is there already is closed with 0.
hint_window = Both may stay empty: then you open and close registration by hand. An announced gathering opens by itself when the window begins. You may register people after its end, too.
only_places = The gathering is in session. Only the numbers of places can be changed now.
over = The gathering is over, or was cancelled. It can no longer be changed.
material = If the times, the venue or the mode change:
new_date = The new date, if there is one by now. Leave both empty otherwise.

# The facts of a gathering.
field_gathering_kind = Kind
field_title = Title
field_venue = Venue
field_venue_address = Address
field_coordinates = On the map
field_mode = Mode
field_starts_at = Begins
field_ends_at = Ends
field_registration_from = Registration from
field_registration_until = Registration until
field_time_zone = Time zone
field_capacity = Places
field_coordination = Coordination meeting
field_prepares = Prepares
field_theme = Theme
field_theme_more = Theme in other languages and regions
field_theme_authoritative = Which wording counts
field_theme_announced_by = Theme announced by
field_theme_announced_on = Theme announced on
field_places = Held at many venues
field_body = Body
field_edition = Edition
field_slug = Web address
field_admission = Who is let in
field_state = State
field_reason = Reason
kind_conference = Conference
kind_meeting = Meeting
kind_public_event = Public event
mode_in_person = In person
mode_online = Online
mode_hybrid = In person and online
rule_open = First come, first served
rule_approval = Whom the secretariat approves
rule_invited = By invitation only
category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff
state_draft = Draft
state_announced = Announced
state_open = Registration open
state_closed = Registration closed
state_in_session = In session
state_adjourned = Adjourned
state_held = Over
state_postponed = Postponed
state_cancelled = Cancelled

# The steps, and what follows.
step_announce = Announce
step_open = Open registration
step_close = Close registration
step_convene = Go into session
step_adjourn = End the session
step_hold = Say that it is over
step_postpone = Postpone
step_cancel = Cancel the gathering
follows_announce = Everybody can see it from now on.
follows_open = From now on people can register.
window_opens = The window of registration begins on { $at }; until then nobody can register.
follows_close = Nobody can register any more. Places that become free still go to those who wait.
follows_convene = The session begins now, and its minutes are opened.
follows_adjourn = The session ends now, and its minutes are closed.
follows_hold = Nothing can be changed afterwards.
follows_postpone = With a new date all else stays as it is. Without one nobody can register until it is announced and opened again.
follows_cancel = Nobody can register or come in any more. This cannot be undone.
holders = { $n ->
    [0] Nobody holds a place.
    [one] One person holds a place.
   *[other] { $n } people hold a place.
}
told = { $n ->
    [0] Nobody is registered, so nobody is told.
    [one] One person will be told by mail.
   *[other] { $n } people will be told by mail.
}

# What is in the way.
moved_on = Somebody else changed this gathering meanwhile. Please look at how it is now, and choose again.
not_now = This cannot be done as the gathering is now.
say_why = Please give the reason in one language at least.
wrong_no_language = Please write this in one language at least.
wrong_coordination = Please choose a number that no other coordination meeting of the edition has, for a meeting of an edition.
wrong_slug = Please choose an address of small Latin letters, digits and hyphens that no other page has, with one slash at most.
wrong_theme_more = Please write a line for each: its tag (such as fa-AF), a colon, the wording.
wrong_authoritative = Please write the tag of a language that the theme has a wording in.
wrong_day = Please write a day, such as 2030-01-14.
wrong_places = Please write a line for each, for a public event: its name; address; who holds it there; degrees such as 35.70,51.40.
wrong_no_seats_there = At many venues nobody registers. Please leave this empty for all categories.
wrong_zone = Please write a time zone as IANA does, such as Asia/Tehran.
wrong_coordinates = Please write degrees north and east, such as 35.70,51.40.
wrong_order = It must end after it begins.
wrong_window_from = Registration must begin before the gathering ends.
wrong_window_until = Registration must end after it begins, and not after the gathering.
wrong_same = It is on this date already. Please choose another one.
wrong_seats = Please enter a number from 0 to 1,000,000.
wrong_no_seats = Please give places to one category at least.
wrong_required = This speaks against what stands. If somebody decided so, note that as a decision about a proposal; or confirm it below.
