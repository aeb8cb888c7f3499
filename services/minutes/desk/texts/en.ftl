# The desk: a meeting and its minutes, for its chair and the secretariat.

desk = Minutes of the meeting
untitled = Gathering without a title
read_published = Read what is published
preview = Preview
press_report = Report for the press
final_statement = Final statement
step_drawn_up = Waits for the session
step_running = In session
step_adjourned = Adjourned
step_in_review = In review
step_approved = Approved
step_published = Published

# Who is there.
present = Present
live = Live
inside_of = { $count ->
    [one] inside, of one who was let in
   *[other] inside, of { $count } who were let in
}
quorum = Quorum
quorum_there = The quorum is there
quorum_lacks = { $count ->
    [one] One member is missing
   *[other] { $count } members are missing
}
quorum_none = No rule asks for one
quorum_unknown = The body is not on record yet
members_here = { $count ->
    [one] member present
   *[other] members present
}
members_away = { $count ->
    [one] member absent
   *[other] members absent
}
quorum_line = { $required } of { $members } members are needed: the line in the picture.
delegates = Delegates, the last to move first
came = came at { $at }
went = left at { $at }
were_present = { $count ->
    [one] delegate was present
   *[other] delegates were present
}
quorum_afterwards = Each decision keeps the quorum of its moment; the preview shows who was represented.
nameless = Name not on record
nobody_yet = No delegate has come in yet. Whoever passes the door appears here by itself.
nobody_came = No delegate was inside.
others = { $count ->
    [one] One more
   *[other] { $count } more
}
not_listed = { $count ->
    [one] One more is not listed here.
   *[other] { $count } more are not listed here.
}

# What is next.
waits_for_session = Decisions are recorded while the gathering is in session.
to_overview = Begin the session on the overview
approve_title = Are the minutes as they should be?
approve_lead = The session has ended. Look through what was recorded, correct it where it is wrong, and then approve it.
review_awaited = Those who were named approve these minutes, each by a link of their own. See what was commented, and who is still awaited.
to_review = Review: ask those who were there
approve = Approve the minutes
approve_follows = You say that the record is right. Nobody is told yet, and only you and those who keep it can read it until it is published. Decisions can still be corrected, with a reason.
publish_title = Let everybody read them
publish_lead = The minutes are approved. Nobody else reads them yet.
publish = Publish the minutes
publish_follows = { $names ->
    [0] Everybody may read the minutes from now on, and the feed tells of them. This cannot be taken back; what is wrong is corrected in the open.
    [one] Everybody may read the minutes from now on, with the name of one delegate who was present, and the feed tells of them. This cannot be taken back; what is wrong is corrected in the open.
   *[other] Everybody may read the minutes from now on, with the names of { $names } delegates who were present, and the feed tells of them. This cannot be taken back; what is wrong is corrected in the open.
}
gaps = To look at
no_gaps = Nothing is missing.
gap_body = The body that meets is not on record yet, so no quorum can be counted.
gap_decisions = No decision was recorded.
gap_silence = A text is still circulated for silence.
gap_text = Decision { $number } has no text in: { $languages }
gap_owners = { $count ->
    [one] One action has no owner.
   *[other] { $count } actions have no owner.
}
gap_contributions = { $count ->
    [one] Nobody has said what becomes of one suggestion, criticism or solution.
   *[other] Nobody has said what becomes of { $count } suggestions, criticisms and solutions.
}
gap_names = { $count ->
    [one] The name of one delegate is not on record.
   *[other] The names of { $count } delegates are not on record.
}
gap_homes = { $count ->
    [one] The organization of one delegate is not on record.
   *[other] The organizations of { $count } delegates are not on record.
}
comma = { ", " }

