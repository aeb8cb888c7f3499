# The page of the minute taker: what is said is typed there as it is said.

taker = نگارش صورت‌جلسه
untitled = گردهمایی بدون عنوان
without_item = بیرون از بندها
there = حاضران
inside_of = { $count ->
    [one] نفر در سالن، از یک نفری که پذیرفته شده
   *[other] نفر در سالن، از { $count } نفری که پذیرفته شده‌اند
}
came = ورود { $at }
went = خروج { $at }
nameless = نام ثبت نشده
nobody_yet = هر کس از در بگذرد، خودبه‌خود اینجا دیده می‌شود.
moved_now = آمد یا رفت:

# What is typed.
new_paragraph = نوشتهٔ تازه
goes_on = ادامهٔ این نوشته
item = بند دستور جلسه
said_by = گوینده
two_letters = دو حرف، یا نام
said_in = زبان
mark = این چیست
mark_none = تنها یادداشت
mark_statement = اظهارات
mark_suggestion = پیشنهاد
mark_criticism = انتقاد
mark_solution = راه‌حل
mark_decision = تصمیم
mark_action = اقدام
words = آنچه گفته می‌شود
type_here = آنچه گفته می‌شود را بنویسید
keep = نگه دار
keep_and_settle = در صورت‌جلسه بگذار
leave_it = همان که بود بماند
strike = خط بزن
edit = ادامه
settle = به صورت‌جلسه
decide_it = ثبت این تصمیم
where_it_is = جای آن

# Where each paragraph is kept.
kept_here = در همین مرورگر نگه‌داری شد
kept_there = روی سرور نگه‌داری شد
in_record = در صورت‌جلسه
not_kept = این مرورگر جا ندارد: صبر کنید تا به سرور برسد
waiting_for = در همین مرورگر است و هنوز به سرور نرسیده:
all_kept = همه روی سرور نگه‌داری شد
sign_in_again = در همین مرورگر نگه‌داری شد. در پنجره‌ای دیگر دوباره وارد شوید تا فرستاده شود
refused_kept = سرور این را نپذیرفت. در همین مرورگر می‌ماند:
both = کس دیگری هم در این نوشته نوشت. چیزی پاک نشد؛ هر دو اینجاست.
theirs_is = آنچه آنجاست
mine_is = آنچه شما نوشتید
mine_again = نوشتهٔ من دوباره بنشیند
as_new = نوشتهٔ من جداگانه بماند
leave_theirs = نوشتهٔ او بماند
try_again = دوباره بفرست
discard = از نوشتهٔ من بگذر
replanned = دستور جلسه عوض شد. برای دیدن آن صفحه را دوباره باز کنید؛ آنچه نوشتید می‌ماند.

# Who speaks.
speaks_now = اکنون سخن می‌گوید
nobody_speaks = اکنون کسی سخن نمی‌گوید.
next_speak = نفرهای بعدی
unwritten = سخن گفته‌اند و چیزی نوشته نشده
list_of_speakers = فهرست سخنرانان
write_this = نوشتن سخن او
purpose_point_of_order = تذکر آیین‌نامه‌ای
purpose_right_of_reply = حق پاسخ

# Keys.
keys = کلیدها
key_enter = نگه‌داشتن و آغاز نوشتهٔ بعدی
key_line = سطر تازه در همین نوشته
key_settle = نگه‌داشتن و گذاشتن در صورت‌جلسه
key_mark = این چیست، با شماره‌اش
key_item = بند پیشین، بند بعدی
key_take_up = آغاز بررسی بندی که برگزیده شده است
key_speaker = در آغاز نوشته: گوینده با دو حرف
key_speaks = نوشتن اظهارات کسی که نوبت سخن با اوست
key_last = در جای خالی: ادامهٔ آخرین نوشتهٔ خودتان
key_escape = بازگشت به نوشتن
key_help = همین فهرست؛ «؟» تنها بیرون از جای نوشتن

# Before it is closed.
closing = پیش از پایان
no_gaps = چیزی کم نیست.
gap_to_settle = { $count ->
    [one] یک نوشته نشان دارد و هنوز در صورت‌جلسه نیست.
   *[other] { $count } نوشته نشان دارند و هنوز در صورت‌جلسه نیستند.
}
settle_all = همه را در صورت‌جلسه بگذار
gap_unmarked = { $count ->
    [one] یک نوشته تنها یادداشت است. همین‌جا می‌ماند و به صورت‌جلسه نمی‌رود.
   *[other] { $count } نوشته تنها یادداشت‌اند. همین‌جا می‌مانند و به صورت‌جلسه نمی‌روند.
}
gap_to_decide = تصمیم‌هایی که باید ثبت شود
gap_undisposed = هنوز سرانجامی ندارد
gap_ownerless = هنوز کسی مسئول آن نیست
to_desk = به صفحهٔ نشست

# What was done, and what is in the way.
done_kept = نگه‌داری شد.
done_settled = در صورت‌جلسه است.
done_struck = خط زده شد.
taken_up = اکنون در دست بررسی:
trouble_not-in-session = بررسی بندها تنها هنگامی آغاز می‌شود و پایان می‌یابد که جلسه برقرار است.
trouble_not-begun = آنچه گفته می‌شود از آغاز نشست نوشته می‌شود.
trouble_already-approved = این صورت‌جلسه تأیید شده است؛ دیگر چیزی افزوده نمی‌شود.
trouble_settled = این در صورت‌جلسه است و همان‌جا اصلاح می‌شود.
trouble_struck = این در این میان خط زده شد.
trouble_unmarked = نخست بگویید در صورت‌جلسه چه باشد. نوشته نگه‌داری شد.
trouble_by-form = نوشته نگه‌داری شد. تصمیم با فرم خودش ثبت می‌شود که کنار آن است.
trouble_too-long = نوشته نگه‌داری شد. یک اقدام بیش از ۲۰۰۰ نویسه ندارد؛ کوتاهش کنید یا نشان دیگری به آن بدهید.
trouble_stale = کس دیگری در این میان در این نوشته نوشت. نگاهش کنید و دوباره تصمیم بگیرید.
trouble_other = این اکنون شدنی نیست.
