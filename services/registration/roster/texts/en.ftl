# The secretariat's list of registrations, its cards, and what is decided there. $n, $total, $before: numbers; $seat: of a place; $name: of a person.

registrations = Registrations
numbers = Places by category
seats = Places
share = Filled
search_name = Search by name
choose = Choose
choose_one = Choose { $name }
nameless = Name not known yet
column_name = Name
column_also = Name in the other script
column_organization = Organization
column_category = Category
column_state = State
column_place = Place
column_seat = Place
column_before = Waiting before
column_title = Title
column_position = Position
column_badge = Name on the badge
column_passport = Name as in the passport
is_to_be_approved = To be approved
is_on_hold = On hold
is_confirmed = Confirmed
is_waitlisted = Waiting
is_rejected = Rejected
is_withdrawn = Withdrawn
is_cancelled = Cancelled
is_address_unconfirmed = Address not confirmed
place_number = Place { $seat }
do_approve = Approve
do_hold = Put on hold
do_release = Take up again
do_reject = Reject
do_cancel = Cancel registration
everybody_so = All that this list shows, on all pages
choose_somebody = Choose at least one registration, then what to do.
nobody_found = Nobody matches. Search for the beginning of a name, or choose another state.
nobody_yet = Nobody has registered yet. Open registration, or register somebody yourself.
type_more = There are more. Type another letter of the name.
follows_approve = Each gets a place, or joins the waiting list where all places are taken.
follows_hold = They hold no place while they are on hold, and are decided later.
follows_release = They are to be decided like all others.
follows_reject = They do not take part, and only the secretariat can let them in later.
follows_cancel = Their places become free and go to those who wait.
reason = Reason
reason_not_eligible = Conditions not met
reason_incomplete = Details not complete
reason_being_checked = Being looked into
reason_places_limited = Depends on how many ask
reason_no_places = No more places
reason_duplicate = Registered twice
reason_other = Another reason
leave_it = Leave it as it is
far = { $n } of { $total } are decided.
ended = All is done.
goes_on = This goes on by itself; you may leave this page.
back_to_list = Back to the list
card_to_be_approved = To be approved
card_waitlisted = Waiting for a place
card_go_to_be_approved = Decide
card_go_waitlisted = See the list
card_none_to_be_approved = Nobody waits for your answer.
card_none_waitlisted = Nobody waits for a place.
category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff
did_approve = { $n ->
    [one] One registration was approved.
   *[other] { $n } registrations were approved.
}
did_hold = { $n ->
    [one] One registration was put on hold.
   *[other] { $n } registrations were put on hold.
}
did_release = { $n ->
    [one] One registration is to be decided again.
   *[other] { $n } registrations are to be decided again.
}
did_reject = { $n ->
    [one] One registration was rejected.
   *[other] { $n } registrations were rejected.
}
did_cancel = { $n ->
    [one] One registration was cancelled.
   *[other] { $n } registrations were cancelled.
}
did_not = { $n ->
    [one] One did not allow this any more.
   *[other] { $n } did not allow this any more.
}
sure_approve = { $n ->
    [one] Approve one registration?
   *[other] Approve { $n } registrations?
}
sure_hold = { $n ->
    [one] Put one registration on hold?
   *[other] Put { $n } registrations on hold?
}
sure_release = { $n ->
    [one] Take up one registration again?
   *[other] Take up { $n } registrations again?
}
sure_reject = { $n ->
    [one] Reject one registration?
   *[other] Reject { $n } registrations?
}
sure_cancel = { $n ->
    [one] Cancel one registration?
   *[other] Cancel { $n } registrations?
}
told = { $n ->
    [one] One person will be told by mail.
   *[other] { $n } people will be told by mail.
}
waiting_before = { $before ->
    [0] Next in line
    [one] One waits before
   *[other] { $before } wait before
}

# Registering somebody. $name: of the person; $state: how the registration stands.
register_somebody = Register somebody
asked_for = What is asked for
details = Details
details_of = Details of { $name }
yes = yes
no = no
register = Register
register_one = Register { $name }
search_person = Search by name or e-mail
somebody_new = Enter somebody new
nobody_on_record = Nobody on record has that name.
email = E-mail
email_hint = They are told by mail at once, with a link to their own page.
write_in = Write to them in
no_organization = None
error_email = Write an e-mail address, such as name@example.org.
error_exists = Somebody with this address is on record under other details. Search for the address.
register_follows = They get a place, or join the waiting list where all places are taken, and are told by mail.
refused_not-open = Registration is not open. Open it on the overview, then register.
refused_registered-otherwise = This person is registered in another category or for another organization. Cancel that registration first.
refused_erased = The details of this person were erased.
refused_address-unconfirmed = The address of this person is not confirmed yet.
was_registered = { $name } is registered: { $state }.

walked_in_substitute = Let in at the door, instead of somebody
walked_in_invited = Let in at the door, invited
walked_in_brought = Let in at the door, brought along
walked_in_other = Let in at the door

credentials = Letters of credentials
credentials_received = Credentials: received
credentials_checked = Credentials: checked
credentials_accepted = Credentials: accepted
credentials_refused = Credentials: refused
credentials_withdrawn = Credentials: withdrawn
to_participants = List of participants