# Decisions.
decisions = Decisions
no_decisions = No decision was recorded yet.
decision = Decision { $number }
adopted = Adopted
rejected = Rejected
deferred = Deferred
circulated = Circulated
withdrawn = Withdrawn
corrected = Corrected
by_consensus = By consensus
by_acclamation = By acclamation
by_show_of_hands = By show of hands
by_recorded_vote = By recorded vote
by_silence_procedure = By silence procedure
by_roll_call = By roll call
by_secret_ballot = By secret ballot
votes = { $in_favour } in favour, { $against } against, { $abstaining } abstaining
silent_until = Adopted on { $until } unless a delegate objects
objections = { $count ->
    [one] One delegate objected.
   *[other] { $count } delegates objected.
}
in_series = No. { $year }/{ $serial } of the series
correct_or_withdraw = Correct or withdraw decision { $number }
record_number = Record decision { $number }
record = Record the decision
record_follows = It is kept at once with its number and the quorum of this moment. What was recorded wrongly can be corrected later, with a reason.
text_in = What was decided: { $language }
text_hint = One language is enough for now; the others can be added.
item = Item of the agenda
item_none = None
adoption = How it was decided
votes_legend = Votes
votes_hint = Only where votes are counted. The rule of the body says what they come to; without one, more in favour than against adopts it.
to_by_name = Vote by name
to_circulate = Circulate it for silence
to_roles = Roles at this meeting
circulate_title = Circulate a text for silence
circulate_lead = Each delegate who was let in is told by mail, with a link to object without an account. If nobody has objected by the time below, it is adopted then by itself; otherwise it is deferred, and the objection is on record.
circulate = Circulate it
reply_by = Until when one can object
circulate_follows = { $count ->
    [0] No delegate is known whose silence could be asked for.
    [one] One delegate is told by mail.
   *[other] { $count } delegates are told by mail.
}
objection_title = Your silence, or your objection
objection_lead = This is put to the delegates by silence procedure. If you agree, there is nothing that you need to do.
objection_words = Why you object (if you want to say so)
objection_words_hint = For the record of the meeting.
object = I object
object_follows = It is not adopted, but deferred. This cannot be taken back.
objected = Your objection is on record.
silence_over = The time to object is over.
by_name = A vote by name
ballots = How each member voted
ballots_hint = The arrow keys choose within a row, the tab key goes to the next member. Who is not inside is taken for absent. The totals follow.
member = Member
nameless_member = Name not on record
nobody_votes = Nobody is known who could vote
nobody_votes_hint = The members of the body vote by name; where no body meets, whoever sent delegates.
question = What the vote is about
question_substantive = The matter itself
question_procedural = How to go on (procedure)
question_hint = The body may ask for another majority. Its rule says what the vote came to.
declared = What the chair declared
declared_none = Nothing else than follows from the votes
declared_hint = Where the body has no rule, or to leave it for later. Without a quorum it can only be deferred.
in_favour = In favour
voted_in_favour = In favour
voted_against = Against
voted_abstaining = Abstaining
voted_not_voting = Did not vote
voted_absent = Absent
against = Against
abstaining = Abstaining
correct_title = Correct it
correct_follows = What it said before stays in the record, with your reason.
correct_follows_published = The minutes are published: everybody reads what it said before, what it says now and your reason, and the feed tells of it.
correct = Correct the decision
reason_correct = Why it is corrected
reason_hint = One line. Everybody who reads the minutes reads it.
withdraw_title = Withdraw it
withdraw_follows = It does not stand any more. It keeps its number and stays readable, with your reason. This cannot be undone.
withdraw_follows_published = It does not stand any more. The minutes are published: everybody reads that it was withdrawn, and why, and the feed tells of it. This cannot be undone.
withdraw = Withdraw the decision
reserve_title = Record a reservation
reserve_lead = A member agrees, with a reservation: everybody who reads the minutes reads its words.
reserve = Record the reservation
reserve_of = In the name of
reserve_words = The reservation, in its own words
said_in = Language of the words
done_reserve = The reservation is recorded.
reservation_of = Reservation of { $member }
reason_withdraw = Why it is withdrawn
back = Back to the meeting

