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

menu = Menu
crumbs = Where this page is
developers = For developers
role_secretariat = Secretariat

# Where the navigation leads.
place_today = Today
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
tab_registrations = Registrations
tab_door = Door
tab_minutes = Minutes
tab_messages = Messages

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

# What is wrong with a field, and what to do about it.
wrong_missing = Please fill this in.
wrong_long = Please write less here.
wrong_number = Please use digits only.
wrong_moment = Please enter a date and a time.
wrong_choice = Please choose one of the list.
wrong_other = Please check this entry.
