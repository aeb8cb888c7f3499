# What mails say. A mail is two texts: its subject, and what follows the greeting, where a blank line begins a paragraph (the
# details of the gathering stand behind the first). $gathering is its title, $rank a number on the waiting list.
# `<mail>-greeting` and such are said instead of what all mails say; a mail that is worded anew has a
# `<mail>-version` in the language.

## What all mails say

version = 1
greeting = Dear { $name },
salutation = { "" }
gathering = Gathering
begins = Begins
ends = Ends
begins_there = Begins, local time at the venue
venue = Venue
address = Address
venue_map = On a map
online = Online
page = To your registration
closing = With kind regards,
secretariat = The Secretariat
automatic = This message was sent automatically because your registration changed.
edition = Edition
edition_named = { $series }, edition { $number }
edition_due = Due
edition_planned = Planned for

## What is told of the thing, with its name

fact_adopted_at = Adopted
fact_category = Taking part as
fact_seat = Place number
fact_rank = Number on the waiting list
fact_reason = Reason
fact_office = Role
fact_title = For
fact_reply_by = Answer by
fact_quota = Delegates at most
fact_named = Delegates named
fact_text = To be done
fact_due_on = Due by
fact_nth = Correction number
fact_decided_by = Decided by
fact_requirement = Requirement
fact_comments_until = Comments until

fact_mode = Mode
fact_was_starts_at = Previous beginning
fact_was_ends_at = Previous end
fact_was_venue = Previous venue
fact_was_venue_address = Previous address
fact_was_mode = Previous mode
fact_grounds = Reason for the change
fact_moved = Sessions that moved
fact_withdrawn = Sessions withdrawn
fact_added = New sessions
fact_quoted_as = Symbol
fact_awaited = Still to come in
fact_hand_in_by = To be handed in by

## How people meet

mode_in_person = In person
mode_online = Online
mode_hybrid = In person and online
was_mode_in_person = In person
was_mode_online = Online
was_mode_hybrid = In person and online

## In which category somebody takes part

category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff

## What somebody may do for the conference

office_secretariat = Secretariat
office_observer = Observer, who may read what is not personal
office_chair = Chair of a body
office_focal-point = Focal point of an organization
office_checkin = Door of a gathering

## Why a registration was rejected, or is on hold

reason_not_eligible = The conditions for taking part in this category are not met.
reason_incomplete = The details that we have are not complete.
reason_being_checked = Your details are still being looked into.
reason_places_limited = Places are limited; it depends on how many ask for one.
reason_no_places = There are no more places.
reason_duplicate = You are registered already under another entry.
reason_other = Please ask the secretariat.

## The mails

address-confirmation-subject = Please confirm your address: { $gathering }
address-confirmation =
    This address was entered in the registration form of “{ $gathering }”. Nobody has been registered yet: that happens only
    if you confirm it.

    If it was you, please open the link below and confirm on the page that it leads to. The link is valid for a day.

    If it was not you, there is nothing that you need to do. What was entered is deleted after a day.
address-confirmation-greeting = Dear Sir or Madam,
address-confirmation-page = Confirm on this page
address-confirmation-automatic = This message was sent automatically because this address was entered in a registration form.

registration-applied-subject = We have received your registration: { $gathering }
registration-applied =
    Thank you for registering for “{ $gathering }”. In this category the secretariat decides who can be given a place, and
    yours is still to be decided.

    Until then no place is reserved for you. We will write to you as soon as it is decided. Please do not make final travel
    arrangements before then.

    If you no longer wish to come, you can say so on the page of your registration.

registration-confirmed-subject = Your registration is confirmed: { $gathering }
registration-confirmed =
    We are pleased to confirm your registration for “{ $gathering }”. A place is reserved for you.

    On arrival, please give your name at the reception.

    Should you be unable to attend, please let the secretariat know as early as you can, so that your place can go to
    someone who is waiting.

    We look forward to welcoming you.

