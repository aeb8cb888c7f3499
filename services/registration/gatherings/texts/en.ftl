# What was announced.

gatherings = Gatherings
none_announced = Nothing has been announced yet.
is_open = registration is open
next = Next gatherings
all_gatherings = All gatherings
take_part = Register

# The secretariat's overview.

overview_of = Overview of a gathering
begins = Begins
ends = Ends
venue = Venue
category = Category
places = Places
state_draft = Draft
state_announced = Announced
state_open = Registration open
state_closed = Registration closed
state_in_session = In session
state_adjourned = Adjourned
state_held = Over
state_postponed = Postponed
state_cancelled = Cancelled
step_announce = Announce
step_open = Open registration
step_close = Close registration
step_convene = Go into session
step_adjourn = End the session
step_hold = Say that it is over
step_postpone = Postpone
step_cancel = Cancel the gathering
follows_announce = Everybody can see it. If it had been postponed, everybody who is registered is told by mail.
follows_open = From now on people can register.
follows_close = Nobody can register any more. Places that become free still go to those who wait.
follows_convene = The session begins now, and its minutes are opened.
follows_adjourn = The session ends now, and its minutes are closed.
follows_hold = Nothing can be changed afterwards.
follows_postpone = Everybody who is registered is told by mail, with the reason. Nobody can register until it is announced and opened again.
follows_cancel = Everybody who is registered is told by mail, with the reason. Nobody can register or come in any more. This cannot be undone.
reason_en = Reason, in English
reason_fa = Reason, in Persian
reason_ar = Reason, in Arabic
moved_on = Somebody else changed this gathering meanwhile. Please look at how it is now, and choose again.
not_now = This cannot be done as the gathering is now.
say_why = Please give the reason in one language at least.
