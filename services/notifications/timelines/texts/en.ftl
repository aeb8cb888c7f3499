# What people were told, as a part of a timeline. $subject: of a mail; $state: of a mail; $n: how many people.

told_everybody = Told to everybody: { $subject }. { $n ->
    [one] One person was told
   *[other] { $n } people were told
}
told_invited = Told to those who are invited: { $subject }. { $n ->
    [one] One person was told
   *[other] { $n } people were told
}
mail = { $subject } ({ $state })
state_scheduled = scheduled
state_queued = waiting
state_sending = being sent
state_sent = sent
state_temporary_failure = delayed
state_permanent_failure = refused
state_technical_failure = failed for technical reasons
state_suppressed = not sent on purpose