registration-waitlisted-subject = You are on the waiting list: { $gathering }
registration-waitlisted =
    Thank you for registering for “{ $gathering }”. All places in your category are taken at present, and we have put your
    name on the waiting list.

    Your number on the list is { $rank }. Places that become free are given in the order of these numbers, the lowest first.

    There is nothing that you need to do. As soon as there is a place for you, we will confirm it with a message like this
    one. Please do not make final travel arrangements before then.

    If you no longer wish to wait, please let the secretariat know.

registration-promoted-subject = There is a place for you: { $gathering }
registration-promoted =
    We are pleased to tell you that a place has become free at “{ $gathering }”, and that your registration is now
    confirmed. You are no longer on the waiting list.

    On arrival, please give your name at the reception.

    Should you be unable to attend, please let the secretariat know as early as you can, so that the place can go to the
    next person waiting.

    We look forward to welcoming you.

registration-cancelled-subject = Your registration has been cancelled: { $gathering }
registration-cancelled =
    We regret to inform you that the secretariat has cancelled your registration for “{ $gathering }”.

    No place is reserved for you any longer, and your name is no longer on the waiting list.

    If you believe that this is a mistake, or if you have any questions, please contact the secretariat.

registration-withdrawn-subject = Your registration has been withdrawn: { $gathering }
registration-withdrawn =
    As you asked, your registration for “{ $gathering }” has been withdrawn. There is nothing further that you need to do.

    Thank you for letting us know.

    If your plans change, you are welcome to register again for as long as registration is open.

    If you did not ask for this, please contact the secretariat.

registration-held-subject = Your registration is on hold: { $gathering }
registration-held =
    The secretariat cannot decide about your registration for “{ $gathering }” yet, and has put it on hold.

    There is nothing that you need to do, unless the reason says so. We will write to you once it is decided. No place is
    reserved for you before that.

    If you have anything to add, please contact the secretariat.

registration-fell-back-subject = Your registration is being decided again: { $gathering }
registration-fell-back =
    You have changed something on the basis of which the secretariat had decided about your registration for “{ $gathering }”. It
    will decide again, and write to you.

    Until then no place is reserved for you.

    If you did not ask for this, please contact the secretariat.

registration-rejected-subject = Your registration could not be accepted: { $gathering }
registration-rejected =
    We regret to inform you that the secretariat was not able to accept your registration for “{ $gathering }”.

    No place is reserved for you.

    If you believe that this is a mistake, or if you have any questions, please contact the secretariat.

sign-in-link-subject = Your link to sign in
sign-in-link =
    You asked for a link to sign in. Please open it below and use the button on the page that it leads to.

    The link works once, and for an hour. Please do not pass it on: whoever has it signs in as you.

    If you did not ask for it, there is nothing that you need to do. Nobody has signed in.
sign-in-link-page = Sign in on this page
sign-in-link-automatic = This message was sent automatically because somebody asked for a sign-in link for this address.

role-granted-subject = You have been given a role: { $office }
role-granted =
    The secretariat has given you a role. From now on you can sign in and do your part on the pages of the conference.

    The link below works once, and for a day. Afterwards you can have a new one sent to this address at any time, on the page
    for signing in. Please do not pass it on: whoever has it signs in as you.

    If you did not expect this, please contact the secretariat.
role-granted-page = Sign in on this page
role-granted-automatic = This message was sent automatically because you were given a role.

gathering-changed-subject = There is a change: { $gathering }
gathering-changed =
    Something that you should know about “{ $gathering }” has changed. Below you find how it is now, followed by what it was
    before.

    Your registration stands as it did. There is nothing that you need to do.

    Should you be unable to attend, please let the secretariat know on the page of your registration.
gathering-changed-automatic = This message was sent automatically because you are registered.

programme-changed-subject = The programme has changed: { $gathering }
programme-changed =
    The programme of “{ $gathering }” has changed since it was last published. Below you find which sessions are at another
    time or in another room, and which will not be held.

    The programme as it is now stands on the page of your registration.

    Your registration stands as it did. There is nothing that you need to do.
programme-changed-automatic = This message was sent automatically because you are registered.

