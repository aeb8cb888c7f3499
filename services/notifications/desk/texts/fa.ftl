# The mails as the secretariat reads them. $n: how many people.

mails = رایانامه‌ها
mail_states = رایانامه‌ها بر پایهٔ وضعیت
all_states = نمایش همهٔ وضعیت‌ها
all_mails = نمایش همهٔ رایانامه‌ها
no_mails = اینجا رایانامه‌ای نیست.
no_mails_yet = همین که به کسی خبری داده شود، اینجا دیده می‌شود.
older_mails = رایانامه‌های پیشین
nobody = گیرنده ناشناخته است
subject = موضوع
to = به
state = وضعیت
when = زمان
due = تلاش بعدی
attempts = تلاش‌ها

# Of one gathering.
told_everybody = خبر به همهٔ کسانی که به آن‌ها مربوط است
to_registered = به ثبت‌نام‌شدگان
to_invited = به دعوت‌شدگان
being_told = کسانی که تاکنون باخبر شده‌اند
told_so_many = { $n ->
    [one] یک نفر باخبر شد
   *[other] { $n } نفر باخبر شدند
}

# One mail.
what_to_do = چه می‌توان کرد
correct_address = اصلاح نشانی
can_retry = اگر نشانی نادرست است، نخست آن را اصلاح کنید. سپس رایانامه را دوباره بفرستید.
can_again = این رایانامه فرستاده شده است. اگر گیرنده آن را نمی‌یابد، دوباره بفرستید؛ اگر نشانی نادرست است، نخست آن را اصلاح کنید.
can_call-off = هنوز بیرون نرفته است. می‌توانید جلوی ارسال آن را بگیرید؛ در این صورت به کسی خبری داده نمی‌شود.
do_retry = ارسال دوباره
do_again = ارسال دوباره
do_call-off = جلوگیری از ارسال
follows_retry = به نشانی‌ای فرستاده می‌شود که اکنون ثبت است.
follows_again = رایانامهٔ دیگری به نشانی‌ای فرستاده می‌شود که اکنون ثبت است. هر کس اولی را دارد، هر دو را می‌بیند.
follows_call-off = آنچه این رایانامه می‌گوید به گیرنده گفته نمی‌شود. بعداً نیز می‌توانید آن را بفرستید.
is_repeat = کسی این رایانامه را دستی دوباره فرستاده است.
see_first = دیدن رایانامهٔ نخست
sent_again = دوباره فرستاده‌شده
asked_by = به درخواست
by_secretariat = دبیرخانه
being_called_off = جلوی ارسال آن گرفته می‌شود. اگر همین حالا در حال تحویل بوده باشد، با این حال می‌رسد.
called_off_late = قرار بود جلوی ارسال آن گرفته شود، ولی در آن هنگام در حال تحویل بود.
all_to_them = همهٔ رایانامه‌های این شخص
of_gathering = گردهمایی
asked_for = زمان درخواست
left_at = زمان تحویل
as_written = متن فرستاده‌شده
link_hidden = [پیوند شخصی؛ اینجا نشان داده نمی‌شود]
taken_over = سرور رایانامه آن را پذیرفت
refused_superseded = آنچه این رایانامه می‌گوید دیگر درست نیست و فرستاده نشد. ببینید پس از آن چه خبری داده شده است.
refused_not-failed = این رایانامه ناموفق نبوده است؛ چیزی دوباره فرستاده نشد.
refused_moved = در این میان وضعیت این رایانامه تغییر کرده است. وضعیت کنونی را ببینید.
refused_not-sent = هنوز فرستاده نشده است؛ نمی‌توان آن را دوباره فرستاد.
refused_on-its-way = همین حالا در حال ارسال دوباره است. تا پایان آن صبر کنید.
refused_often-enough = به اندازهٔ کافی دوباره فرستاده شده است. نشانی را بررسی کنید و از راه دیگری با گیرنده تماس بگیرید.
refused_may-have-arrived = در حال تحویل است و شاید رسیده باشد. دیگر نمی‌توان جلوی آن را گرفت.
refused_otherwise = این کار ممکن نبود.

# The card of Today.
card_failed = رایانامه‌های ناموفق
card_none = هیچ رایانامه‌ای ناموفق نبوده است.
nothing_leaves = { $n ->
    [one] رایانامه‌ای بیرون نمی‌رود، چون سرور رایانامه هیچ‌یک را نمی‌پذیرد. یک رایانامه در انتظار است. از
   *[other] رایانامه‌ای بیرون نمی‌رود، چون سرور رایانامه هیچ‌یک را نمی‌پذیرد. { $n } رایانامه در انتظار است. از
}
look_at_waiting = دیدن آنچه در انتظار است
card_go_permanent_failure = رایانامه‌های نپذیرفته
card_go_technical_failure = رایانامه‌های ناموفق به دلیل فنی

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
reason_called_off = دبیرخانه جلوی ارسال آن را گرفت
trouble_refused_for_now = فعلاً پذیرفته نشد
trouble_refused = پذیرفته نشد
trouble_technical = اشکال فنی در سامانهٔ ما
trouble_unknown = گیرنده یا گردهمایی هنوز شناخته نیست
trouble_lost = پاسخی نرسید؛ شاید رسیده باشد
