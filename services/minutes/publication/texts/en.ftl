# Minutes at their permanent address, and the list of what is published.

minutes = Minutes
published_minutes = Published minutes
latest = Latest minutes
none_published = Nothing is published yet.
older = Older minutes
untitled = Gathering without a title
mark_draft = Draft: neither approved nor published.
mark_in_review = In review: neither approved nor published.
mark_approved = Approved, not yet published.
body = Body
venue = Venue
role_chair = Chair
role_acting = Acting chair
role_opener = Opened by
role_rapporteur = Rapporteur
role_minute_taker = Minute taker
planned = Planned for
opened = Opened
closed = Adjourned
approved = Approved
published = Published

# Decisions, with their votes and whether there was a quorum: $present of $members, of whom $required are needed.
decisions = Decisions
no_decisions = No decision was recorded.
decision = Decision { $number }
adopted = Adopted
rejected = Rejected
deferred = Deferred
circulated = Circulated
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
reservation_of = Reservation of { $member }
decision_quorum = Members present: { $present } of { $members } (quorum { $required }).
by_name = How each member voted
member_unknown = A member not on record
declared = As the chair declared.
voted_in_favour = In favour
voted_against = Against
voted_abstaining = Abstaining
voted_not_voting = Did not vote
voted_absent = Absent
count_voted = { $how } ({ $count })
majority_simple = A simple majority was needed: { $required } in favour.
majority_two_thirds = Two thirds were needed: { $required } in favour.
majority_three_quarters = Three quarters were needed: { $required } in favour.
majority_absolute = A majority of all members was needed: { $required } in favour.
in_series = No. { $year }/{ $serial } of the series
quorum = Quorum
quorum_statement =
    { $present ->
        [0] None of
        [one] One of
       *[other] { $present } of
    } { $members ->
        [one] one member
       *[other] { $members } members
    } { $present ->
        [0] was
        [one] was
       *[other] were
    } represented; the quorum is { $required }.
quorum_met = The quorum was reached.
quorum_missed = The quorum was not reached.
quorum_none = No rule asks for a quorum.
quorum_unknown = The body that meets is not on record yet.
quorum_by_item = By agenda item
quorum_on_no_item = On no item
moment_taken_up = Taken up
moment_closed = Closed
quorum_reached = Reached
quorum_lacked = { $count ->
    [one] One member was missing
   *[other] { $count } members were missing
}

# Who was there; $count: how many beside the delegates.
present = Present
nobody = No delegate was inside.
members_present = Members of the body
no_organization = No organization on record
unnamed = Name not on record
others = { $count ->
    [one] One other person was present.
   *[other] { $count } other people were present.
}
people = { $count ->
    [one] one person
   *[other] { $count } people
}
apologies = Apologies
away_excused = excused
away_represented = represented
represented_by = represented by
address = Permanent address

# What was changed in the open; $count: how many delegations came.
corrected = Corrected
withdrawn = Withdrawn
corrected_on = Corrected on
changed_on = Changed on
corrected_notice = Something in this record changed after it was published. What changed is said below each decision and each statement: corrected or withdrawn, with the reason, or adopted or deferred by the silence procedure.
came_adopted = No delegate objected: adopted after this record was published, on
came_deferred = A delegate objected: deferred after this record was published, on
said_before = What it said before
withdrawn_on = Withdrawn on
delegations = { $count ->
    [one] One delegation
   *[other] { $count } delegations
}

# The page as a document: what it is, what stands in it, and how it is followed.
state_draft = Draft
state_in_review = In review
state_approved = Approved
state_published = Published
state_corrected = Published, corrected
read_in = Read in another language
agenda = Agenda, and what was said
contents = In these minutes
about = About this record
what_changed = What changed:
other_languages = { $count ->
    [one] In one other language
   *[other] In { $count } other languages
}
members_came = { $count ->
    [one] member represented
   *[other] members represented
}
members_away = { $count ->
    [one] member absent
   *[other] members absent
}
delegates = { $count ->
    [one] One delegate
   *[other] { $count } delegates
}
feed = Publications and corrections
reports = Reports for the press
follow = Follow as a feed (Atom)
versions = Published versions
to_versions = All versions, and how to check them
feed_published = Minutes published: { $title }
feed_corrected = Decision { $number } corrected: { $title }
feed_withdrawn = Decision { $number } withdrawn: { $title }
feed_adopted = Decision { $number } adopted by silence procedure: { $title }
feed_deferred = Decision { $number } deferred after an objection: { $title }
feed_statement_corrected = Statement corrected: { $title }
feed_statement_withdrawn = Statement withdrawn: { $title }
feed_statement_hidden = Statement withdrawn from the public record: { $title }
feed_statement_hidden_so = It is kept with the part of the record that not everybody reads.

# The list of minutes.
own_minutes = Minutes that you keep
running = In session
search_title = Search by title
none_found = No published minutes have that title.
none_found_text = Type fewer letters, or a word of the title in another language.
all_minutes = All published minutes
none_published_text = As soon as the minutes of a gathering are approved and published they stand here, for everybody to read.

# On paper.
as_pdf = As PDF
final_statement = Final statement
page_of = Page { $page } of { $pages }

# To take along: which part of the record, in which kind of file.
files = Download it
other_files = Other formats
part_full = Full record
part_summary = Summary
part_decisions = Decisions only