final-statement-adopted-subject = The final statement is adopted: { $gathering }
final-statement-adopted =
    “{ $gathering }” has adopted its final statement ({ $adopted_at }).

    You can read it in each of its languages, side by side, and on paper. There is nothing that you need to do.
final-statement-adopted-page = To the final statement
final-statement-adopted-automatic = This message was sent automatically because you are registered.

gathering-rescheduled-subject = There is a new date: { $gathering }
gathering-rescheduled =
    “{ $gathering }” has been put off to another date. Below you find the new date, the one before, and the reason.

    Your registration stands for the new date. There is nothing that you need to do.

    Should you be unable to attend, please let the secretariat know on the page of your registration.
gathering-rescheduled-automatic = This message was sent automatically because you are registered.

gathering-postponed-subject = Postponed: { $gathering }
gathering-postponed =
    “{ $gathering }” will not be held on the date below. There is no new date yet; we will write to you as soon as there
    is one.

    Your registration stands. Please do not make or keep travel arrangements for the date below.
gathering-postponed-automatic = This message was sent automatically because you are registered.

gathering-announced-subject = It will be held: { $gathering }
gathering-announced =
    “{ $gathering }”, which had been postponed, will be held. Below you find when and where.

    Your registration stands. Should you be unable to attend, please let the secretariat know on the page of your
    registration.
gathering-announced-automatic = This message was sent automatically because you are registered.

gathering-cancelled-subject = Cancelled: { $gathering }
gathering-cancelled =
    We regret to inform you that “{ $gathering }” has been cancelled and will not be held.

    There is nothing that you need to do. Please cancel your travel arrangements. If you have any questions, please contact
    the secretariat.
gathering-cancelled-automatic = This message was sent automatically because you are registered.

invitation-subject = Invitation: { $gathering }
invitation =
    The secretariat has the honour of inviting you to “{ $gathering }”.

    Please let us know by { $reply_by } whether you will attend. On the page behind the link below you can accept, decline,
    say that it is not certain yet, or name somebody who comes instead of you. You need no account for it.

    Once you have accepted, a place is registered for you, and we confirm it by mail.

    We would be very glad to welcome you.
invitation-page = Answer on this page
invitation-automatic = This message was sent because the secretariat invites you. The link is yours alone; please do not pass it on.

invitation-delegation-subject = Invitation to your organization: { $gathering }
invitation-delegation =
    The secretariat has the honour of inviting your organization to “{ $gathering }”, with a delegation of up to { $quota }.

    Please name the delegates by { $reply_by } on the page behind the link below, one by one or from a table. Until then you can
    also replace them. You need no account for it.

    Each delegate is then registered and receives a mail of their own; you receive a receipt.
invitation-delegation-page = Name the delegates on this page
invitation-delegation-automatic = This message was sent because you are a focal point of an organization that the secretariat invites.

invitation-reminder-subject = Please answer by { $reply_by }: { $gathering }
invitation-reminder =
    Some time ago the secretariat sent an invitation to “{ $gathering }”, and we have not had an answer yet.

    Please answer by { $reply_by } on the page behind the link below. A “no” helps us, too: somebody else can then come.

    If your answer has crossed with this message, there is nothing that you need to do.
invitation-reminder-page = Answer on this page
invitation-reminder-automatic = This message was sent automatically because an invitation has not been answered yet.

delegation-named-subject = Receipt for your delegation: { $gathering }
delegation-named =
    Thank you. We have received the delegation of your organization to “{ $gathering }”: { $named } of at most { $quota }.

    Each delegate is registered and receives a mail of their own. Until { $reply_by } you can replace them on the
    page behind the link below.

    If you did not send this, please contact the secretariat.
delegation-named-page = To the delegation
delegation-named-automatic = This message was sent automatically because a delegation of your organization was named.

invitation-withdrawn-subject = The invitation has been withdrawn: { $gathering }
invitation-withdrawn =
    We regret to inform you that the secretariat has withdrawn the invitation to “{ $gathering }”.

    There is nothing that you need to do. If you have any questions, please contact the secretariat.
