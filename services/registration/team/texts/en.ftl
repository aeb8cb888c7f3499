# The team: who has which role.

team_text = Who may do what. A role that you revoke is gone everywhere within five seconds.
invite = Invite somebody
was_invited = The role is given; a mail with a link to sign in is on its way.
last_secretary = Somebody must stay in the secretariat. Invite another person first.
office_secretariat = Secretariat
office_observer = Observer
office_chair = Chair
office_focal-point = Focal point
office_checkin = Door
installation = Whoever runs the installation
erased = No longer on record
since = since
revoke = Revoke
# $name is the person's.
revoke_follows = { $name } can no longer use this role, on any device.
nobody = Nobody has a role yet
nobody_text = Invite the first one below.
name = Name
email = E-mail
email_hint = The link to sign in goes there. Somebody who is on record keeps name and language.
write_in = Language of the mails
role = Role
choose = Choose a role
for_what = For
for_what_hint = A chair is for a body, a focal point for an organization, the door for a gathering; the others are for all.
for_nothing = All
what_body = Body
what_organization = Organization
what_gathering = Gathering
send_invitation = Invite
wrong_email = Write one e-mail address, such as name@example.org.
wrong_thing = Choose what the role is for: a body, an organization or a gathering, as the role needs it; for the others, “All”.