# What was done, and what is in the way.
done_record = The decision is recorded.
done_correct = The decision is corrected.
done_withdraw = The decision is withdrawn.
done_circulate = The text is circulated. The delegates are told.
done_approve = The minutes are approved.
done_publish = The minutes are published.
trouble_no-quorum = There is no quorum at this moment, so nothing can be decided. What you wrote still stands in the form.
quorum_missing = { $present } of { $members } members present, quorum { $required }: { $count ->
    [one] one more must come in
   *[other] { $count } more must come in
} before this item can be put to the vote. Until then it can be deferred.
trouble_not-in-session = The gathering is not in session, so no decision is recorded.
trouble_body-unknown = The body of this gathering is not known here yet. Please try again in a moment.
trouble_series-unknown = The series of this gathering is not known here yet. Please try again in a moment.
trouble_withdrawn = This decision was withdrawn meanwhile.
trouble_not-adopted = A reservation is made about what was adopted.
trouble_circulated = Others were asked about these words. Withdraw it, and circulate another text.
trouble_nobody-to-ask = No delegate is known whose silence could be asked for.
trouble_silence-over = The time to object is over.
trouble_not-closed = Minutes are approved after the gathering has adjourned.
trouble_already-approved = These minutes are approved already.
trouble_not-approved = Only approved minutes are published, and once.
trouble_has-approvers = Those who were named approve these minutes.
trouble_stale = Somebody else changed this meanwhile. Look at it as it is now, then decide again.
trouble_other = This cannot be done now.
wrong_text = Please write what was decided, in one language at least.
wrong_votes = This way of deciding counts no votes. Leave this empty, or choose another way.
wrong_reply_by = Please leave those who are asked an hour at least, and a year at most.
wrong_declared = The rule of the body says what this vote came to. Choose nothing here, or what the rule says.
wrong_ballots = Please choose for each member of the body how it voted, and for nobody else.
wrong_same = This is what the decision says already. Change something above.

# Cards of Today.
card_to_approve = Minutes to approve
card_to_publish = Minutes to publish
card_go_to_approve = Look through the oldest
card_go_to_publish = Publish the oldest
card_none_to_approve = The minutes of all meetings that have ended are approved.
card_none_to_publish = All approved minutes are published.
ended = Ended on { $day }

# What came of it.
actions = Actions and commitments
# The roll: who is there, seen by the door or noted by hand.
roll = Attendance list
roll_lead = Where there was no door, note here who is there, and who is not. What the door saw of somebody stands.
roll_who = Who
roll_state = Attendance
roll_more = More
roll_empty = Nobody is expected yet
is_expected = Expected
is_present = Present
is_left = Left
is_absent = Absent
is_excused = Excused
is_represented = Represented
by_door = seen at the door
by_hand = noted by hand
note_all = Note all of it
note_it = Note it
back_to_roll = Back to the list
represented_by = Who speaks for them
represented_hint = Only of who is represented.
nobody_known = Nobody, or not known
arrived_at = Arrived late, at
left_at = Left early, at
times_hint = Leave the times empty for whoever was there from the beginning to the end.
done_noted = It is noted.
trouble_at-the-door = The door saw them come in; what it says stands.
wrong_represented_by = Please choose this only for who is represented, and nobody for themselves.
wrong_arrived_at = Please write this only of who was there.
wrong_left_at = Please write this only of who left, and no earlier than they arrived.

# Where what is said is typed.
take_minutes = Take the minutes

# What a decision brings about.
effect = What it brings about
effect_hint = Only if the decision postpones something, has it held in another way, or calls a meeting. Nothing happens before it is adopted, and an office of the body or the secretariat has confirmed it.
effect_kind = The decision
effect_none = brings nothing about
effect_postpone = postpones a gathering or an edition
effect_change_mode = has a gathering held in another way
effect_call_meeting = calls a meeting
effect_target = Of what
effect_target_none = Please choose
effect_target_hint = A meeting is called of the body, or of the edition: then it is its next coordination meeting.
effect_mode = How it is held
effect_mode_none = Nothing is said about that
mode_in_person = In person
mode_online = Online
mode_hybrid = In person and online
effect_starts_at = New beginning
effect_ends_at = New end
effect_planned_for = For when the edition is planned then
effect_planned_for_hint = A year, a month or a day in the calendar of the mandate, such as 1405, 1405-08 or 1405-08-12. Leave all times empty if nobody knows one.
wrong_effect = This is missing, or does not go with what the decision brings about.
to_meeting = To the meeting
