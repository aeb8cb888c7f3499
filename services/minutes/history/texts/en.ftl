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
row_no-edition = No edition of this number is on record of a series with this title; bring it first, or correct title and number.
row_which-calendar = In which calendar? Write gregorian, solar_hijri or islamic.
row_no-organization = No organization on record has this code or name; enter or correct it.
row_several-organizations = Several organizations have this name; write the code.
row_nobody = Nobody on record has this name; bring the person first, or leave it empty.
row_several-people = Several people have this name; write instead the id in the address of the page of the one.
row_no-body = No body on record has this name; correct it.
row_several-bodies = Several bodies have this name; name one of them otherwise first.
row_one-name = In the name of an organization or of a body: keep one of both.
row_one-owner = Its owner is a person or an organization: keep one of both.
row_no-owner = Somebody took on what is committed: write a person or an organization, or “action” as its kind.
row_no-text = Write in at least one language what is to be done.
row_no-day = Write a day as 1377-08-12; if only the edition is known, leave it empty.
row_language = Write the tag of a language, such as fa, ar or en.
