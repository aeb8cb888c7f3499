# The list of speakers of an item: who asked to speak, who speaks, who has spoken.

speakers = List of speakers
untitled = Gathering without a title
participant = A participant
no_agenda = Nothing is on the agenda yet.
to_agenda = Items and their order
take_minutes = Take the minutes
to_room = Show it in the room

# How a list stands.
state_open = Open
state_closed = Closed
state_none = Not opened
list_open = The list is open
list_closed = The list is closed
items = Items
waits = { $count ->
    [0] nobody waits
    [one] one waits
   *[other] { $count } wait
}
this_list = This list
not_opened = The list of this item is not opened yet.
open_list = Open the list
close_list = Close the list
close_follows = Closed, it takes nobody else but for a point of order or a right of reply. Those who wait still speak.
reopen = Open it again
closed_takes = The list is closed: it takes points of order and rights of reply alone.
limit = Each may speak
no_limit = without a limit
set_limit = Set it
limit_is = { $limit } each
long_min = { $count } min
long_s = { $count } s

# Who has the floor.
has_the_floor = Has the floor
speaks_now = Speaks now
nobody_speaks = Nobody speaks now.
since = since { $at }
of_limit = of { $limit }
over = over the limit
interrupted = Interrupted, and goes on then:
next_is = Next: { $name }
has_spoken = Has spoken
next = Next
and_more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
in_hand = In hand since { $at }
no_list = No list of speakers is open.

# Who waits.
waiting = Waiting
nobody_waits = Nobody waits.
nth = { NUMBER($nth) }×
up_of = Let { $name } speak earlier
down_of = Let { $name } speak later
grip = Drag to let them speak earlier or later
was_moved = was moved; in the order now:
give_floor = Give the floor
floor_of = Give the floor: { $name }
more_of = Move or take off
take_off = Take off
move = Move
reason = Reason, may be left out
before_of = Before whom { $name } is to speak
before_whom = before { $name }
as_last = as the last

# Who is put on it.
add_title = Somebody asks to speak
who = Who
choose = Choose one of those present
nobody_there = Whoever is present can be put on the list. Nobody is, as far as the door or the roll tells.
purpose = What for
purpose_statement = Statement
purpose_point_of_order = Point of order
purpose_right_of_reply = Right of reply
add = Put on the list

# Who has spoken.
spoken = Have spoken
from_until = { $since } to { $until }
write = Write it down
write_of = Write it down: { $name }

# What is in the way.
trouble_closed = This list is closed. It takes points of order and rights of reply alone.
trouble_full = There is no room on this list any more.
trouble_adjourned = The gathering has adjourned: nobody speaks any more.
trouble_not-waiting = They do not wait any more: somebody else gave them the floor or took them off.
trouble_not-speaking = They do not have the floor.
trouble_not-begun = Whoever waits has the floor from the beginning of the session on.
trouble_already-approved = These minutes are approved: nothing is added any more.
trouble_stale = Somebody else changed this list meanwhile. Look at it as it is now, then decide again.
trouble_other = This cannot be done now.
