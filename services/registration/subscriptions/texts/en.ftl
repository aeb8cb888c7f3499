own_gatherings = My gatherings
calendar_title = In my calendar
calendar_text =
    Your calendar program can read where you have a place, wait for one or for an answer, and look again by itself: what is moved,
    cancelled or new is then right there without your doing anything.
subscribe = Make my link
open_in_calendar = Open in my calendar program
calendar_address = Address
calendar_address_hint =
    Copy it into “add a calendar by URL” (Google Calendar, Outlook, Thunderbird). Do not pass it on: whoever has this address sees
    where you will be.
since = This link has been good since { $since }.
new_link = Make a new link
new_link_follows = The link of now ends at once: whoever reads your calendar by it sees nothing more, and you subscribe anew with the other one.
nobody = You are signed in as the installation, and not as a person on record: you come to no gathering.
