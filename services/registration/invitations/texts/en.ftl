# Where an invitation is answered, and where delegates are named. $name: who; $by: a day and an hour; $count, $number, $before, $rows: numbers.

invitation = Your invitation
invitations = Invitations
begins = Begins
ends = Ends
venue = Venue
invited = Invited
organization = Organization
category = As
category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff
reply_by = Answer by
name = Name
email = E-mail
position = Position
language_of_mails = Language of mails

is_pending = The secretariat invites you.
is_accepted = You accepted.
is_tentative = You said that it is not certain yet.
is_declined = You declined.
is_substituted = Somebody comes instead of you.
is_expired = The time to answer is over.
is_withdrawn = The secretariat withdrew the invitation.
delegation_pending = The secretariat invites your organization to send delegates.
delegation_accepted = Your organization sends delegates.
delegation_declined = Your organization declined.
answer_by = Please answer by { $by }.
accepted_text = Your place is confirmed by a mail of its own.
comes_instead = { $name } is told by mail.
late_text = To accept now, please write to the secretariat.
gathering_cancelled = The gathering is cancelled.

reply_accepted = Accept
reply_tentative = Not certain yet
reply_declined = Decline
send_another = Somebody else comes instead of me
send_another_text = They are registered, and told by mail.
send_another_do = Name them
source_letter = It came by letter
source_telephone = It came by telephone

refused_too-late = The time to answer is over. Please write to the secretariat.
refused_withdrawn = The invitation was withdrawn.
refused_over = The gathering is over, or cancelled.
refused_quota = That is more than your organization can send. To replace somebody, choose whom.
refused_too-many = Too many others were named here already. Please write to the secretariat.
refused_moved = Somebody else named delegates meanwhile. Who is named now stands in the list; what you entered is still below. Please look at both, and send it again.
refused_past = Please choose a time that is still to come.
refused_other = This cannot be done now. Please write to the secretariat.
error_email = Write an e-mail address, such as name@example.org.
error_same = This is your own address. Write the address of whoever comes instead of you.

delegation = The delegation
delegates_named = Delegates named
became = State
became_place = Confirmed
became_waits = Waiting
became_undecided = To be decided
became_unconfirmed = Address not confirmed
became_soon = Being registered
became_away = Not coming
soon_follows = Registering them takes a moment. Please look again then.
away_follows = Who does not come counts as named until somebody else is named instead.
waits_before = { $before ->
    [0] next in line
    [one] one before
   *[other] { $before } before
}
remove = Remove
paste = From a table
table = One delegate a line
table_hint = Name, e-mail and position, as copied from a spreadsheet, or separated by commas. A language (en, fa, ar) may stand there, too.
name_them = Name them
one_by_one = One by one
in_place_of = Instead of
beside_others = Nobody: beside the others
name_one = Name
decline_delegation = Your organization then sends nobody, and the places of those named go to others.
named_new = { $count ->
    [one] One is newly named
   *[other] { $count } are newly named
}
named_before = { $count ->
    [one] One was named before
   *[other] { $count } were named before
}
named_nothing = Everybody whom you sent was named already. Nothing has changed.
named_gone = { $count ->
    [one] One of those sent is not named any more.
   *[other] { $count } of those sent are not named any more.
}
and_others = { $count ->
    [one] And one more
   *[other] And { $count } more
}
rows_left = { $count ->
    [one] One row is not named yet. Please correct it in the table.
   *[other] { $count } rows are not named yet. Please correct them in the table.
}
rows_wrong = These rows are not named yet. They are still in the field; please correct them there.
row = Row { $number }
row_email = there is no e-mail address that we can write to
row_name = the name is missing, or too long
row_twice = this address is there twice
row_quota = that is more than your organization can send

changes_until = You can name delegates, and others instead of them, until { $by }.
about_gathering = About the gathering
edition = Edition
theme = Theme
mode = Mode
mode_in_person = In person
mode_online = Online
mode_hybrid = In person and online
address = Address
to_calendar = Add to my calendar
public_page = Page of the gathering
received = Received. Each of those named is registered and told by a mail of their own, and a receipt goes to you by mail.
from_file = From a file
file = File
file_hint = A workbook (XLSX, its first sheet) or CSV: name, e-mail and position, a delegate a line.
error_file = This file cannot be read. Please save it as XLSX, or as “CSV UTF-8”, and choose it again.
error_table = This is longer than is read at once, so nobody of it is named. Please send at most { $rows } rows at a time, with nothing but name, e-mail and position.

# The secretariat's pages. $named, $quota: so many of so many.
invite = Invite
invitations_sent = The invitations are on their way.
who_answered = Who answered what
answer = Answer
answers = Answers
show = Show
state_pending = Not answered
state_accepted = Accepted
state_tentative = Not certain
state_declined = Declined
state_substituted = Somebody else comes
state_expired = Time is over
state_withdrawn = Withdrawn
came_link = by the link
came_signed_in = signed in
came_letter = by letter
came_telephone = by telephone
came_calendar = from the calendar
delegates_of = { $named } of { $quota } delegates
nobody_so = Nobody who is invited gave this answer.
nobody_invited = Nobody is invited yet.
not_open = People are invited once the gathering is announced, and until it is over.
not_invited-otherwise = One of them is invited in another category. Please withdraw that invitation first; the others before them are invited.
not_not-announced = People are invited once the gathering is announced.
not_over = The gathering is over, or cancelled.
not_other = This cannot be done now.
somebody_else = Choose somebody else
search_person = Search people by name or address
an_organization = An organization with delegates
body = Body
holders_of = Holders of the offices of a body
nobody_holds = Nobody holds an office of this body today.
choose_it = Choose
whom = Whom
focal_points = Who in the organization is written to
no_people_there = Nobody of this organization is on record. Please enter one of its people first.
search_first = Search above for whom to invite. Several can be chosen at once.
nobody_on_record = Nobody on record has that name.
quota = Delegates at most
send_invitations = Send the invitations
choose_somebody = Choose at least one.
wrong_quota = Please write how many, from 1 to 200.
card_unanswered = Invitations without an answer
card_go = To the invitations
card_none = Every invitation is answered.
answer_by_short = until { $by }
extend = Another time to answer
extend_follows = What has expired is sent again; who has not answered is reminded three days before.
withdraw = Withdraw
withdraw_follows = The invitation is taken back, with the places held by it. Those concerned are told by mail.
letter = Letter
letters = Letters
