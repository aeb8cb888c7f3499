# Signing in, the team, and where somebody is signed in.

by_this_link = This link signs you in. It works once.
by_mail = Write the address at which the secretariat reaches you. We send a link there; there is no password.
email = E-mail
wrong_email = Write one e-mail address, such as name@example.org.
send_link = Send me a link
sent = If this address is on record, a mail with a link is on its way to it.
sent_nothing = The link works once, within an hour. If nothing comes soon, look in your spam folder, or ask the secretariat.
another_address = Write another address
link_ended = This link has been used already, or has expired. You can have a new one sent.

sessions = Where you are signed in
sessions_text = End those that you do not recognize. They end everywhere within five seconds.
device = Device
unknown_device = Unknown device
this_one = This one
began = Signed in
last_use = Last used, about
lasts_until = Lasts until
end_it = End
end_all = End all
end_all_follows = All your sessions end, this one too, and links that are on their way to you no longer work.
no_sessions = You are not signed in with a browser
no_sessions_text = You are here with a token.
