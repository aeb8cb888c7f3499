# The timeline of a gathering or a person, as registration knows it. $gathering: its title; $state: where the registration stands.

in_order = Everything in order
entered = Was entered
changed = What is said of it was changed
corrected = Data were corrected
signed_in = Signed in
asked = Registration for { $gathering }. State now: { $state }
is_confirmed = has a place
is_waitlisted = on the waiting list
is_pending = not complete yet
is_address_unconfirmed = address not confirmed yet
is_to_be_approved = to be approved
is_on_hold = on hold
is_rejected = not accepted
is_withdrawn = withdrawn
is_cancelled = cancelled
state_draft = Draft again
state_announced = Announced
state_open = Registration opened
state_closed = Registration closed
state_in_session = Convened
state_adjourned = Adjourned
state_held = Over
state_postponed = Postponed
state_cancelled = Cancelled
