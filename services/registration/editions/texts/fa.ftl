# دوره‌های یک سلسله: صفحهٔ آن، خط زمان، گام‌های یک دوره و کارت «امروز».
# $number: شمارهٔ دوره؛ $when: سال، ماه یا روز؛ $years: شمار سال‌ها.

edition = دورهٔ { $number }
new_edition = دورهٔ تازه
plan_edition = برنامه‌ریزی دورهٔ { $number }
change = تغییر
save = ذخیره
leave = همان‌گونه بماند
history = تاریخچه
nothing = هیچ
not_known = نامعلوم
facts = مشخصات
mandate = مصوبه
next_steps = گام‌های بعدی
what_became = سرگذشت
gatherings = گردهمایی‌های آن
was_entered = وارد شد
all_series = همهٔ سلسله‌ها
no_editions = هنوز دوره‌ای برنامه‌ریزی نشده است
no_editions_hint = دوره‌های پیشین را هم وارد کنید؛ دورهٔ بعد از آخرین آن‌ها شمرده می‌شود.
comes_next = دورهٔ بعد، دورهٔ { $number } است و به حکم مصوبه موعد آن { $when } است.
comes_next_unknown = دورهٔ بعد، دورهٔ { $number } است. مصوبه موعد آن را نمی‌گوید.
why_nominal = فاصله از سالی شمرده می‌شود که دوره موعدش بود، هر زمان که برگزار شده باشد.
why_actual = فاصله از سالی شمرده می‌شود که دوره برگزار شد.
counted_from = از { $when } شمرده شده است.
proposed = پیشنهاد این فرم از همین می‌آید.
line_of_time = خط زمان
line_caption = موعد هر دوره، جابه‌جایی آن و زمان برگزاری‌اش
decided = به تصمیم { $by }
key_due = موعد
key_moved = جابه‌جا شده
key_lapsed = برگزارنشده
key_planned = برنامه‌ریزی‌شده
key_held = برگزارشده

# سرگذشت یک دوره.
became_planned = موعد: { $when }
became_again = از نو برای { $when } برنامه‌ریزی شد
became_postponed = از { $when } به تعویق افتاد
became_lapsed = در { $when } برگزار نشد
became_held = در { $when } برگزار شد
became_corrected = زمان برگزاری تصحیح شد: { $when }
state_planned = برنامه‌ریزی‌شده
state_lapsed = برگزارنشده
state_postponed = به تعویق افتاده
state_again = برنامه‌ریزی دوباره
state_held = برگزارشده
standing_due = موعد آن اکنون است
standing_overdue = موعد آن گذشته است
standing_unplanned = موعد آن رسیده، بی‌برنامه

# گام‌ها و پیامد هر یک.
step_hold = برگزار شد
step_plan = تعیین دقیق‌تر زمان
step_again = برنامه‌ریزی دوباره
step_postpone = به تعویق انداختن
step_lapse = برگزار نشد و گذشت
step_correct = تصحیح زمان برگزاری
follows_hold = دوره به پایان می‌رسد. زمان برگزاری را می‌توان با ذکر دلیل تصحیح کرد. با پایان همایش آن، این گام خودبه‌خود برداشته می‌شود.
follows_plan = مانند ماه، و سپس روز. برای زمانی دیگر نخست باید به تعویق بیفتد.
follows_again = شاید نخست برای یک سال، و سپس برای یک روز.
follows_postpone = کسی تصمیم گرفته است که آن زمان برگزار نشود. تا برنامه‌ریزی دوباره زمانی ندارد.
follows_lapse = زمان آن گذشته، برگزار نشده و کسی تصمیمی نگرفته است. می‌توان از نو برنامه‌ریزی کرد.
follows_correct = آنچه اکنون گفته شود معتبر است و گفتهٔ پیشین در سوابق می‌ماند.

