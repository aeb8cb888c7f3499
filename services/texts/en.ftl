# The front page.

front_title = The conference secretariat
front_lead = Plenary keeps a recurring conference: who is invited and comes, who is told what, and what was decided.
front_read = To read
front_minutes = Published minutes
front_mails = Mails (secretariat only)
front_gatherings = Gatherings and registration
front_services = What runs
front_registration = Registration: who comes, who holds a place
front_notifications = Notifications: who is told what
front_minutes_service = Minutes: what was said and decided
front_api = API
front_health = Health
