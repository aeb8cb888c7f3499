# What people were told, as a part of a timeline. $subject: of a mail; $state: of a mail; $n: how many people.

told_everybody = أُبلغ به الجميع: { $subject }. { $n ->
    [zero] لم يُبلَّغ أحد
    [one] أُبلغ شخص واحد
    [two] أُبلغ شخصان
    [few] أُبلغ { $n } أشخاص
    [many] أُبلغ { $n } شخصًا
   *[other] أُبلغ { $n } شخص
}
told_invited = أُبلغ به المدعوّون: { $subject }. { $n ->
    [zero] لم يُبلَّغ أحد
    [one] أُبلغ شخص واحد
    [two] أُبلغ شخصان
    [few] أُبلغ { $n } أشخاص
    [many] أُبلغ { $n } شخصًا
   *[other] أُبلغ { $n } شخص
}
mail = { $subject } ({ $state })
state_scheduled = مجدولة
state_queued = في الانتظار
state_sending = قيد الإرسال
state_sent = أُرسلت
state_temporary_failure = متأخرة
state_permanent_failure = مرفوضة
state_technical_failure = فشلت لأسباب تقنية
state_suppressed = لم تُرسل عمدًا