invitation-withdrawn-automatic = This message was sent automatically because an invitation was withdrawn.

action-assigned-subject = You have been given an action
action-assigned =
    According to the record of the conference, what stands below is to be done by you, or by the organization whose focal point
    you are.

    On the page behind the link below you can say that you accept it, how far it is, and that it is done. You need no account.

    If it should not be yours, please let the secretariat know.
action-assigned-page = Say on this page how far it is
action-assigned-automatic = This message was sent because you answer for an action. The link is yours; please do not pass it on.

action-due-subject = An action of yours is due by { $due_on }
action-due =
    We would like to remind you of what is to be done by you, or by the organization whose focal point you are. It is due by
    { $due_on }.

    Please say on the page behind the link below how far it is. If it is done, one button is enough.

    If you have said so in the meantime, there is nothing that you need to do.
action-due-page = Say on this page how far it is
action-due-automatic = This message was sent automatically because an action is due soon.

invited-changed-subject = There is a change: { $gathering }
invited-changed =
    Something that you should know about “{ $gathering }”, to which the secretariat has invited you or your organization, has
    changed. Below you find how it is now, followed by what it was before.

    The invitation stands. If it is not answered yet, you can do so on the page behind the link below, as before.
invited-changed-page = To the invitation
invited-changed-automatic = This message was sent automatically because of an invitation to you or your organization.

invited-rescheduled-subject = There is a new date: { $gathering }
invited-rescheduled =
    “{ $gathering }”, to which the secretariat has invited you or your organization, has been put off to another date. Below
    you find the new date, the one before, and the reason.

    The invitation stands for the new date. If it is not answered yet, you can do so on the page behind the link below, as
    before.
invited-rescheduled-page = To the invitation
invited-rescheduled-automatic = This message was sent automatically because of an invitation to you or your organization.

invited-postponed-subject = Postponed: { $gathering }
invited-postponed =
    “{ $gathering }”, to which the secretariat has invited you or your organization, will not be held on the date below. There
    is no new date yet; we will write to you as soon as there is one.

    The invitation stands. Please do not make or keep travel arrangements for the date below.
invited-postponed-page = To the invitation
invited-postponed-automatic = This message was sent automatically because of an invitation to you or your organization.

invited-announced-subject = It will be held: { $gathering }
invited-announced =
    “{ $gathering }”, which had been postponed, will be held. Below you find when and where.

    The secretariat’s invitation to you or your organization stands. If it is not answered yet, you can do so on the page behind
    the link below, as before.
invited-announced-page = To the invitation
invited-announced-automatic = This message was sent automatically because of an invitation to you or your organization.

invited-cancelled-subject = Cancelled: { $gathering }
invited-cancelled =
    We regret to inform you that “{ $gathering }”, to which the secretariat has invited you or your organization, has been
    cancelled and will not be held.

    The invitation need not be answered any more. Please cancel any travel arrangements. If you have any questions, please
    contact the secretariat.
invited-cancelled-page = To the invitation
invited-cancelled-automatic = This message was sent automatically because of an invitation to you or your organization.

edition-planned-subject = It is planned: { $edition }
edition-planned =
    “{ $edition }” is planned for the time below.

    Please see what follows for your work: the venue, the coordination meetings, the letters.

    What has become of this edition so far, and what is required of it, stands on its page.
edition-planned-page = To the edition
edition-planned-automatic = This message was sent automatically because you are responsible for the series, or work for who is.

edition-lapsed-subject = Lapsed: { $edition }
edition-lapsed =
    The time of “{ $edition }” has passed. It was not held, and nobody had decided anything about it. The secretariat has noted
    that it lapsed.

    It can be planned again for any time, on the page of the edition.
edition-lapsed-page = To the edition
edition-lapsed-automatic = This message was sent automatically because you are responsible for the series, or work for who is.

edition-postponed-subject = Postponed: { $edition }
edition-postponed =
    It was decided that “{ $edition }” will not be held when it was planned. Below you find the reason, and who decided.

    There is no new time yet. As soon as it is planned again, we will write to you.
