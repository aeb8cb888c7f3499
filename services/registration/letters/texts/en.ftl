# What a letter says. $head: in whose name; $title: the gathering; $organization, $name: who; $by: a day and an hour.
the_secretariat = the secretariat
subject = Invitation to { $title }
greeting = Dear { $name },
invites_person = On behalf of { $head }, I have the honour to invite you to { $title }.
invites_from = On behalf of { $head }, I have the honour to invite you, in the name of { $organization }, to { $title }.
invites_home = On behalf of { $head }, I have the honour to invite { $organization } to send delegates to { $title }.
facts_follow = What we can say of it today:
venue_address = Address
delegates = Delegates at most
answer_person = We would be grateful for your answer by { $by }. The address below, or the code beside it, leads to a page where you can accept, decline or name somebody else. No account is needed.
answer_home = We would be grateful if your delegates were named by { $by }. The address below, or the code beside it, leads to the page where this is done. No account is needed.
closing = Please accept the assurances of our highest consideration.
