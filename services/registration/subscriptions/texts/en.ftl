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
new_link_follows = The present link ends at once: whoever reads your calendar by it sees nothing more, and you subscribe again with the new one.
nobody = You are signed in as the installation, and not as a person on record: you come to no gathering.

# Reports by mail: the form, and what the owner of an address says.
reports = Reports
reports_title = Reports by mail
reports_text = Whenever a report of a meeting is published, or something in one is corrected, you get a mail with a link to it. You need no account, and every mail has a link to unsubscribe.
email = E-mail
email_hint = You confirm it by a link in a mail that we send there.
error_email = Write an e-mail address, such as name@example.org.
write_in = Write to me in
reports_privacy = The address is kept for this alone, and deleted when you unsubscribe; without your confirmation after a day.
tell_me = Subscribe
received = One more step
received_text = If this address is new here, a mail with a link is on its way to it. Please open the link within a day and confirm on the page that it leads to. Until then nothing is sent to you.
received_before = If no mail comes, this address is subscribed already, or was entered in a form within the last day: it is written to once a day.
reports_asked = One more step: please confirm.
reports_confirmed = You are told of reports by mail.
reports_ended = You are no longer told of reports by mail.
confirm_text = This address was entered to be told of reports, and of what is corrected in them, by mail.
do_confirm = Yes, tell me by mail
not_me = That was not me
not_me_text = Then nobody writes to this address about reports, and what was entered is deleted at once.
do_delete = Delete what was entered
leave_text = A mail comes whenever a report is published, or something in one is corrected. If that is no longer of use to you, unsubscribe here.
do_leave = Unsubscribe
ended_text = If you want to be told again, enter your address again.
subscribe_anew = Subscribe again
