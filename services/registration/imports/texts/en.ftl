# Bringing tables of people and organizations.

imports = Bring a table
columns_hint = Any order will do. Organizations are named by their codes.

table_of_people = Table of people
table_of_organizations = Table of organizations
same_again = What is there already is changed where the table says something else. Importing a table twice does nothing twice.
to_people = See the people
to_organizations = See the organizations

# Of editions of earlier times.
earlier_editions = Earlier editions
table_of_editions = Table of earlier editions
to_series = See the series
same_edition_again = What is there already stays as it is; where the table says something else, the row is not accepted. Importing a table twice does nothing twice.

# What is wrong with a row of a table. $n, $most: numbers; $names: of columns, or of what a cell may say.
row_no-name = Give the name in at least one language.
row_no-such-code = There is no organization with this code; import or correct it.
row_former-address = Somebody had this address who has another one now; write that one. For somebody new who has it, enter the person first.
row_no-series = No series has this title in any language; enter its mandate first, or correct the title.
row_held-when = Of what was held, and of nothing else, write when: a year, a month or a day.
row_postponed-why = Of what was postponed write this in at least one language.
row_organization-code = A code is { $n } to { $most } Latin letters, digits, dots, hyphens or underscores.
row_country = A country is two letters (ISO 3166), such as IR.
row_precedence = For the precedence write from { $n } to { $most }, in digits.
row_address = Write one e-mail address, such as name@example.org.
row_above-itself = Its parents lead back to itself, or up by too many levels.
row_not-come = When it was held has not come yet; correct it.
row_not-over = Its time is not over; postpone it by a decision.
row_time-zone = Name a time zone as IANA does, such as Asia/Tehran.
