# History: what was said at earlier editions, and what is still to do of them.

history = What was said before
imports = Bring a table of history
columns_hint = Any order will do. The edition is named by the title of its series and its number. A reference is what the row is called in your papers; by it a row is known again.
statements = Statements
open_commitments = Open commitments
table_of_statements = Table of statements
table_of_commitments = Table of open commitments
same_again = What is there already stays as it is; where the table says something else, the row is not accepted. Importing a table twice does nothing twice.
nobody_told = Nobody is written to now; who owes something is reminded before it is due.
to_statements = See what was said
to_commitments = See what is owed
bring_statements = Bring a table
edition = Edition
edition_of = No. { $number }, { $series }
show = Show
owed_of = { $count ->
    [one] One thing is still to do of it
   *[other] { $count } things are still to do of it
}
nothing_said = Nothing is on record of it
nothing_said_text = Statements of this edition come from a table.
choose_edition = Choose an edition
choose_edition_text = What was said there stands here.
no_editions = No edition is on record yet.
said_and_owed = What was said, and what is owed
nameless = Name not on record
day_unknown = Day unknown
manner_as_said = As said
manner_summary = In summary
corrected = corrected
withdrawn = Withdrawn
put_right = Correct or withdraw
statement = Statement
words = Words
reason = Reason
reason_hint = What it said before stays on record.
correct = Correct
withdraw = Withdraw the statement
withdraw_follows = It stays on record that there was one; its words are no longer shown.
not_done = This was not done.
changed_meanwhile = Somebody changed it meanwhile. It stands here as it is now; look at it before you correct it.

# What is wrong with a row of a table. $n, $most: numbers; $names: of columns, or of what a cell may say.
row_no_edition_of_this_number_is_on_record_of_a_series_with_this_title = No edition of this number is on record of a series with this title; bring it first, or correct title and number.
row_in_which_calendar = In which calendar? Write gregorian, solar_hijri or islamic.
row_no_organization_on_record_has_this_code_or_name = No organization on record has this code or name; enter or correct it.
row_several_organizations_have_this_name = Several organizations have this name; write the code.
row_nobody_on_record_has_this_name = Nobody on record has this name; bring the person first, or leave it empty.
row_several_people_have_this_name = Several people have this name; write instead the id in the address of the page of the one.
row_no_body_on_record_has_this_name = No body on record has this name; correct it.
row_several_bodies_have_this_name = Several bodies have this name; name one of them otherwise first.
row_in_the_name_of_an_organization_or_of_a_body = In the name of an organization or of a body: keep one of both.
row_its_owner_is_a_person_or_an_organization = Its owner is a person or an organization: keep one of both.
row_somebody_took_on_what_is_committed = Somebody took on what is committed: write a person or an organization, or “action” as its kind.
row_write_in_at_least_one_language_what_is_to_be_done = Write in at least one language what is to be done.
row_write_a_day_as = Write a day as 1377-08-12; if only the edition is known, leave it empty.
row_write_the_tag_of_a_language = Write the tag of a language, such as fa, ar or en.
