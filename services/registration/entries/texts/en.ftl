# Lists and forms of people, organizations and bodies.

title_people = People
title_organizations = Organizations
title_bodies = Bodies
new_people = New person
new_organizations = New organization
new_bodies = New body
search_people = Name or e-mail, in any script
search_organizations = Name or code, in any script
search_bodies = Name or code, in any script
none_people = Nobody is entered yet
none_organizations = No organization is entered yet
none_bodies = No body is entered yet
none_hint_people = Enter the first person, or bring a table.
none_hint_organizations = Enter the first organization, or bring a table.
none_hint_bodies = A body meets and decides. Its members are organizations.
nothing_found = Nothing was found
nothing_found_hint = Write the beginning of a word of the name. It does not matter with which keyboard.
bring = Bring a table
change = Change
save = Save
cancel = Leave it as it is
codes = Codes of the organizations

# The fields.
field_name = Name
field_name_also = Name in the other script
field_email = E-mail
field_organization = Organization
field_position = Position
field_language = Language
field_calendar = Calendar
field_digits = Digits
field_time_zone = Time zone
field_confirmed = Confirmed
field_code = Code
field_organization_kind = Kind
field_country = Country
field_parent = Stands below
field_also = Other names
field_members = Members
field_rule = Quorum
field_numerator = Part of the members: above the line
field_denominator = Part of the members: below the line
field_quorum = Quorum
field_majorities = What votes need
field_majority_procedural = Votes about procedure need
field_majority_substantive = Votes about the matter itself need
hint_name_also = As on a badge in that script, if there is one.
hint_organization = Its code. The list below the form has all of them.
hint_time_zone = As IANA names it, such as Asia/Tehran.
hint_code = Letters, digits and hyphens. It stays for good.
hint_country = Two letters, such as IR.
hint_parent = The code of the organization above it, if there is one.
hint_also = One name in each line.
hint_members = One code of an organization in each line, and after it since when and until when it is a member, if that is known: SAR-MIN 1398 1402, or - 1402 if nobody knows since when.
field_another_kind = Another kind
field_precedence = Precedence
hint_precedence = 1 comes first in lists by precedence. Empty: after all others.
hint_another_kind = If the list has no word for it.
any_kind = Every kind
any_parent = Parts of any
related_above = Is a part of
related_of = Organization
related_below = Its parts
field_people = People who are members for themselves
field_terms = Terms
hint_people = One e-mail address in each line, and after it since when and until when, as with members.
field_terms_calendar = Calendar of the terms
hint_terms_calendar = In which it is written since when and until when somebody is a member.
field_title = Title
field_badge = Name on the badge
field_passport = Name as in the passport
field_precedence_within = Precedence within the organization
hint_title = As they are addressed, such as Dr or H.E.
hint_badge = If it is not the whole name.
hint_passport = Letter by letter. Only the secretariat reads it.
hint_precedence_within = 1 comes first among those of the organization. Empty: after all others.
related_members = Members
related_former = Former members
wrong_person = Please write the address of somebody who is entered, and after it at most two times, such as 1403 or 1403-08.
option_parliament = Parliament
option_assembly = Assembly
option_committee = Committee
option_ministry = Ministry
option_authority = Authority
option_municipality = Municipality
option_broadcaster = Broadcaster
option_news_agency = News agency
option_university = University
option_institute = Institute
option_union = Union
option_political_group = Political group
option_association = Association
option_ngo = Non-governmental
option_company = Company
option_international = International
option_none = None
quorum_more_than = More than { $part } of the members
quorum_at_least = At least { $part } of the members
option_more_than = More than this part of the members
option_at_least = At least this part of the members
option_simple = More in favour than against
option_two_thirds = Two thirds of those in favour or against
option_three_quarters = Three quarters of those in favour or against
option_simple_of_all_who_vote = More than half, abstentions counted
option_two_thirds_of_all_who_vote = Two thirds, abstentions counted
option_three_quarters_of_all_who_vote = Three quarters, abstentions counted
option_absolute = More than half of all members
option_gregorian = Gregorian
option_solar_hijri = Solar Hijri
option_islamic = Islamic
option_latin = 0 1 2 3
option_persian = ۰ ۱ ۲ ۳
option_arabic = ٠ ١ ٢ ٣

# What is wrong with a field.
wrong_taken = This is entered already for somebody or something else.
wrong_organization = Please write the code of an organization from the list.

# What was changed.
part_offices = Offices
part_posts = Positions held
field_posts = Positions held
history = History
was_entered = Entered
was_changed = changed
nothing_said = nothing
by_others = the person, or a table
comma_between = ,{" "}

# Merging what was entered twice.
merge = Merge what was entered twice
merge_with = Merge with…
merge_hint = Choose the entry that is the same. Nothing happens before you have seen both side by side.
perhaps_same = With the same name
none_same = No other has the same name
none_same_hint = Look for it by another word of its name.
compare = Compare
is_kept = Stays
is_merged = Goes into it
the_same = the same
what_follows = What follows
follows_kept = What is recorded about “{ $name }” stays as it is.
moves_people = { $count ->
    [one] One person will be of “{ $name }”.
   *[other] { $count } people will be of “{ $name }”.
}
moves_organizations = { $count ->
    [one] One organization will stand below “{ $name }”.
   *[other] { $count } organizations will stand below “{ $name }”.
}
moves_bodies = { $count ->
    [one] In one body “{ $name }” will be the member.
   *[other] In { $count } bodies “{ $name }” will be the member.
}
follows_alias = “{ $name }” stands on no list any more; whatever names it leads here.
follows_for_good = This cannot be undone.
merge_now = Merge
keep_other = Keep the other one instead
was_merged = Merged with it:
in_the_way_merged = It was merged into another already.
in_the_way_stands_above = It stands above the one that stays. Change what that stands below first.
in_the_way_has_roles = Somebody has a role for the one that would go. Give that role for the one that stays on the page “Team”, and revoke the old one; then merge.
in_the_way_too_many = Too many were merged into one.
in_the_way_same = Both are the same already.
in_the_way_moved = Somebody changed it meanwhile. Look at both once more.
moves_registrations = { $count ->
    [one] One registration will be shown under “{ $name }”, and mails about it go to that address.
   *[other] { $count } registrations will be shown under “{ $name }”, and mails about them go to that address.
}
in_the_way_both_registered = Both are registered for the same gathering. Cancel one of the two registrations on the list of that gathering; then merge.
