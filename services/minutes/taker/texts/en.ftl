# The page of the minute taker: what is said is typed there as it is said.

taker = Take the minutes
untitled = Gathering without a title
without_item = Not on an item
there = Present
inside_of = { $count ->
    [one] inside, of one who was let in
   *[other] inside, of { $count } who were let in
}
came = came at { $at }
went = left at { $at }
nameless = Name not on record
nobody_yet = Whoever passes the door appears here by itself.
moved_now = Came or went:

# What is typed.
new_paragraph = A new paragraph
goes_on = Go on with this paragraph
item = Item of the agenda
said_by = Who speaks
two_letters = Two letters, or a name
said_in = Language
mark = What it is
mark_none = Only noted
mark_statement = Statement
mark_suggestion = Suggestion
mark_criticism = Criticism
mark_solution = Solution
mark_decision = Decision
mark_action = Action
words = What is said
type_here = Type what is said
keep = Keep it
keep_and_settle = Keep it in the record
leave_it = Leave it as it was
strike = Strike it out
edit = Go on with it
settle = Into the record
decide_it = Record this decision
where_it_is = Where it stands

# Where each paragraph is kept.
kept_here = Kept in this browser
kept_there = Kept on the server
in_record = In the record
not_kept = This browser has no room to keep it: wait until the server has it
waiting_for = Kept in this browser, not on the server yet:
all_kept = All of it is kept on the server
sign_in_again = Kept in this browser. Sign in again in another window, and it is sent
refused_kept = The server did not take this. It stays in this browser:
both = Somebody else wrote in this paragraph. Nothing is overwritten: here are both.
theirs_is = What stands there
mine_is = What you typed
mine_again = Apply mine again
as_new = Keep mine as a new paragraph
leave_theirs = Leave theirs
try_again = Try again
discard = Discard what I typed
replanned = The agenda has changed. Open this page again to see it; what you typed stays.

# Who speaks.
speaks_now = Speaks now
nobody_speaks = Nobody speaks now.
next_speak = Next
unwritten = Spoke, and nothing is written yet
list_of_speakers = List of speakers
write_this = Write what they say
purpose_point_of_order = Point of order
purpose_right_of_reply = Right of reply

# Keys.
keys = Keys
key_enter = Keep the paragraph and begin the next
key_line = A new line in the paragraph
key_settle = Keep it, and put it into the record
key_mark = What it is, by its number
key_item = The item before, the next item
key_take_up = Take up the item that is chosen
key_speaker = At the beginning: who speaks, by two letters
key_speaks = A statement of who has the floor
key_last = In an empty field: go on with your last paragraph
key_escape = Back to what you type
key_help = This list; the mark alone outside of a field

# Before it is closed.
closing = Before you close
no_gaps = Nothing is missing.
gap_to_settle = { $count ->
    [one] One paragraph has a mark and is not in the record yet.
   *[other] { $count } paragraphs have a mark and are not in the record yet.
}
settle_all = Put all of them into the record
gap_unmarked = { $count ->
    [one] One paragraph is only noted. It stays here and does not come into the record.
   *[other] { $count } paragraphs are only noted. They stay here and do not come into the record.
}
gap_to_decide = Decisions to record
gap_undisposed = Nobody has said what becomes of
gap_ownerless = Nobody is to do it yet
to_desk = To the meeting

# What was done, and what is in the way.
done_kept = It is kept.
done_settled = It is in the record.
done_struck = It is struck out.
taken_up = In hand now:
trouble_not-in-session = Items are taken up and closed while the session goes on.
trouble_not-begun = What is said is typed from the beginning of the session on.
trouble_already-approved = These minutes are approved: nothing is added any more.
trouble_settled = This stands in the record already; it is changed there.
trouble_struck = This was struck out meanwhile.
trouble_unmarked = Say first what it is to be in the record. The words are kept.
trouble_by-form = The words are kept. A decision is recorded by its form, which you find beside it.
trouble_too-long = The words are kept. An action has at most 2,000 characters: shorten it, or mark it as something else.
trouble_stale = Somebody else wrote in this paragraph meanwhile. Look at it, then decide again.
trouble_other = This cannot be done now.
