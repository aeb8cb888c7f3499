# The frame of every page, signing in, and the pages that belong to no service.

site = Plenary
skip = Skip to the content
language = Language
sign_in = Sign in
sign_out = Sign out
errors_title = Please check the form

# What the page of an error says first; $status is that of HTTP.
problem = { $status ->
    [401] Please sign in
    [403] You may not see or do this
    [404] There is nothing at this address
    [409] A rule does not allow this
    [412] Somebody changed this meanwhile
    [413] That is too large
    [422] Please check what you entered
    [429] Too many requests. Please wait a little
    [500] Something is broken on our side
    [503] This does not work at the moment
   *[other] This did not work
}
# What that means for the reader, and what to do.
means_bad-request = The request could not be read. Please go back and try again.
means_unauthenticated = This is only for somebody who is signed in. Nothing was done.
means_forbidden = Your role does not include this. Whoever gave you the role can say who may.
means_link-invalid = This link is not complete, or was made for something else. Open it again from the mail, or ask for a new one.
means_link-ended = This link has been used already, or has expired. Ask for a new one.
means_cross-site = The form did not come from this site, so nothing was done. Open the page here and send it again.
means_not-found = It may have moved, or may not be meant for you. Please check the address, or start from the front page.
means_method-not-allowed = This address cannot be used in this way. Please start from the front page.
means_conflict = Nothing was changed. Please go back and look at how things stand now.
means_stale = Nothing was changed. Please go back, look at how it is now, and decide again.
means_too-large = Nothing was saved. Please send something smaller.
means_media-type = This kind of file is not taken here. Please choose another.
means_invalid = Nothing was changed. Please go back and correct what you entered.
means_cursor-invalid = This part of the list is no longer there. Please open the list from its beginning.
means_idempotency-key-malformed = The form was not complete. Please open its page again.
means_idempotency-key-reused = This form was sent before with different words. Please open its page again and look at how things stand.
means_if-match-required = It is not known which version you saw. Please open the page again.
means_too-many = Nothing is lost. Please wait a minute, then try again.
means_damaged = Something that is kept here cannot be read. Please tell the secretariat, with the mark below.
means_unavailable = A part of the system does not answer. Nothing was changed; please try again in a moment.
means_uncertain = It is not known whether this was done. Please look at how things stand before you do it again.
means_time-limit = It took too long and was given up. Please look at how things stand before you do it again.
means_draining = The system is starting again. Please try again in a moment.
means_internal = The mistake is ours. Please try again later, or tell the secretariat, with the mark below.
# Above the exact words of an error, which are English.
problem_exactly = The exact words
problem_mark = Mark for the operator
home = Front page

# The operations of an API as a page.
docs_operations = Operations
docs_parameters = Parameters
docs_body = What to send
docs_answers = Answers
docs_example = An example
docs_needed = needed
docs_for = For
docs_file = The same as an OpenAPI 3.1 file
docs_try = Try it
docs_try_hint = It is sent by this browser, as whoever is signed in here, to this very installation.
docs_send = Send

menu = Menu
crumbs = Where this page is
developers = For developers
role_secretariat = Secretariat

# Where the navigation leads.
place_today = Today
place_series = Series
place_gatherings = Gatherings
place_people = People
place_organizations = Organizations
place_bodies = Bodies
place_messages = Messages
place_minutes = Minutes
place_team = Team
place_system = System

# The parts of a gathering.
parts = Parts of this page
tab_overview = Overview
tab_programme = Programme
tab_invitations = Invitations
tab_registrations = Registrations
tab_door = Door
tab_minutes = Minutes
tab_messages = Messages
tab_timeline = Timeline
on_map = Show on a map
in_maps = Open with the map of this device
is_authoritative = (authoritative wording)
authoritative = Authoritative wording ({ $language }):
announced = Announced:
held_by = Held by
nothing_yet = Nothing is known here.
back_to_all = All together

