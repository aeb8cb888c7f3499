# The text that a conference ends with: where it is written, amended and adopted, and where everybody reads it.
final_statement = Final statement
untitled = Gathering without a title
read_published = Read what is published
none_yet = There is no final statement yet
none_yet_text = It has a preamble and numbered paragraphs. Delegations propose amendments to it, and the gathering adopts it.
authoritative_language = Language whose wording counts
authoritative_hint = The other languages stand beside it. Whichever of them does not say yet what it says is marked.
begin = Begin the draft
state_draft = Draft
state_under_amendment = Open to amendments
state_adopted = Adopted

# The text.
part = Where it stands
part_preamble = Preamble
part_operative = Operative paragraphs
none_preamble = The preamble has no paragraph yet.
none_operative = There is no operative paragraph yet.
of_preamble = Paragraph of the preamble
operative = Paragraph { $number }
counts = authoritative wording
counting_is = What counts is the wording in this language: { $language }.
outdated = Outdated
not_there = Not there yet.
write = Change
up = Move up: { $place }
down = Move down: { $place }
new_paragraph = Another paragraph
words_in = Words: { $language }
words_in_counting = Words that count: { $language }
add = Add the paragraph
save = Save
outdated_since = Since it was written, the wording that counts has changed in this way:
holds = Still right as it stands: { $language }
leave_out = Leave this paragraph out
leave_out_follows = It does not stand in the text any more, and those after it are renumbered.
correct = Correct
correct_follows = This text is adopted. A correction makes a new version, which everybody reads with the reason; what was adopted stays readable.
why_corrected = Reason
why_corrected_hint = One line that everybody reads.
do_correct = Make the new version

# The next step.
next_step = Next step
draft_hint = Write the paragraphs. Once they lie before the gathering, amendments are proposed to them.
open = Open it to amendments
open_follows = The draft is kept as it is now, and amendments to it can be noted. Nobody is told by mail.
adopt_waits = It is adopted by the gathering, from the beginning of its session on.
adopt = Adopt it
adopt_follows = From now on everybody can read it at its own address, and all who are registered are told by mail. It cannot be changed after that; a correction is a new version with a reason.
by_decision = Adopted by
no_decision = No decision is named
decision_of = Decision { $number }: { $text }
adopted_hint = What is adopted is not written over. A correction is a new version, with a reason.

# Amendments.
amendments = Amendments
amendment = Amendment { $number }
no_amendments = None was proposed yet.
propose = Propose an amendment
propose_first = One more paragraph at the beginning
new_amendment = Note an amendment
kind = What is proposed
kind_replace = Other words for this paragraph
kind_insert = One more paragraph after it
kind_delete = To leave this paragraph out (write no words)
proposed_by = Proposed by
by_nobody = nobody is named
do_propose = Note it
became_proposed = Proposed
became_accepted = Accepted
became_rejected = Rejected
became_merged = Merged
insert_first = A paragraph at the beginning
insert_behind = A paragraph after paragraph { $number }
insert_behind_preamble = A paragraph in the preamble
replace_operative = Other words for paragraph { $number }
replace_preamble = Other words in the preamble
delete_operative = Leave out paragraph { $number }
delete_preamble = Leave out a paragraph of the preamble
was_replace = Other words for a paragraph that is gone
was_insert = A paragraph after one that is gone
was_delete = A paragraph left out
moved_chip = Look at both
moved_note = The paragraph says something else by now than what this amendment was proposed to. Nothing is written over unseen: compare both, then decide.
gone_note = The paragraph does not stand in the text any more, so this amendment can only be rejected or merged.
meanwhile = What changed meanwhile
would_be = What it would change now
as_proposed = As it was proposed
what_changes = What it changes
accept = Accept
accept_hint = As it goes into the text; change it if the gathering agreed on other words.
over = Let it replace what the paragraph says now
do_accept = Accept it
reject = Reject
reason = Reason
reason_hint = May stay empty.
do_reject = Reject it
why_rejected = Reason
merge = Merge into another one
into = Into which
choose = Please choose
do_merge = Merge it
merged_into = It is dealt with as part of amendment { $number }.
went_over = When it was accepted the paragraph said something else than what it was proposed to; both were looked at.
back_to_text = Back to the text

# What was done, and what is in the way.
done_draft = The draft is begun. Write its paragraphs.
done_write = It is written down.
done_correct = There is a new version.
done_move = It is moved.
done_leave-out = It is left out.
done_open = Amendments can be noted.
done_adopt = It is adopted. Everybody can read it now.
done_propose = The amendment is noted.
done_accept = The amendment is accepted; the text says so.
done_reject = The amendment is rejected.
done_merge = The amendment is merged.
trouble_adopted = It is adopted already: correct it as a new version.
trouble_not-open = Amendments are noted while the text is open to them.
trouble_not-adopted = It is not adopted yet: simply change it.
trouble_not-begun = It is adopted from the beginning of the session on.
trouble_no-paragraphs = Write at least one operative paragraph first.
trouble_amendments-open = Say first what becomes of every amendment.
trouble_not-a-draft = Amendments were opened before.
trouble_paragraph-moved = Nothing was written over: the paragraph says something else by now. Compare both below; tick the box to accept it all the same.
trouble_paragraph-gone = The paragraph does not stand in the text any more.
trouble_decided = This amendment was decided on already.
trouble_full = No more of them are kept in one text.
trouble_too-large = The text is too large with what its versions and amendments keep. Say it shorter, leave a paragraph out, or take a language away; what you wrote still stands in the form.
trouble_stale = Somebody changed the text meanwhile. Look at it as it is now, then decide again.
trouble_other = That was not possible.
wrong_same = This is what it says already. Please write other words.

# Versions, and the page that everybody reads.
versions = Versions
version_adopted = As it was adopted
version_corrected = Corrected
what_differs = What differs, word by word
published_minutes = Published minutes
adopted_on = Adopted:
by_decision_number = by decision { $number }
corrected_on = Corrected:
corrected_notice = What was adopted stays readable below, with what differs.
read_in = Read it in another language
side_by_side = Languages side by side
one_language = One language
as_pdf = PDF
files = Download it
mark_draft = A draft. It is not adopted, and may change.
this_counts = This is the wording that counts.
address = Address
page_of = Page { $page } of { $pages }
open_left = { $count ->
    [one] One amendment is still to be decided before the text can be adopted.
   *[other] { $count } amendments are still to be decided before the text can be adopted.
}
outdated_left = { $count ->
    [one] One wording is outdated: it does not say yet what the wording says that counts.
   *[other] { $count } wordings are outdated: they do not say yet what the wording says that counts.
}
