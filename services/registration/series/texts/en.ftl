# Series of gatherings: the list, and the form of a mandate. $years: from one edition to the next.

all_series = Series
new_series = New series
bring_editions = Bring earlier editions
edit_series = Change a series
search_series = A word of the title, in any script
no_series = No series has been entered yet
no_series_hint = A series is a gathering that is held again and again, because a mandate says so.
nothing_found = Nothing found
nothing_found_hint = Write how a word of the title begins, on any keyboard.
save = Save
leave = Leave it as it is
history = History
was_entered = Entered
nothing = nothing
every = { $years ->
    [one] every year
   *[other] every { $years } years
}
part_what = What it is
part_when = How often, and in which calendar
part_mandate = The mandate
on_record = On record
not_on_record = None of these
stated = Not on record: give the name

# What a mandate says.
field_title = Title
field_gathering_kind = What is held
field_calendar = Calendar of the mandate
field_interval = Interval
field_counts_from = The next interval counts from
field_recurs_on = Month or day
field_instrument = Instrument
field_instrument_date = Its date
field_issuer = Issuer
field_issuer_name = Issuer, by name
field_body = Obliged body
field_body_name = Obliged body, by name
field_secretariat = Secretariat
field_secretariat_name = Secretariat, by name
field_name = Name
kind_conference = Conference
kind_meeting = Meeting
kind_public_event = Public event
calendar_gregorian = Gregorian
calendar_solar_hijri = Solar Hijri
calendar_islamic = Islamic (lunar)
counts_nominal = the year in which an edition was due
counts_actual = the year in which it was held
calendar_stays = It cannot be changed: the editions are due in it.
hint_calendar = All years and days of this series are in this calendar. It cannot be changed later.
hint_interval = Years from one edition to the next.
hint_recurs_on = If every edition falls on the same month or day of the year, such as 09 or 09-15.
hint_instrument = What obliges the body: a resolution, a law, a letter.
hint_instrument_date = As far as it is known, in the calendar of the mandate: 1403, 1403-08 or 1403-08-12.
hint_issuer = Who gave the mandate.
hint_body = Who has to hold it.
hint_secretariat = Who carries it out.

# What is in the way.
wrong_no_language = Please write this in one language at least.
wrong_interval = Please write how many years: 1 to 100.
wrong_recurs = Please write a month, or month and day, such as 09 or 09-15.
wrong_period = Please write a year, a month or a day that exists in this calendar, such as 1403, 1403-08 or 1403-08-12.
wrong_same = Who gave the mandate does not carry it out. Please choose another.
wrong_both = Please choose one on record, or give a name, and not both.
wrong_fixed = The calendar of a series stays as it is.