# Parts of every page.
in_zone = Date and time by the clocks of { $zone }
search = Search
pages = Further pages
shown = { $count ->
    [one] One entry on this page
   *[other] { $count } entries on this page
}
more = Show more
to_first = Back to the beginning
look_there = See it on its own page
away = This part does not answer at the moment. The others stand.
state_so_far = State and next steps
moved = Somebody else changed this meanwhile
moved_text = Nothing of yours is lost: your entries still stand in the form. Compare both, then decide.
theirs = As it is now
mine = As you wrote it
apply_mine = Apply mine again
word_gone = Removed:
word_added = Added:

# What is wrong with a field, and what to do about it.
wrong_missing = Please fill this in.
wrong_long = Please write less here.
wrong_number = Please use digits only.
wrong_moment = Please enter a date and a time.
wrong_choice = Please choose one from the list.
wrong_other = Please check this entry.

# Tables that are imported.
table_of_what = Table of
table_file = File
table_file_hint = A workbook (XLSX; its first sheet) or CSV in UTF-8, with the names of the columns in the first line; at most { $most } rows and 5 MB.
table_look = Look at it first
table_wrong_file = Choose a file that is not empty.
table_columns = Columns
table_brought = Tables brought recently
table_brought_at = Brought
table_state = State
table_rows = Rows
table_job_looked = Looked at
table_job_running = Being imported
table_job_done = Imported
table_job_dropped = Dropped
table_dropped_hint = Nobody imported it for a day. What it held was deleted. Bring it again.
table_is_right = { $count ->
    [one] One row, and nothing is wrong with it.
   *[other] { $count } rows, and nothing is wrong with them.
}
table_import_these = { $count ->
    [one] Import this row
   *[other] Import these { $count }
}
table_is_wrong = { $count ->
    [one] One thing is wrong; nothing was imported
   *[other] { $count } things are wrong; nothing was imported
}
table_correct_it = Correct them in your file and bring it again.
table_bring_again = Bring the corrected table
table_going_on = Importing
table_may_leave = You may leave this page and come back; it goes on, also after a restart.
table_look_again = Look again now
table_it_is_done = The table is imported.
table_created = new
table_changed = changed
table_unchanged = as they were
table_refused = { $count ->
    [one] One row was not accepted
   *[other] { $count } rows were not accepted
}
table_first_rows = The first { $count } rows with something wrong:
table_rows_wrong = Rows with something wrong
table_line = Line
table_row = Row
table_what_to_do = What to do

# What is wrong with a row of a table. $n, $most: numbers; $names: of columns, or of what a cell may say.
row_file-empty = The file is empty. The first line names: { $names }.
row_too-many-rows = At most { $n } rows; send the rest in another file.
row_more-may-follow = There may be more after this line; correct those before it first.
row_not-utf-8 = This is not UTF-8. Save the file as “CSV UTF-8” and send it again.
row_workbook-unreadable = This workbook cannot be read. Save it as XLSX once more, or as “CSV UTF-8”, and send that.
row_workbook-too-large = The workbook unpacks to far too much; send its rows in several files.
row_sheet-too-long = Something stands below row { $n }; send the rows in several files.
row_cell-without-end = A cell is far too long, or a quotation mark is not closed; correct it.
row_quotation-mark = A quotation mark is opened and not closed, or followed by text; correct it.
row_too-many-columns = There are { $n } columns, at most { $most } are read. Use: { $names }.
row_no-such-column = There is no such column. Use: { $names }.
row_column-twice = The column stands twice; keep one.
row_column-missing = The column is missing; add it.
row_too-many-cells = More cells than columns; put a text that has a comma between quotation marks.
row_formula = It begins like a formula (=, +, -, @); begin with another character.
row_empty = It is empty; fill it.
row_too-long = It is too long; at most { $n } characters.
row_control-character = It holds a line break or another control character that may not stand there; remove it.
row_row-twice = It stands in line { $n } already; keep one of the two.
row_number-wanted = Write from { $n } to { $most }, in digits.
row_not-one-of = Write one of: { $names }.
row_no-such-time = Its calendar has no such time; write a year, a month or a day, as 1377, 1377-08 or 1377-08-12.
row_several-series = Several series have this title; give one of them another first.
row_exists = It is on record already, and says something else; correct that on its page.
