# What stands in somebody's own calendar, beside the title, the place and the time.

online = Online
coming =
    You are registered for “{ $gathering }”. If you cannot come, please say so on the page of your registration; our message
    leads there.
postponed = “{ $gathering }” will not be held at this time. There is no new date yet.
cancelled = “{ $gathering }” has been cancelled and will not be held.
ended = You are no longer registered for “{ $gathering }”.
invited = The secretariat invites you to “{ $gathering }”. Please answer here, or on the page that our message leads to.
uninvited = The secretariat has withdrawn the invitation to “{ $gathering }”.
