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
