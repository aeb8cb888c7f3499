# Where an invitation is answered, and where delegates are named. $name: who; $by: a day and an hour; $count, $number: numbers.

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
refused_other = This cannot be done now. Please write to the secretariat.
error_email = Write an e-mail address, such as name@example.org.
error_same = This is your own address. Write that of who comes instead of you.

delegation = The delegation
delegates_named = Delegates named
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
rows_named = { $count ->
    [one] One row is named.
   *[other] { $count } rows are named.
}
rows_wrong = These rows are not named yet. They are still in the field; please correct them there.
row = Row { $number }
row_email = there is no e-mail address as we can write to it
row_name = the name is missing, or too long
row_twice = this address is there twice
row_quota = that is more than your organization can send