edition-postponed-page = To the edition
edition-postponed-automatic = This message was sent automatically because you are responsible for the series, or work for who is.

edition-requirement-subject = A requirement has been stated: { $edition }
edition-requirement =
    A requirement has been stated for “{ $edition }”. Below you find how it reads.

    It stands until it is withdrawn, and is shown wherever the mode of a gathering of the edition can be changed. The page of the
    edition says who stated it, and when.
edition-requirement-page = To the edition
edition-requirement-automatic = This message was sent automatically because you are responsible for the series, or work for who is.

minutes-published-subject = The minutes are published: { $gathering }
minutes-published =
    The minutes of “{ $gathering }”, for which you are registered, are published. Everybody may read them at their permanent address,
    behind the link below.

    They say who was present, what was said and what was decided. If something is not right, please tell the secretariat: what is
    corrected stays visible beside what was there before.
minutes-published-page = To the minutes
minutes-published-automatic = This message was sent automatically because you are registered.

minutes-corrected-subject = The minutes were corrected: { $gathering }
minutes-corrected =
    In the published minutes of “{ $gathering }”, for which you are registered, a decision was corrected or withdrawn. The page behind
    the link below shows how it reads now, what was there before, and why.
minutes-corrected-page = To the minutes
minutes-corrected-automatic = This message was sent automatically because you are registered.

minutes-decision-corrected-subject = A decision was corrected: { $gathering }
minutes-decision-corrected =
    In the published minutes of “{ $gathering }”, for which you are registered, a decision was corrected. The page behind the link below shows
    how it reads now, what was there before, and why.
minutes-decision-corrected-page = To the minutes
minutes-decision-corrected-automatic = This message was sent automatically because you are registered.

minutes-decision-withdrawn-subject = A decision was withdrawn: { $gathering }
minutes-decision-withdrawn =
    In the published minutes of “{ $gathering }”, for which you are registered, a decision was withdrawn: it does not stand any more. The page
    behind the link below shows what it said, and why it was withdrawn.
minutes-decision-withdrawn-page = To the minutes
minutes-decision-withdrawn-automatic = This message was sent automatically because you are registered.

minutes-decision-adopted-subject = A decision was adopted by silence procedure: { $gathering }
minutes-decision-adopted =
    In the published minutes of “{ $gathering }”, for which you are registered, a decision that had been circulated was adopted by
    silence procedure: no delegate objected in time. The page behind the link below shows it.
minutes-decision-adopted-page = To the minutes
minutes-decision-adopted-automatic = This message was sent automatically because you are registered.

minutes-decision-deferred-subject = A decision was deferred after an objection: { $gathering }
minutes-decision-deferred =
    In the published minutes of “{ $gathering }”, for which you are registered, a decision that had been circulated was deferred: a
    delegate objected. The page behind the link below shows it.
minutes-decision-deferred-page = To the minutes
minutes-decision-deferred-automatic = This message was sent automatically because you are registered.

decision-circulated-subject = Adopted unless somebody objects: { $gathering }
decision-circulated =
    What stands below is put to the delegates of “{ $gathering }” by silence procedure: it is adopted on { $reply_by } unless a
    delegate objects before.

    If you agree, there is nothing that you need to do. If you object, please say so on the page behind the link below; you need
    no account. After that time nobody can object any more.
decision-circulated-page = Object on this page
decision-circulated-text = Text put forward
decision-circulated-reply_by = Adopted on
decision-circulated-automatic = This message was sent because you are a delegate. The link is yours; please do not pass it on.

effect-asked-subject = Please confirm or refuse: the effect of a decision of { $gathering }
effect-asked =
    “{ $gathering }” has adopted a decision that postpones something, changes how it is held, or calls a meeting. You hold an
    office of the body that decided.

    Nothing has happened yet. Please confirm it, or refuse it with a reason, on the page behind the link below; you need no
    account.
effect-asked-page = Confirm or refuse
effect-asked-text = The decision
effect-asked-automatic = This message was sent because you hold an office of the body. The link is yours; please do not pass it on.

