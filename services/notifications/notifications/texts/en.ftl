# The mails as the secretariat reads them.

mails = Mails
mail_states = Mails by state
no_mails = There are no mails here.
older_mails = Older mails
nobody = Recipient not known
to = To
state = State
when = When
due = Next attempt
attempts = Attempts

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
trouble_refused_for_now = not accepted for now
trouble_refused = refused
trouble_technical = technical trouble on our side
trouble_unknown = recipient or gathering not known yet
trouble_lost = no answer came; it may have arrived
