# The form of a gathering, and the page of one registration.

register = Register
register_me = Send
required = * must be filled in
name = Name
name_hint = As it should stand on your badge.
email = E-mail
email_hint = You confirm it by a link in a mail that we send there.
write_in = Write to me in
category = I come as
# $category: as what somebody takes part.
category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff
organization = Organization
no_organization = None, I come for myself
privacy = The secretariat keeps these details to prepare this gathering and to write to you. Without your confirmation they are deleted after a day.

# What is told of the gathering.
begins = Begins
ends = Ends
venue = Venue
coordination = Coordination meeting
prepares = Prepares
prepared_by = Prepared by
theme = Theme
programme = Programme
many_places = Held at
no_seats = Nobody has to register. You are welcome at each of these venues.
not_yet = Registration is not open yet.
no_longer = Registration is closed.
open_until = Registration is open until { $at }.
opens_on = Registration opens on { $at }.
was_open_until = Registration was open until { $at }.
error_name = Write your name, at most 200 characters.
error_email = Write an e-mail address, such as name@example.org.
error_category = Choose the category in which you come.
error_organization = Choose an organization from the list, or none.

# After the form was sent.
received = One more step
received_text = If this address is new here, a mail with a link is on its way to it. Please open the link within a day and confirm on the page that it leads to. Before that nothing is registered and no place is held.

# How a registration stands.
your_registration = Your registration
state_confirmed = You have a place.
state_withdrawn = You said that you will not come.
state_cancelled = The secretariat cancelled your registration.
# $seat: the number of the place; $before: how many wait before the reader.
your_seat = Your place number: { $seat }
cannot_come = I cannot come
withdraw_text = Your place then goes to the next person who waits.
withdraw = Give up my place
decided = the secretariat decides
by_invitation = By invitation only: { $categories }
comma = { ", " }
only_invited = Registration is for those who were invited. If you have an invitation, please write to the secretariat.
error_invited = This is by invitation only. Choose another, or write to the secretariat.
received_before = If no mail comes, this address registered or was entered in a form before: please use the link in the mail that you have. The page behind it shows how things stand and how to correct your details.
confirm_title = Confirm your registration
state_address_unconfirmed = Nothing is registered yet.
state_to_be_approved = Your registration is being looked at.
to_be_approved_text = The secretariat decides, and will write to you. No place is reserved for you before that.
state_on_hold = The secretariat cannot decide about your registration yet.
held_incomplete = Some of your details are missing. Please write to the secretariat.
held_being_checked = Your details are still being looked into.
held_places_limited = Places are limited: it depends on how many ask for one.
held_other = Please ask the secretariat for the reason.
held_text = It will write to you once it has decided. No place is reserved for you before that.
state_rejected = The secretariat could not accept your registration.
rejected_not_eligible = The conditions for taking part in this category are not met.
rejected_incomplete = The details that we have are not complete. Please write to the secretariat.
rejected_no_places = There are no more places.
rejected_duplicate = You are registered already under another entry.
rejected_other = Please ask the secretariat for the reason.
state_expired = This entry was not confirmed and is deleted. Nothing is registered.
register_again = To the registration form
confirm = Yes, register me
confirm_name_hint = This was entered in the form. Correct it if need be: it will stand on your badge like this.
confirm_decided = The secretariat then decides, and writes to you.
not_me = That was not me
not_me_text = What was entered is deleted at once. If you do nothing, that happens after a day.
delete_entry = Delete it
also_waits = This address was also entered for:
withdraw_pending_text = The secretariat then no longer has to decide.
withdraw_pending = Withdraw my registration
unconfirmed_text = Please check that this is right, and confirm it. Otherwise it is deleted a day after it was entered.

waits_behind = { $before ->
    [0] You are on the waiting list, and nobody waits before you.
    [one] You are on the waiting list, and one person waits before you.
   *[other] You are on the waiting list, and { $before } people wait before you.
}
gathering_postponed = The gathering is postponed. You will be told of the new date.
gathering_cancelled = The gathering is cancelled.
own_time = By your clock
participants = List of participants
may_list_me = My name, position and organization may stand on the list of participants, which everybody who takes part can read. (You can change this later on this page.)
listed = Your name, position and organization stand on it. Everybody who takes part can read it.
not_listed = You are not on it. If you consent, your name, position and organization will be, and everybody who takes part can read it.
list_me = I may be listed
unlist_me = Take me off the list
to_participants = To the list of participants
own_in_calendar = In my calendar
to_calendar = Add to my calendar
correct_details = Correct my details
answer_questions = Details for the gathering
answers_kept = Your details for the gathering are kept.
details_corrected = Your details are corrected.
come_again = I can come after all
again_text = You get a place if one is free, or join the end of the waiting list.
again_decided = The secretariat decides again, and writes to you.
again_invited = This is by invitation only. To come after all, please write to the secretariat.
documents = Documents
documents_text = What is put before the meeting, for those who take part in it.
to_documents = To the documents
minutes = Minutes
minutes_text = The minutes stand behind this link once they are published.
to_minutes = To the minutes

# Somebody's own details.
own_details = Your details
own_name = Name
own_name_also = Name in the other script
name_also_hint = As it should stand on your badge in that script, if you want it there.
own_title = Title
title_hint = As you are addressed, such as Dr. May stay empty.
own_badge = Name on the badge
badge_hint = If it should not be your whole name.
own_position = Position
own_language = Language of mails and pages
own_calendar = Calendar
calendar_gregorian = Gregorian
calendar_solar_hijri = Solar Hijri
calendar_islamic = Islamic
own_digits = Digits
digits_latin = 0 1 2 3
digits_persian = ۰ ۱ ۲ ۳
digits_arabic = ٠ ١ ٢ ٣
own_time_zone = Time zone
time_zone_hint = The city whose clock you live by. Times are shown by the clock of the venue first, then by yours.
# $email: an address.
address_stays = We write to { $email }. To change it, or your organization, please write to the secretariat.
save_details = Save
leave_details = Leave it as it is

own_registrations = Your registrations
own_none = You are not registered for anything.
is_confirmed = has a place
is_waitlisted = on the waiting list
is_pending = not complete yet
is_address_unconfirmed = address not confirmed yet
is_to_be_approved = to be approved
is_on_hold = on hold
is_rejected = not accepted
is_withdrawn = withdrawn
is_cancelled = cancelled
kind = Kind
kind_conference = Conference
kind_meeting = Meeting
kind_public_event = Public event
mode = Mode
mode_in_person = In person
mode_online = Online
mode_hybrid = In person and online
asked_later = What you will be asked for
asked_later_text = On your own page, once you have confirmed your address. What you answer is read by the secretariat alone.
