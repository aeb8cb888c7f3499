# The door's tick list: read at arm's length.

door = Door
stop = Stop
is_inside = Inside
is_outside = Outside
is_expected = Expected
no_place = No place
name = Name
state = State
in_or_out = In or out
enter = In
leave = Out
search_name = Search by name
nameless = Name not known yet
type_more = There are more. Type the beginning of a name.
nobody_found = Nobody is called so. Type fewer letters, or ask the secretariat.
nobody_expected = Nobody holds a place yet.
count_inside = inside
count_expected = hold a place
refused_not-confirmed = No place is confirmed for this person. Call the secretariat.
refused_already-inside = This person is inside already.
refused_not-inside = This person is outside already.
refused_wrong-day = The gathering is on another day.
refused_scans-full = This person went through too often. Call the secretariat.
refused_unknown = This registration does not exist here. Call the secretariat.
your_door = Your door
to_door = To the door
