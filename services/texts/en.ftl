# The pages that belong to no service: home, Today, the system, and what developers need.

home_title = The conference secretariat
home_lead = Gatherings to take part in, and the minutes of what was decided.
home_own = Your registrations
home_gatherings = Next gatherings
home_minutes = Latest minutes

today_title = What waits for you today
new_gathering = New gathering

service_registration = Registration
service_notifications = Messages
service_minutes = Minutes
service_is_registration = Who comes, and who holds a place.
service_is_notifications = Who is told what, when and in which language.
service_is_minutes = What was said and decided, and who was present.

# How a service is.
system_title = System
system_lead = What runs, what it has still to hear, and what it could not apply.
system_version = Version { $version }
upkeep_what_waits = What waits
upkeep_well = all well
upkeep_waits = needs you
upkeep_ill = does not work
upkeep_answers = answers
upkeep_unknown = not known at the moment
upkeep_store = Store
upkeep_log = Log
upkeep_lag = Still to hear
upkeep_outbox = Still to send
upkeep_jobs = Jobs under way
upkeep_refused = Could not be applied
upkeep_replay = Try again
upkeep_discard = Give it up
upkeep_discard_follows = What this record tells will never be applied here, and what waits behind it goes on. This cannot be undone.

# For developers.
developers_title = For developers
developers_lead = Whatever the pages can do, a program can do: over HTTP, or by listening to events.
developers_api = Reference
developers_file = OpenAPI 3.1
developers_feed = Feed
developers_feed_text = Each service tells its events over HTTP, too: read from the beginning, keep the cursor, and go on from there. No broker is needed.
developers_events = Topics and events
developers_problems = Types of problems
developers_problems_text = A refusal is a document as of RFC 9457. Its type is one of these addresses, and each of them answers.

# All parts of a page.
design_title = Parts of a page
