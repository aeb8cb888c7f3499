"""minutes: what was said, proposed, decided, and what came of it. Its subjects, in order; each knows those below it:

timelines    what became of minutes, and where somebody came in and went out, for a page of registration
taker        the page of the minute taker: what is said is typed as it is said
desk         what the chair and the secretariat see of a meeting: who is present, what was decided, what is still to do
history      what was said at earlier editions, and what is still to do of them, from tables
final_statement  the text that a conference ends with: drafted, amended, adopted, corrected as a new version
versions     what was published, kept as it was; each version with the hash of the one before it
comments     what those who are asked find not right in a draft, and what comes of it
actions      what somebody is to do, or promised to do; who owes what, across editions
reports      what the press is told of a gathering, and what appeared about it
publication  the page of the record at its permanent address, and the list of what is published
speakers     who asked to speak on an item, in which order they do, who speaks now, and who has spoken
proceedings  the agenda with what belongs to each item: as it is shown, and kept by hand
contributions  suggestions, criticisms and solutions, with answers, and what became of each
reviews      who is asked to look at a draft, each with a link of their own
statements   what speakers said, in whose name, as said or in summary
decisions    what a gathering in session resolved, how, and with which quorum
paragraphs   what is typed while it is said, by one minute taker or several; in the end a part of the record
documents    what is put before a meeting: by number, agenda item, language, deadline and distribution
course       which item of the agenda is in hand, and when each was taken up and closed
agenda       what a gathering deals with, in which order
attendance   who came, kept live from the door and noted by hand; whether they are enough
exports      any text of the record, for a word processor, a plain reader, or as a page that stands alone
record       the minutes themselves: drawn up, opened, closed, approved, published
mirrors      what is kept of gatherings, editions, organizations, bodies and people
"""

from services.minutes import (
    actions,
    agenda,
    attendance,
    comments,
    contributions,
    course,
    decisions,
    desk,
    documents,
    exports,
    final_statement,
    history,
    mirrors,
    paragraphs,
    proceedings,
    publication,
    record,
    reports,
    reviews,
    speakers,
    statements,
    taker,
    timelines,
    versions,
)
from shared.flow import Definition

SERVICE = Definition(
    "minutes",
    (
        timelines.SUBJECT,
        taker.SUBJECT,
        desk.SUBJECT,
        history.SUBJECT,
        final_statement.SUBJECT,
        versions.SUBJECT,
        comments.SUBJECT,
        actions.SUBJECT,
        reports.SUBJECT,
        publication.SUBJECT,
        speakers.SUBJECT,
        proceedings.SUBJECT,
        contributions.SUBJECT,
        reviews.SUBJECT,
        statements.SUBJECT,
        decisions.SUBJECT,
        paragraphs.SUBJECT,
        documents.SUBJECT,
        course.SUBJECT,
        agenda.SUBJECT,
        attendance.SUBJECT,
        exports.SUBJECT,
        record.SUBJECT,
        mirrors.SUBJECT,
    ),
)
