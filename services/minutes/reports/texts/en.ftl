# Reports for the press: the list, one report, and where it is written.

reports = Reports
report = Report for the press
published_minutes = Minutes
untitled = Report without a headline
none_published = No report is published yet.
none_published_text = A report of each meeting stands here, for the press and everybody else, as soon as the secretariat publishes it.
older = Older reports
feed = Reports and corrections
feed_corrected = Corrected: { $headline }
follow = Follow as a feed (Atom)
subscribe = Be told by mail
read_in = Read in another language
mark_draft = Draft: not published. Only who keeps the record sees it.
state_draft = Draft
state_published = Published
state_corrected = Corrected
participant = A participant
translated = translated
decisions = What was decided
present = Who was present
organizations = { $count ->
    [one] One organization
   *[other] { $count } organizations
}
coverage = In the media
no_coverage = Nothing is collected yet.
corrections = What was corrected
corrected_at = Corrected on { $at }
what_changed = What changed
changed_elsewhere = In this language nothing changed.
about = About this report
gathering = Gathering
minutes_follow = The minutes follow.
source = Source
related = Related reports
address = Permanent address
files = Download it
as_pdf = As PDF
page_of = Page { $page } of { $pages }

# What a report is made of.
part_headline = Headline
part_lead = Lead
part_quote = Quotation
part_text = Text

# How it begins; $people who came for $organizations.
comma = { ", " }
draft_lead = The { $body } met on { $day } in { $venue } for “{ $title }”.
draft_lead_without_body = “{ $title }” was held on { $day } in { $venue }.
draft_present = { $people ->
    [one] One delegate
   *[other] { $people } delegates
} of { $organizations ->
    [one] one organization
   *[other] { $organizations } organizations
} came.
draft_agenda = On the agenda: { $items }.
draft_decided = It was decided: { $text }

# Where it is written; $count: people of the press who are told.
no_report = There is no report yet
no_report_text = Begin with what the record says: who met, who came, what was decided, and words of a statement. Then go on in your own words.
not_begun_text = As soon as the gathering has been in session a report can be drawn from its record.
do_draft = Draw it from the record
preview = Preview
read_it = Read it as published
lead_hint = Who, what, when, where, in one or two sentences.
quote_hint = Words of the statement that you choose below; in another language their translation.
text_hint = An empty line begins a new paragraph.
statement = Statement that is quoted
no_statement = Nobody is quoted
statement_hint = Public statements of this gathering that are stood by.
reason = Why it is corrected
reason_hint = Everybody reads it, below the report.
told_follows = { $count ->
    [0] Everybody reads it at once. Nobody of the press is registered for this gathering.
    [one] Everybody reads it at once, and one person of the press is told by mail.
   *[other] Everybody reads it at once, and { $count } people of the press are told by mail.
}
subscribers_too = Whoever subscribed to reports by mail is told, too.
do_write = Keep
do_publish = Publish
do_correct = Correct
quote_moved = The statement was changed since: these words are not in it any more.
collect = Note what appeared
outlet = Outlet
link = Link
place = Where it appeared
appeared_on = Date
do_collect = Note it
do_strike = Remove
done_draft = It is drawn from the record. Read it, and go on.
done_write = Kept.
done_publish = Published.
done_correct = Corrected.
done_collect = Noted.
done_strike = Removed.
trouble_not-begun = The gathering has not been in session yet.
trouble_published = It was published meanwhile. Correct it, with a reason.
trouble_not-published = It is not published yet.
trouble_enough = No more can be collected of one gathering.
trouble_stale = Somebody else changed it meanwhile.
trouble_other = This cannot be done. Look at the fields again.
