# The offices of a body, one of them, and its forms. $when: a year, a month or a day.

offices = Offices
new_office = New office
no_offices = This body has no office yet.
held = held
vacant = vacant
since = since { $when }
until = until { $when }
since_unknown = since nobody knows when
terms = Who holds it, and held it
no_terms = Nobody held it as far as is known.
terms_changed = Terms were changed
not_told = somebody
change = Change
save = Save
leave = Leave it as it is
history = History
nothing = nothing
next_steps = Next steps
was_entered = Entered
strike_out = Strike out this term: it was entered wrongly

# The steps, and what follows.
step_take = Somebody takes it
step_leave = It becomes vacant
follows_take = Whoever holds it now held it until then. Invitations to the office go to whoever holds it on the day.
follows_leave = Whoever holds it now held it until then, and nobody holds it after.

# The fields.
field_title = Title
field_calendar = Calendar
field_email = E-mail
field_since = Since
field_until = Until
hint_title = Such as chair, deputy chair, secretary.
hint_calendar = In which all years and days of this office are written.
hint_email = Of somebody who is entered already.
hint_when = A year, a month or a day, such as 1403, 1403-08 or 1403-08-12. Calendar: { $calendar }.
calendar_gregorian = Gregorian
calendar_solar_hijri = Solar Hijri
calendar_islamic = Islamic

# What is in the way.
moved_on = Somebody changed this office meanwhile. Please look at how it stands now, and choose again.
held_since = Somebody held it later. Please put the terms right on its form.
is_vacant = Nobody holds it.
say_this = Please write this in one language at least.
wrong_time = Please write a year, a month or a day of this calendar. A term does not end before it begins, and two do not overlap.
wrong_address = Please write one e-mail address, such as name@example.org.
wrong_nobody = Nobody with this address is entered. Please enter the person first.
