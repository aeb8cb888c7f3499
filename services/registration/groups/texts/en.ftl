# Groups of people who come without their names.

groups = Groups without names
participants = List of participants
lead = Experts, say, who are invited as a group: they are counted as a group, and hold no places. Those who become known are named, and counted by their own names from then on.
none = No group is entered
new_group = Enter a group
people = { $count ->
    [one] one person
   *[other] { $count } people
}
unnamed = { $count ->
    [0] all are named
    [one] one without a name
   *[other] { $count } without names
}
came = { $count ->
    [0] nobody came
    [one] one came
   *[other] { $count } came
}
withdrawn = do not come
save = Save
leave = Leave it as it is
nothing = nothing
field_called = What they are called
field_number = How many they are
field_organization = Organization
field_named = Those who are known by name
field_came = How many of the others were there
field_withdrawn = They do not come
hint_called = Such as: experts on silt. One language is enough.
hint_number = All of them, with those who are named.
hint_organization = Its code, if they are all of one.
hint_named = One e-mail address in each line, of people who are entered.
hint_came = When it is over. Empty: nobody said.
wrong_called = Please say what they are called, in one language at least.
wrong_came = Please write how many without a name were there, and no more than there are.
wrong_named = Please write addresses of people who are entered, each once, and no more than the group has.
wrong_organization = Please write the code of an organization that is entered.
