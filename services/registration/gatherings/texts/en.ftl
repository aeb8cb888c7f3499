# What was announced.

gatherings = Gatherings
none_announced = Nothing has been announced yet.
is_open = registration is open
next = Next gatherings
all_gatherings = All gatherings
take_part = Register

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
