# Editions of a series: its page, its line of time, the steps of an edition, and the card of Today.
# $number: of an edition; $when: a year, a month or a day; $years: how many.

edition = Edition { $number }
new_edition = New edition
plan_edition = Plan edition { $number }
change = Change
save = Save
leave = Leave it as it is
history = History
nothing = nothing
not_known = not known
facts = Facts
mandate = The mandate
next_steps = Next steps
what_became = What became of it
gatherings = Its gatherings
was_entered = Entered
all_series = All series
no_editions = No edition has been planned yet
no_editions_hint = Enter the earlier ones, too: the next one is counted from the last.
comes_next = Edition { $number } comes next, by the mandate for { $when }.
comes_next_unknown = Edition { $number } comes next. The mandate does not say when it is due.
why_nominal = The interval counts from the year in which an edition was due, whenever it was held.
why_actual = The interval counts from the year in which an edition was held.
counted_from = It was counted from { $when }.
proposed = What is proposed here follows from that.
line_of_time = Line of time
line_caption = When each edition was due, where it was moved to, and when it was held
decided = decided by { $by }
key_due = due
key_moved = moved
key_lapsed = lapsed
key_planned = planned
key_held = held

# What became of an edition.
became_planned = Due: { $when }
became_again = Planned again for { $when }
became_postponed = Postponed from { $when }
became_lapsed = Lapsed; it was planned for { $when }
became_held = Held: { $when }
became_corrected = Held after all: { $when }
state_planned = Planned
state_lapsed = Lapsed
state_postponed = Postponed
state_again = Planned again
state_held = Held
standing_due = Due now
standing_overdue = Overdue
standing_unplanned = Due, and not planned

# The steps, and what follows.
step_hold = It was held
step_plan = Plan more precisely
step_again = Plan again
step_postpone = Postpone
step_lapse = It lapsed
step_correct = Correct when it was held
follows_hold = The edition is over. When it was held can be corrected, with a reason. Once its conference is over this follows by itself.
follows_plan = Such as the month, and later the day. For quite another time it has to be postponed first.
follows_again = First for a year perhaps, and later for a day.
follows_postpone = Somebody decided that it is not held then. It has no time until it is planned again.
follows_lapse = Its time is over, it was not held, and nobody had decided anything. It can be planned again.
follows_correct = What is said last counts; what was said before stays on record.

# Fields.
field_number = Number
field_due = Due
field_planned_for = Planned for
field_held_in = Held in
field_objectives = Objectives
field_reason = Reason
field_decided_by = Decided by
field_decided_on = Decided on
field_state = State
field_issuer = Issuer
field_body = Obliged body
field_secretariat = Secretariat
field_instrument = Instrument
field_instrument_date = Its date
field_interval = Interval
field_calendar = Calendar of the mandate
hint_when = A year, a month or a day, such as 1405, 1405-08 or 1405-08-12. Calendar: { $calendar }.
hint_objectives = What this edition is to achieve. A theme is something else.
calendar_gregorian = Gregorian
calendar_solar_hijri = Solar Hijri
calendar_islamic = Islamic (lunar)
every = { $years ->
    [one] every year
   *[other] every { $years } years
}

# The card of Today.
card_title = Editions due or overdue
none_due = No edition is due.

# What is in the way.
moved_on = Somebody else changed this edition meanwhile. Please look at how it is now, and choose again.
not_now = This cannot be done as the edition is now.
decide_first = It is planned for another time. Please postpone it first, by a decision; then plan it again.
not_over = Its time is not over. Please postpone it by a decision.
say_this = Please write this in one language at least.
wrong_period = Please write a year, a month or a day that exists in this calendar, such as 1405, 1405-08 or 1405-08-12; for what was held, not one in the future.
wrong_edition = Please write 1 to 10,000.
wrong_taken = The series has an edition of this number.

# Requirements.
requirement = Requirement
requirements = Requirements
no_requirements = Nobody has stated what this edition has to be like.
withdrawn = withdrawn
nobody_known = nobody known
noted = Noted
no_body = None of these
step_require = Note a requirement
step_withdraw = Withdraw a requirement
follows_require = It stands on this page, and wherever the mode of one of its gatherings can be changed. It may be noted long after it was stated.
follows_withdraw = It stands no longer; with the reason it stays on record.
field_says = What is required
field_stated_by = Stated by
field_of_body = Office of the body
field_stated_on = Stated on
hint_stated_by = An office of the body chosen below, or an authority from elsewhere. Leave it empty if nobody is known.
said_and_owed = What was said, and what is owed

# By how much something was moved: $n years, months or days; and what that does to the edition that comes next.
moved_by_years = { $n ->
    [one] moved by one year
   *[other] moved by { $n } years
}
moved_by_months = { $n ->
    [one] moved by one month
   *[other] moved by { $n } months
}
moved_by_days = { $n ->
    [one] moved by one day
   *[other] moved by { $n } days
}
later_years = { $n ->
    [one] (one year later)
   *[other] ({ $n } years later)
}
later_months = { $n ->
    [one] (one month later)
   *[other] ({ $n } months later)
}
later_days = { $n ->
    [one] (one day later)
   *[other] ({ $n } days later)
}
moves_with = { $n ->
    [one] It moves with the one before, by one year.
   *[other] It moves with the one before, by { $n } years.
}
years_left = { $n ->
    [one] It stays when it was due: one year after the one before.
   *[other] It stays when it was due: { $n } years after the one before.
}
not_planned_yet = Not planned yet
recurs = each time: { $when }
field_gathering_kind = What is held
field_counts_from = The next interval counts from
kind_conference = Conference
kind_meeting = Meeting
kind_public_event = Public event
counts_nominal = the year in which an edition was due
counts_actual = the year in which it was held