minutes-review-subject = Please review the draft minutes: { $gathering }
minutes-review =
    You took part in “{ $gathering }”. The draft of its minutes is ready.

    On the page behind the link below you can read it and say at each paragraph what is not right, until { $comments_until }. You need
    no account.

    If everything is right, there is nothing that you need to do.
minutes-review-page = Read the draft and comment on it
minutes-review-automatic = This message was sent because you took part in the gathering. The link is yours; please do not pass it on.

minutes-approval-subject = Please approve the minutes: { $gathering }
minutes-approval =
    You were named as one of those who approve the minutes of “{ $gathering }”. The draft is ready.

    On the page behind the link below you can read it, comment on each paragraph until { $comments_until }, and approve it. You need no
    account.

    Once everybody who was named has approved it, it can be published.
minutes-approval-page = Read and approve the minutes
minutes-approval-automatic = This message was sent because you were named to approve the minutes. The link is yours; please do not pass it on.

minutes-changed-subject = The minutes were changed; please approve them again: { $gathering }
minutes-changed =
    After you had approved the minutes of “{ $gathering }” something in them was changed, so your approval does not count any more.

    On the page behind the link below you find them as they are now. Please approve them again if they are right.
minutes-changed-page = Read and approve the minutes
minutes-changed-automatic = This message was sent because you were named to approve the minutes. The link is yours; please do not pass it on.

report-published-subject = A report for the press: { $gathering }
report-published =
    A report of “{ $gathering }” is published. It says what was decided and quotes a statement, in several languages, and stays at
    its permanent address, behind the link below.

    What appears in the media is collected there, too. If you have published something, please send the secretariat the link.
report-published-page = To the report
report-published-automatic = This message was sent automatically because you are registered for the gathering as press.

report-corrected-subject = The report was corrected: { $gathering }
report-corrected =
    Something in the report of “{ $gathering }” was not right and is corrected. The page behind the link below shows what changed,
    word by word, and why.

    If you have published what was wrong, please correct it.
report-corrected-page = To what was corrected
report-corrected-automatic = This message was sent automatically because you are registered for the gathering as press.

leave = Unsubscribe

subscription-confirmation-subject = Please confirm: reports by mail
subscription-confirmation =
    This address was entered in the form by which people are told of reports by mail. Nobody has subscribed yet: that happens only
    if you confirm it.

    If it was you, please open the link below and confirm on the page that it leads to. The link is valid for a day.

    If it was not you, there is nothing that you need to do. What was entered is deleted after a day.
subscription-confirmation-greeting = Dear Sir or Madam,
subscription-confirmation-page = Confirm on this page
subscription-confirmation-automatic = This message was sent automatically because this address was entered in a form.

report-news-subject = A report is published: { $gathering }
report-news =
    A report of “{ $gathering }” is published. It says what was decided and quotes a statement, in several languages, and stays at
    its permanent address, behind the link below. It can be downloaded there as PDF, DOCX, HTML or Markdown.
report-news-greeting = Dear Sir or Madam,
report-news-page = To the report
report-news-automatic = This message was sent because you subscribed to reports by mail.

report-news-corrected-subject = A report was corrected: { $gathering }
report-news-corrected =
    Something in the report of “{ $gathering }” was not right and is corrected. The page behind the link below shows what changed,
    word by word, and why.

    If you have published what was wrong, please correct it.
report-news-corrected-greeting = Dear Sir or Madam,
report-news-corrected-page = To what was corrected
report-news-corrected-automatic = This message was sent because you subscribed to reports by mail.

document-overdue-subject = Still to be handed in: { $quoted_as }
document-overdue =
    The document below was to be handed in by { $hand_in_by } for “{ $gathering }”. In these languages it has not arrived:
    { $awaited }.

    Please send it to the secretariat, or say where it is found. If you have done so in the meantime, there is nothing that you
    need to do. This message is sent once.
document-overdue-page = What is still to come
document-overdue-title = Document
document-overdue-automatic = This message was sent automatically because you answer for this document, or work in the secretariat.
