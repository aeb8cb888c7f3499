# The mails as the secretariat reads them. $n: how many people.

mails = Mails
mail_states = Mails by state
all_states = Show all states
all_mails = Show all mails
no_mails = There are no mails here.
no_mails_yet = As soon as people are told something, it stands here.
older_mails = Older mails
nobody = Recipient not known
subject = Subject
to = To
state = State
when = When
due = Next attempt
attempts = Attempts

# Of one gathering.
told_everybody = Told to everybody concerned
to_registered = to those who are registered
to_invited = to those who are invited
being_told = People told so far
told_so_many = { $n ->
    [one] One person was told
   *[other] { $n } people were told
}

# One mail.
what_to_do = What you can do
correct_address = Correct the address
can_retry = If the address is wrong, correct it first. Then send the mail again.
can_again = It was sent. If the recipient cannot find it, send it again; if the address is wrong, correct it first.
can_call-off = It has not left yet. You can hold it back; then nobody is told.
do_retry = Send again
do_again = Send again
do_call-off = Hold back
follows_retry = It is sent to the address that is known now.
follows_again = Another mail goes to the address that is known now. Whoever has the first one sees both.
follows_call-off = The recipient is not told what this mail says. You can send it later after all.
is_repeat = Somebody sent this mail again by hand.
see_first = See the first one
sent_again = Sent again
asked_by = Asked for by
by_secretariat = The secretariat
being_called_off = It is being held back. If it was just being handed over, it arrives nevertheless.
called_off_late = It was to be held back, and was being handed over by then.
all_to_them = All mails to this person
of_gathering = Gathering
asked_for = Asked for
left_at = Handed over
as_written = As it was written
link_hidden = [a personal link, not shown here]
taken_over = Taken over by the mail server
refused_superseded = What this mail says is no longer so, and it was not sent. See what was told since.
refused_not-failed = It has not failed; nothing was sent again.
refused_moved = Something became of this mail meanwhile. Look at it as it is now.
refused_not-sent = It has not been sent yet; it cannot be sent again.
refused_on-its-way = It is being sent again just now. Wait until that has ended.
refused_often-enough = It was sent again often enough. Check the address, and speak to the recipient in another way.
refused_may-have-arrived = It is being handed over, and may have arrived. It cannot be held back.
refused_otherwise = That was not possible.

# The card of Today.
card_failed = Mails that failed
card_none = No mail has failed.
nothing_leaves = { $n ->
    [one] Mails do not leave: the mail server takes none. One waits. Since
   *[other] Mails do not leave: the mail server takes none. { $n } wait. Since
}
look_at_waiting = See what waits
card_go_permanent_failure = Refused mails
card_go_technical_failure = Mails that failed for technical reasons

# The states of a mail, why one was not sent, and what went wrong.
state_scheduled = Scheduled
state_queued = Waiting
state_sending = Being sent
state_sent = Sent
state_temporary_failure = Delayed, tried again
state_permanent_failure = Refused
state_technical_failure = Failed for technical reasons
state_suppressed = Not sent on purpose
reason_past = the gathering is over
reason_erased = the recipient was erased
reason_superseded = it was no longer true
reason_called_off = the secretariat held it back
trouble_refused_for_now = not accepted for now
trouble_refused = refused
trouble_technical = technical trouble on our side
trouble_unknown = recipient or gathering not known yet
trouble_lost = no answer came; it may have arrived
