# Actions and commitments: the board, one of them, and the page of its owner.

board = Actions and commitments
actions = Actions and commitments
of_gathering = Actions of the meeting
minutes_of = Minutes of the meeting
kind_action = Action
kind_commitment = Commitment
is_action = An action: what it was agreed that somebody will do
is_commitment = A commitment: what somebody took on by themselves
to_do = To be done
owner = Owner
organization = Organization
due = Due by
whenever = Whenever
state = State
late = Late
gathering = Gathering
edition = Edition
edition_of = No. { $number }, { $series }
nameless = Name not on record
no_owner = Nobody yet
choose = Please choose
state_open = Open
state_accepted = Accepted
state_in_progress = In progress
state_done = Done
state_dropped = Dropped

# The board.
who_owes = What each organization owes
owed = Owed
late_of = Late
owed_still = Not late
late_count = { $count ->
    [one] one late
   *[other] { $count } late
}
show = Show
none_so = There is nothing of this kind.
none_yet = Nothing is owed
none_yet_text = What somebody is to do, or promised to do, stands here from one meeting to the next.
none_of_gathering = Nobody was asked to do anything.
card_late = Late actions
none_late = Nothing is late.
to_board = What each owes

# Recording.
record = Record an action
what = What it is
text_in = What is to be done ({ $language })
text_hint = One language is enough; the others can stay empty.
owner_hint = Who is told by mail, and says how far it is. Of an organization, its focal points.
due_hint = A year, a month or a day, such as “1410”, “1410-02” or “1410-02-15”; empty for whenever.
due_hint_in = A year, a month or a day ({ $calendar }); empty to leave it as it is.
calendar = Calendar
calendar_gregorian = Gregorian
calendar_solar_hijri = Solar Hijri
calendar_islamic = Islamic
no_edition = No edition
edition_of_gathering = That of the gathering
quiet = Tell nobody now: it is older than its record here. The reminder before it is due still comes.
do_record = Record it

# One of them.
find_owner = Nobody is to do it yet
do_assign = Give it to them
do_accept = Accept it
how_far = How far along is it?
not_done_yet = Is it not done after all?
note = In your words
note_hint = Everybody who follows it reads this.
do_progress = Say so
is_done = Is it done?
outcome = What came of it
outcome_hint = May stay empty.
do_done = It is done
carry = Carry over
carry_text = The next meeting, or the next edition, looks at it again.
next_gathering = Gathering that looks at it next
next_edition = Edition
as_it_is = As it is
why_carried = Why (may stay empty)
do_carry = Carry over
drop = Drop
why_dropped = Why it will not be done
why_dropped_hint = Everybody who follows it reads this.
do_drop = Drop it
so_far = What became of it
step_open = Recorded
step_accepted = Accepted
step_in_progress = In progress
step_done = Done
step_dropped = Dropped
step_carried = Carried over
by_link = By the link in the mail
no_account = You came by the link in the mail; you need no account.
done_accept = Thank you. It is accepted.
done_progress = Thank you. It is noted.
done_done = Thank you. It is done.
done_assign = It has an owner, who is told by mail.
done_carry = It is carried over.
done_drop = It is dropped.
refused_over = That is not possible any more: it is done, or was dropped.
refused_no-owner = Nobody is its owner yet; find one first.
refused_owned = It has an owner already. For somebody else drop it and record another.
refused_said-enough = So much was said of it that no more is kept; please speak to the secretariat.
refused_other = That was not possible.
wrong_text = Please say in at least one language what is to be done.
wrong_due = Please write a year, a month or a day that exists.
wrong_carried = Please say what is to look at it next, or until when it is due.
history = What was said before
bring = Bring a table
