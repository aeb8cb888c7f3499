# اقدام‌ها و تعهدها: تابلو، یکی از آن‌ها، و صفحهٔ مسئول آن.

board = اقدام‌ها و تعهدها
actions = اقدام‌ها و تعهدها
of_gathering = اقدام‌های نشست
minutes_of = صورت‌جلسهٔ نشست
kind_action = اقدام
kind_commitment = تعهد
is_action = اقدام: آنچه قرار شد کسی انجام دهد
is_commitment = تعهد: آنچه کسی خود بر عهده گرفت
to_do = آنچه باید انجام شود
owner = مسئول
organization = سازمان
due = مهلت
whenever = بی‌مهلت
state = وضعیت
late = دیرشده
gathering = گردهمایی
edition = دوره
edition_of = دورهٔ { $number }، { $series }
nameless = نامی ثبت نشده
no_owner = هنوز هیچ‌کس
choose = لطفاً انتخاب کنید
state_open = باز
state_accepted = پذیرفته
state_in_progress = در دست انجام
state_done = انجام‌شده
state_dropped = کنار گذاشته‌شده

# The board.
who_owes = آنچه بر عهدهٔ هر سازمان است
owed = بر عهده
late_of = دیرشده
owed_still = در مهلت
late_count = { $count ->
    [one] یکی دیر شده
   *[other] { $count } مورد دیر شده
}
show = نمایش
none_so = چیزی از این دست نیست.
none_yet = چیزی بر عهدهٔ کسی نیست
none_yet_text = آنچه کسی باید انجام دهد، یا وعده داده است، از نشستی به نشست دیگر در اینجا می‌ماند.
none_of_gathering = از هیچ‌کس کاری خواسته نشد.
card_late = اقدام‌های دیرشده
none_late = هیچ چیز دیر نشده است.
to_board = آنچه بر عهدهٔ هر کس است

# Recording.
record = ثبت اقدام
what = این چیست
text_in = آنچه باید انجام شود ({ $language })
text_hint = یک زبان بس است؛ بقیه می‌تواند خالی بماند.
owner_hint = کسی که با رایانامه آگاه می‌شود و می‌گوید تا کجا پیش رفته است؛ از سازمان، رابط‌های آن.
due_hint = سال، ماه یا روز، مانند «{"\u2066"}1410{"\u2069"}»؛ خالی یعنی بی‌مهلت. ماه و روز را با خط تیره پس از سال بنویسید.
due_hint_in = سال، ماه یا روز ({ $calendar })؛ خالی یعنی همان که هست.
calendar = تقویم
calendar_gregorian = میلادی
calendar_solar_hijri = هجری خورشیدی
calendar_islamic = هجری قمری
no_edition = از هیچ دوره‌ای
edition_of_gathering = دورهٔ همین گردهمایی
quiet = اکنون به کسی خبر داده نشود: این اقدام کهن‌تر از ثبت آن در اینجاست. یادآوری پیش از موعد همچنان فرستاده می‌شود.
do_record = ثبت شود

# One of them.
find_owner = هنوز کسی مسئول آن نیست
do_assign = به او سپرده شود
do_accept = می‌پذیرم
how_far = تا کجا پیش رفته است؟
not_done_yet = هنوز انجام نشده است؟
note = به زبان خودتان
note_hint = هر که آن را پی می‌گیرد این را می‌خواند.
do_progress = ثبت گزارش
is_done = انجام شده است؟
outcome = نتیجهٔ آن
outcome_hint = می‌تواند خالی بماند.
do_done = انجام شد
carry = بردن به نشست بعد
carry_text = نشست بعدی، یا دورهٔ بعدی، دوباره به آن می‌پردازد.
next_gathering = گردهمایی‌ای که پس از این به آن می‌پردازد
next_edition = دوره
as_it_is = همان که هست
why_carried = چرا (می‌تواند خالی بماند)
do_carry = بردن به نشست بعد
drop = کنار گذاشتن
why_dropped = چرا انجام نخواهد شد
why_dropped_hint = هر که آن را پی می‌گیرد این را می‌خواند.
do_drop = کنار گذاشته شود
so_far = آنچه بر آن گذشت
step_open = ثبت شد
step_accepted = پذیرفته شد
step_in_progress = در دست انجام
step_done = انجام شد
step_dropped = کنار گذاشته شد
step_carried = به نشست بعد برده شد
by_link = با پیوند رایانامه
no_account = با پیوند رایانامه آمده‌اید؛ به حساب کاربری نیازی نیست.
done_accept = سپاسگزاریم. پذیرفته شد.
done_progress = سپاسگزاریم. ثبت شد.
done_done = سپاسگزاریم. انجام شد.
done_assign = مسئولی دارد که با رایانامه آگاه می‌شود.
done_carry = به نشست بعد برده شد.
done_drop = کنار گذاشته شد.
refused_over = دیگر شدنی نیست: انجام شده، یا کنار گذاشته شده است.
refused_no-owner = هنوز مسئولی ندارد؛ نخست کسی را بیابید.
refused_owned = مسئولی دارد. برای کسی دیگر آن را کنار بگذارید و اقدام تازه‌ای ثبت کنید.
refused_said-enough = چندان دربارهٔ آن گفته شده است که بیش از این نگه داشته نمی‌شود؛ لطفاً با دبیرخانه گفت‌وگو کنید.
refused_other = شدنی نبود.
wrong_text = لطفاً دست‌کم به یک زبان بنویسید چه باید انجام شود.
wrong_due = لطفاً سال، ماه یا روزی بنویسید که هست.
wrong_carried = لطفاً بگویید چه کسی پس از این به آن می‌پردازد، یا تا کی مهلت دارد.
history = گفته‌های دوره‌های پیشین
bring = آوردن جدول
