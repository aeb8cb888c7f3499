participants = List of participants
registrations = Registrations
who_stands_here =
    Here are those who have a place and consented to be listed. Everybody who takes part can read the list; please use it for nothing but the gathering.
# $count, $seated: numbers of people.
of_all = { $count } of { $seated } who have a place consented so far.
for_themselves = Without an organization
nobody_listed = Nobody is on the list yet
column_organization = Organization
column_name = Name
column_also = Name in the other script
column_position = Position
column_category = Category
category_delegate = Delegate
category_observer = Observer
category_expert = Expert
category_press = Press
category_guest = Guest
category_staff = Staff
# On paper. $at: a day and an hour.
as_of = List as of { $at }
page_of = Page { $page } of { $pages }
count = { $count ->
    [one] One participant
   *[other] { $count } participants
}
groups = Groups without names
people = { $count ->
    [one] one person
   *[other] { $count } people
}
