# The frame of every page, signing in, and the pages that belong to no service.

site = Plenary
skip = Skip to the content
language = Language
sign_in = Sign in
sign_out = Sign out
sign_in_once = This link works once. Use the button to sign in on this device.
sign_in_none = Open the sign-in link that you were given. The installation prints one when it starts.
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
docs_for = For
docs_file = The same as an OpenAPI 3.1 file
