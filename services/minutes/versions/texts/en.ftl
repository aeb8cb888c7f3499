# The published versions of minutes, what differs between them, and how to check them; $count: how many paragraphs.

versions = Published versions
untitled = Gathering without a title
versions_lead = Whatever was published is kept as it was. When something is corrected a new version is added, and none is ever changed.
version = Version { $number }
newest = The newest
hash = SHA-256
previous_hash = Hash of the version before it
first_one = None: this is the first
what_differs = Read it, and see what differs
read_it = Read it
file = File (JSON)
none_yet = No version is kept yet.
check_title = How to check this
check_lead = Each version has a hash: digits that anybody can compute from its file, and that become others when a single letter of it is changed. The file also holds the hash of the version before it. So nobody can change an old version without changing all that came after it.
check_command = Compute the hash of a version yourself:
check_same = What it prints is the SHA-256 that stands at that version above.
check_chain = In the file, “previous” is the SHA-256 of the version before it; in the first one it is null.
check_form = The file is JSON, written in the one way that RFC 8785 allows. People stand in it by their ids alone. Of what not everybody may read it holds only a hash, made with a secret, which those who keep the minutes can show.
is_first = This is what was published first.
differs = { $count ->
    [0] No paragraph reads differently from the version before it.
    [one] One paragraph differs from the version before it.
   *[other] { $count } paragraphs differ from the version before it.
}
names_now = Names are told as they are on record now.
decision = Decision { $number }
statement = Statement
participant = A participant
kind_suggestion = Suggestion
kind_criticism = Criticism
kind_solution = Solution
changed = Changed
gone = Not there any more
state_recorded = On record
state_open = Nothing became of it yet
state_taken_up = Taken up
state_declined = Declined
state_made_action = Made an action
state_kept = Kept for later
state_withdrawn = Withdrawn
state_adopted = Adopted
state_rejected = Rejected
state_deferred = Deferred
state_circulated = Circulated
