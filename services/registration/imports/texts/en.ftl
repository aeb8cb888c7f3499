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
row_give_the_name_in_at_least_one_language = Give the name in at least one language.
row_there_is_no_organization_with_this_code = There is no organization with this code; import or correct it.
row_somebody_had_this_address_who_has_another_one_now = Somebody had this address who has another one now; write that one. For somebody new who has it, enter the person first.
row_no_series_has_this_title_in_any_language = No series has this title in any language; enter its mandate first, or correct the title.
row_of_what_was_held = Of what was held, and of nothing else, write when: a year, a month or a day.
row_of_what_was_postponed_write_this_in_at_least_one_language = Of what was postponed write this in at least one language.
row_a_code_is_to_latin_letters = A code is { $n } to { $most } Latin letters, digits, dots, hyphens or underscores.
row_a_country_is_two_letters = A country is two letters (ISO 3166), such as IR.
row_a_place_in_the_order_of_precedence_is_a_number_from_to = For the precedence write from { $n } to { $most }, in digits.
row_write_one_e_mail_address = Write one e-mail address, such as name@example.org.
row_its_parents_lead_back_to_itself = Its parents lead back to itself, or up by more than { $n } levels.
row_name_a_time_zone_as_iana_does = Name a time zone as IANA does, such as Asia/Tehran.
