# What people were told, as a part of a timeline. $subject: of a mail; $state: of a mail; $n: how many people.

told_everybody = خبر به همه: { $subject }. { $n ->
    [one] یک نفر باخبر شد
   *[other] { $n } نفر باخبر شدند
}
told_invited = خبر به دعوت‌شدگان: { $subject }. { $n ->
    [one] یک نفر باخبر شد
   *[other] { $n } نفر باخبر شدند
}
mail = { $subject } ({ $state })
state_scheduled = زمان‌بندی‌شده
state_queued = در صف
state_sending = در حال ارسال
state_sent = ارسال‌شده
state_temporary_failure = با تأخیر
state_permanent_failure = نپذیرفته
state_technical_failure = ناموفق به دلیل فنی
state_suppressed = عمداً ارسال نشده
