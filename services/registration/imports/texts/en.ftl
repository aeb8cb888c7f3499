# Bringing tables of people and organizations.

imports = Bring a table
of_what = Table of
file = File
file_hint = A workbook (XLSX; its first sheet) or CSV in UTF-8, with the names of the columns in the first line; at most { $most } rows and 5 MB.
look = Look at it first
wrong_file = Choose a file that is not empty.
columns = Columns
columns_hint = Any order will do. Organizations are named by their codes.
brought = Brought of late
brought_at = Brought
state = State
rows = Rows
job_looked = Looked at
job_running = Being imported
job_done = Imported
job_dropped = Dropped
dropped_hint = Nobody imported it for a day. What it held was deleted. Bring it again.

table_of_people = Table of people
table_of_organizations = Table of organizations
is_right = { $count ->
    [one] One row, and nothing is wrong with it.
   *[other] { $count } rows, and nothing is wrong with them.
}
import_these = { $count ->
    [one] Import this row
   *[other] Import these { $count }
}
same_again = What is there already is changed where the table says something else. Importing a table twice does nothing twice.
is_wrong = { $count ->
    [one] One thing is wrong; nothing was imported
   *[other] { $count } things are wrong; nothing was imported
}
correct_it = Correct them in your file and bring it again.
bring_again = Bring the corrected table
going_on = Importing
may_leave = You may leave this page and come back; it goes on, also after a restart.
look_again = Look again now
it_is_done = The table is imported.
created = new
changed = changed
unchanged = as they were
refused = { $count ->
    [one] One row was not accepted
   *[other] { $count } rows were not accepted
}
to_people = See the people
to_organizations = See the organizations
first_rows = The first { $count } rows with something wrong:
rows_wrong = Rows with something wrong
line = Line
row = Row
what_to_do = What to do

# Of editions of earlier times.
earlier_editions = Earlier editions
table_of_editions = Table of earlier editions
to_series = See the series
same_edition_again = What is there already stays as it is; where the table says something else, the row is not accepted. Importing a table twice does nothing twice.
