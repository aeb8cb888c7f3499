# The agenda of a gathering, and what was said, brought forward and decided on each item.

agenda = Agenda
untitled = Gathering without a title
provisional = Provisional
adopted_on = Adopted: { $at }
to_agenda = Items and their order
no_agenda = Nothing is on the agenda yet.
late = Late item
taken_off = Taken off the agenda
without_item = On no item
prepares = Prepares
participant = A participant
nobody_named = Nobody is named
comma = { ", " }
manner_as_said = As said
manner_summary = In summary
not_public = Not public
withdrawn = Withdrawn
corrected_on = Corrected: { $at }
kind_suggestion = Suggestion
kind_criticism = Criticism
kind_solution = Solution
state_open = Nothing became of it yet
state_taken_up = Taken up
state_declined = Declined
state_made_action = Made an action
state_kept = Kept for later
state_withdrawn = Taken back
answers = Answers
decision = Decision { $number }
decided_adopted = Adopted
decided_rejected = Rejected
decided_deferred = Deferred
decided_circulated = Circulated
decided_withdrawn = Withdrawn
quorum_then = { $present } of { $members ->
    [one] one member
   *[other] { $members } members
} present, quorum { $required }
quorum_lacked = { $count ->
    [one] one member missing
   *[other] { $count } members missing
}
correct_or_withdraw = Correct or withdraw
answer_or_dispose = Answer it, or say what becomes of it
add_statement = Record a statement
add_contribution = Suggestion, criticism or solution
list_of_speakers = List of speakers
statement_without_item = Record a statement on no item
contribution_without_item = Suggestion, criticism or solution on no item

# The page of an agenda.
suggested = Approve the previous minutes first?
suggested_lead = Usually the first item approves the minutes of the gathering before this one:
approval_of = Approval of the minutes: { $title }
put_first = Put it first
up_of = Move item { $number } up
down_of = Move item { $number } down
grip = Drag to change the order
was_moved = was moved; its number now:
change_of = Change item { $number }
change = Change
adopt = Adopt the agenda
adopt_follows = The gathering agreed to deal with this, in this order. What is put on the agenda later is marked as late.
adopt_waits = The agenda is adopted by the gathering, from the beginning of its session on.
new_item = Another item
title_in = What it is about: { $language }
title_hint = One language is enough for now; the others can be added.
prepares_all = All that is prepared here
parent = Below another item
parent_none = No: an item of its own
late_follows = The agenda is adopted: the item is marked as late.
enter_item = Put it on the agenda
change_item = Change the item
save_item = Keep the change
take_off = Take it off the agenda
take_off_follows = It is not dealt with, and has no number any more. What was said on it stays.

# The course of the meeting: which item is in hand, and when each was dealt with.
course = Course of the meeting
in_hand = Item in hand
nothing_in_hand = No item is in hand.
since = since { $at }
in_hand_since = In hand since { $at }
dealt_with = Dealt with from { $since } to { $until }
dealt_with_at = Dealt with at { $at }
taken = What was dealt with
another_item = Another item
take_up = Take up
close_item = Close the item
undo_taking_up = It was taken up by mistake
undo_closing = It was closed by mistake

# The form of a statement.
statement = Statement
new_statement = Record a statement
speaker = Who spoke
speaker_hint = Those who came in stand here. A summary in nobody's name is what the record itself tells of the discussion: no name stands above it.
speaker_unknown = Not on record
behalf = On behalf of
behalf_organization = Their own organization
behalf_body = The body that meets
behalf_self = Nobody else
words = What was said
said_in = Language of these words
item = Item of the agenda
item_none = None
manner = How it is recorded
said_at = When
said_at_hint = May be left out. By the clocks of the venue.
public = Everybody reads it once the minutes are published
reason = Reason
reason_needed = One line. The minutes are published: everybody reads it.
reason_free = May be left out.
correct = Correct the statement
record_statement = Record the statement
withdraw_statement = Withdraw the statement
withdraw_statement_follows = It no longer stands. Only those who keep the minutes read its words. This cannot be undone.
back = Back to the meeting
wrong_behalf = Whoever spoke has none on record. Please choose another.

# Who did what at the meeting.
roles = Roles at this meeting
roles_hint = Those who came in stand here. They stand in the record with their names.
role_none = Nobody is named
role_chair = Chair
role_acting = Standing in for whoever holds the office
role_opener = Opened by
role_rapporteur = Rapporteur
role_minute_taker = Minute taker
name_roles = Keep the roles

# The form of a contribution, and its thread.
new_contribution = Suggestion, criticism or solution
kind = What it is
origin = From whom
origin_hint = One, several together, or nobody: then nobody is named.
people = People
organizations = Organizations
record_contribution = Record it
disposition = What becomes of it
disposition_legend = It is
reason_disposition = Needed where it is declined. Everybody who reads the minutes reads it.
became_owed = The action is still to be done.
became_done = The action is done.
became_dropped = The action will not be done.
to_action = To the action
dispose = Say so
answer = Answer
record_answer = Record the answer
withdraw_contribution = Take it back
withdraw_contribution_follows = Whoever made it took it back, or it was recorded wrongly. This cannot be undone.

# The documents of a meeting.
documents = Documents
no_documents = No document is listed yet.
documents_lead = What is put before the meeting, for those who take part in it. What is marked as limited is not meant for others.
documents_wait = What is put before the meeting appears here.
revision = Revision { $number }
awaited_lead = This was to be handed in, and is not there in each language yet. Please send it to the secretariat, or say where it is found.
awaited_none = Nothing is late of this. There is nothing that you need to do.
overdue_told = Those who answer for it were told on { $at }
new_document = Another document
document_title_in = Title: { $language }
prefix = The symbol begins with
prefix_hint = Such as RBC/7/DOC. The number follows by itself, and is given to no other document.
hand_in_by = To be handed in by
hand_in_by_hint = May be left out. The day counts by the clocks of the venue.
languages_asked = To be there in
distribution = Who reads it
distribution_general = General
distribution_limited = Limited
distribution_restricted = Restricted
reads_general = General: everybody who reads the minutes
reads_limited = Limited: those who take part
reads_restricted = Restricted: those who keep the minutes
submitted_by = Submitted by
secretariat = Secretariat
due = { $language }: still to come
overdue = { $language }: overdue
open_it = Open
open_document = Open { $symbol }
list_document = List the document
versions = Where it is found
written_in = Language
address = Link
address_hint = It begins with https. The file stays where it is.
add_version = Keep the link
change_document = Change the document
revise = Revise it
revise_follows = A revision follows under the same number, and is to be handed in anew in each language.
withdraw_document = Withdraw the document
withdraw_document_follows = It is not dealt with. Its number is given to no other. This cannot be undone.

# What is in the way.
trouble_not-begun = What is said is recorded from the beginning of the session on.
trouble_already-approved = These minutes are approved: nothing is added any more.
trouble_already-adopted = This agenda is adopted already.
trouble_withdrawn = This was taken back meanwhile.
trouble_no-items = There is nothing on this agenda that could be adopted.
trouble_not-in-session = Items are taken up and closed while the session goes on.
trouble_not-in-hand = This item is not in hand any more.
trouble_nothing-to-undo = Nothing was taken up that could be undone.
trouble_body-unknown = The body that meets is not on record yet. Try again in a moment.
trouble_has-sub-items = Take its sub-items off the agenda first.
trouble_no-versions = Nothing of it is there yet that could be revised.
trouble_full = There is no room for another version of this document.
trouble_stale = Somebody else changed this meanwhile. Look at it as it is now, then decide again.
trouble_other = This cannot be done now.