# بخش‌های فرم.
field_number = شماره
field_due = موعد
field_planned_for = برنامه‌ریزی‌شده برای
field_held_in = زمان برگزاری
field_objectives = هدف‌ها
field_reason = دلیل
field_decided_by = تصمیم‌گیرنده
field_decided_on = تاریخ تصمیم
field_state = وضعیت
field_issuer = صادرکننده
field_body = نهاد مکلف
field_secretariat = دبیرخانه
field_instrument = سند
field_instrument_date = تاریخ سند
field_interval = فاصله
field_calendar = گاه‌شماری مصوبه
hint_when = سال، ماه یا روز، مانند ۱۴۰۵، {"\u2066"}۱۴۰۵-۰۸{"\u2069"} یا {"\u2066"}۱۴۰۵-۰۸-۱۲{"\u2069"}. گاه‌شماری: { $calendar }.
hint_objectives = آنچه این دوره باید به آن برسد. شعار چیز دیگری است.
calendar_gregorian = میلادی
calendar_solar_hijri = هجری خورشیدی
calendar_islamic = هجری قمری
every = { $years ->
    [1] هر سال
   *[other] هر { $years } سال
}

# کارت «امروز».
card_title = دوره‌هایی که موعدشان رسیده یا گذشته است
none_due = موعد هیچ دوره‌ای نرسیده است.

# آنچه در راه است.
moved_on = در این میان کسی دیگر این دوره را تغییر داده است. لطفاً وضع کنونی آن را ببینید و دوباره انتخاب کنید.
not_now = با وضع کنونی دوره این کار شدنی نیست.
decide_first = برای زمان دیگری برنامه‌ریزی شده است. لطفاً نخست با تصمیمی به تعویقش بیندازید و سپس از نو برنامه‌ریزی کنید.
not_over = زمان آن نگذشته است. لطفاً با تصمیمی به تعویقش بیندازید.
say_this = لطفاً این را دست‌کم به یک زبان بنویسید.
wrong_period = لطفاً سال، ماه یا روزی را بنویسید که در این گاه‌شماری هست، مانند ۱۴۰۵، {"\u2066"}۱۴۰۵-۰۸{"\u2069"} یا {"\u2066"}۱۴۰۵-۰۸-۱۲{"\u2069"}؛ و زمان برگزاری نمی‌تواند در آینده باشد.
wrong_edition = لطفاً از ۱ تا ۱۰٬۰۰۰ بنویسید.
wrong_taken = این سلسله دوره‌ای با این شماره دارد.

# الزام‌ها.
requirement = الزام
requirements = الزام‌ها
no_requirements = کسی نگفته است که این دوره چگونه باید باشد.
withdrawn = پس گرفته شد
nobody_known = گوینده نامعلوم
noted = ثبت:
no_body = هیچ‌کدام
step_require = ثبت الزام
step_withdraw = پس گرفتن الزام
follows_require = در این صفحه می‌ماند و هر جا که شیوهٔ یکی از گردهمایی‌های این دوره را بتوان تغییر داد نشان داده می‌شود. می‌توان آن را مدت‌ها پس از اعلام ثبت کرد.
follows_withdraw = دیگر برقرار نیست و همراه دلیلش در سوابق می‌ماند.
field_says = آنچه لازم است
field_stated_by = اعلام‌کننده
field_of_body = منصبی در نهادِ
field_stated_on = تاریخ اعلام
hint_stated_by = منصبی در نهادی که پایین‌تر انتخاب می‌شود، یا مرجعی بیرون از این سامانه. اگر معلوم نیست خالی بگذارید.
said_and_owed = آنچه گفته شد و آنچه مانده است

# By how much something was moved: $n years, months or days; and what that does to the edition that comes next.
moved_by_years = { $n } سال جابه‌جا شد
moved_by_months = { $n } ماه جابه‌جا شد
moved_by_days = { $n } روز جابه‌جا شد
later_years = ({ $n } سال دیرتر)
later_months = ({ $n } ماه دیرتر)
later_days = ({ $n } روز دیرتر)
moves_with = با دورهٔ پیش از خود { $n } سال جابه‌جا می‌شود.
years_left = سر موعد خود می‌ماند: { $n } سال پس از دورهٔ پیش از خود.
not_planned_yet = هنوز برنامه‌ریزی نشده
recurs = هر بار: { $when }
field_gathering_kind = آنچه برگزار می‌شود
field_counts_from = فاصلهٔ بعدی شمرده می‌شود از
kind_conference = همایش
kind_meeting = نشست
kind_public_event = رویداد همگانی
counts_nominal = سالی که دوره موعدش بود
counts_actual = سالی که دوره برگزار شد
