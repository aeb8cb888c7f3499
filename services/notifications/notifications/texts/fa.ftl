# The mails as the secretariat reads them.

mails = رایانامه‌ها
mail_states = رایانامه‌ها بر پایهٔ وضعیت
no_mails = اینجا رایانامه‌ای نیست.
older_mails = رایانامه‌های پیشین
nobody = گیرنده ناشناخته است
to = به
state = وضعیت
when = زمان
due = تلاش بعدی
attempts = تلاش‌ها

# The states of a mail, why one was not sent, and what went wrong.
state_scheduled = زمان‌بندی‌شده
state_queued = در صف
state_sending = در حال ارسال
state_sent = ارسال‌شده
state_temporary_failure = با تأخیر؛ دوباره تلاش می‌شود
state_permanent_failure = نپذیرفته
state_technical_failure = ناموفق به دلیل فنی
state_suppressed = عمداً ارسال نشده
reason_past = گردهمایی پایان یافته است
reason_erased = اطلاعات گیرنده پاک شده است
reason_superseded = دیگر درست نبود
trouble_refused_for_now = فعلاً پذیرفته نشد
trouble_refused = پذیرفته نشد
trouble_technical = اشکال فنی در سامانهٔ ما
trouble_unknown = گیرنده یا گردهمایی هنوز شناخته نیست
trouble_lost = پاسخی نرسید؛ شاید رسیده باشد
