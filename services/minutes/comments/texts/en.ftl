# The review of a draft: of who is asked, and of who keeps the minutes.

review = Review of the draft
untitled = Gathering without a title
no_account = You came by the link in a mail; you need no account.
review_lead = You were there: please read the draft of the minutes, and say at each paragraph what is not right. The secretariat answers every comment.
open_until = Comments are taken until
closed_now = The time for comments is over. What you wrote, and what came of it, stands below.
is_published = These minutes are published.
to_published = Read what is published
approve_title = Your approval
approve_lead = You were named to approve these minutes. Once everybody who was named has done so they are approved. If the text is changed afterwards you are asked again.
approve = I approve these minutes
approved_by_you = You approved these minutes as they are. Thank you.
not_now = There is nothing to approve at the moment.
whole = The draft as a whole
decision = Decision { $number }
about_statement = Statement
about_contribution = Brought forward
about_action = Action
kind_suggestion = Suggestion
kind_criticism = Criticism
kind_solution = Solution
gone = Withdrawn
not_public = Not public
became_open = Nothing became of it yet
became_taken_up = Taken up
became_declined = Declined
became_made_action = Made an action
became_kept = Kept for later
became_withdrawn = Taken back
became_adopted = Adopted
became_rejected = Rejected
became_circulated = Circulated
became_deferred = Deferred
comment_here = Comment on this
what_is_wrong = What is not right, and how should it read?
said_in = Language of your comment
send_comment = Send the comment
your_comment = Your comment
answer = Answer
settled_open = Not answered yet
settled_taken_up = Taken up
settled_declined = Stays as it is
done_own_comment = Your comment has arrived. The secretariat will answer it; you find the answer on this page.
done_own_approve = Your approval is on record. Thank you.

# The page of who keeps the minutes; $count: how many people.

how_it_stands = How it stands
takes_comments = Comments are taken
time_over = The time is over
comments_until = Comments until
asked = Asked
asked_count = { $count ->
    [one] One person
   *[other] { $count } people
}
approvers = Who approves them
approver_number = Who approves them ({ $number })
approvers_hint = Each of them approves by the link in a mail, or signed in. Where there is nobody, you approve the minutes yourself.
nobody = Nobody
nameless = Name not on record
awaited = Not yet
approved_at = Approved: { $at }
approver_gone = Erased, and cannot approve: begin a new round without them below.
note_approval = Approved by letter or telephone
circulate_title = Ask those who were there
ask_again = Give more time, or begin a new round
circulate_lead = Everybody who was there gets a mail with a link to the draft, and can comment on each paragraph.
circulate_again_follows = A new round begins: everybody gets another mail, and approvals that were given no longer count.
circulate_follows = They are told at once. You can still correct the draft meanwhile; whoever approved it before is then asked again.
circulate = Circulate the draft
comments = Comments
no_comments = Nobody has commented yet.
no_comments_text = What those who were there write stands here, at its paragraph.
erased = Whoever wrote this was erased, and their words with them.
to_statement = Correct the statement
to_decision = Correct the decision
settle = Answer
settle_again = Answer differently
reason = Reason, or what was changed
reason_hint = Needed where the record stays as it is. Whoever commented reads it.
take_up = Taken up: the draft says so
decline = It stays as it is
done_circulate = The draft is circulated, and those who were there are told.
done_approve = The approval is on record.
done_settle = The answer is on record; whoever commented finds it on their page.

# What is in the way.

trouble_comments-closed = The time for comments is over. What you wrote has not been kept; please tell the secretariat.
trouble_enough = No more comments of one person are kept.
trouble_no-approver = Others were named to approve these minutes.
trouble_changed = The minutes were changed while you were reading. Please look at them as they are now, then approve.
trouble_not-closed = The draft is circulated after the gathering has adjourned.
trouble_already-approved = These minutes are approved already.
trouble_already-published = These minutes are published: what is wrong is corrected in the open.
trouble_has-approvers = Those who were named approve these minutes.
trouble_stale = Somebody else changed this meanwhile. Look at it as it is now, then decide again.
trouble_other = This cannot be done now.
