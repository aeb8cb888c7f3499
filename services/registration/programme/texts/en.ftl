# The programme of a gathering: its sessions.

programme_of = Programme
new_session = New session
change_session = Change the session
withdraw_session = Withdraw
withdraw_follows = It stands on the public programme no longer. This cannot be undone.
no_sessions = No session stands on the programme yet.
withdrawn_sessions = Withdrawn
outside = Outside the time of the gathering
add_session = Put it on the programme
save_session = Save
leave = Leave it as it is
the_venue = the venue
nothing = nothing
field_title = Session
field_starts_at = Begins
field_ends_at = Ends
field_room = Room
field_reason = Reason
moved_on = Somebody else changed this session meanwhile. Please look at how it is now.
not_now = The programme cannot be changed as the gathering is now.
wrong_no_language = Please write this in one language at least.
wrong_outside = Please choose a time at which the gathering has begun.
wrong_end = It must end after it begins, and before the gathering is over.
