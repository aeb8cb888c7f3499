# نمای کلی گردهمایی، گام‌ها، فرم و تاریخچهٔ آن. $n: شمار افراد؛ $free، $seats: شمار جاها.

overview_of = نمای کلی گردهمایی
new_gathering = گردهمایی تازه
edit_gathering = تغییر گردهمایی
change = تغییر
save = ذخیره
save_new = ثبت پیش‌نویس
leave = همان‌گونه بماند
back = بازگشت به همهٔ گردهمایی‌ها
public_page = صفحهٔ همگانی
next_steps = گام‌های بعدی
facts = مشخصات
taken = پرشده
free = { $free } از { $seats } خالی
waiting = در انتظار
asking = در انتظار تصمیم
history = تاریخچه
of_edition = گردهمایی‌های آن
none_of_edition = هنوز هیچ گردهمایی از آن نیست.
was_drafted = پیش‌نویس آن ثبت شد
nothing = هیچ
no_body = بدون نهاد
no_edition = بدون دوره
part_what = چیستی
part_when = زمان و مکان
part_who = شرکت‌کنندگان
the_venue = محل برگزاری
hint_body = نهادی که نشست آن است. حد نصاب را اعضای آن می‌سازند.
hint_edition = دوره‌ای از یک سلسله که این گردهمایی بخشی از آن است: خود همایش یا آنچه آن را آماده می‌کند.
edition_of = دورهٔ { $number }، { $series }
hint_time_zone = از آنِ محل برگزاری، به نام IANA، مانند Asia/Tehran.
hint_coordinates = درجهٔ شمالی و شرقی، مانند 35.70,51.40، چنان‌که هر نقشه‌ای نشان می‌دهد. اگر معلوم نیست خالی بگذارید.
hint_places = اگر کسی با عنوانی شرکت نمی‌کند آن را خالی بگذارید. عنوانی که از پیش هست با ۰ بسته می‌شود.
only_places = گردهمایی در حال برگزاری است. اکنون تنها شمار جاها را می‌توان تغییر داد.
over = گردهمایی به پایان رسیده است یا لغو شده است. دیگر چیزی از آن تغییر نمی‌کند.
material = اگر زمان، محل برگزاری یا شیوه تغییر کند:
new_date = تاریخ تازه، اگر اکنون معلوم است. وگرنه هر دو را خالی بگذارید.

# مشخصات گردهمایی.
field_gathering_kind = نوع
field_title = نام گردهمایی
field_venue = محل برگزاری
field_venue_address = نشانی
field_coordinates = روی نقشه
field_mode = شیوه
field_starts_at = آغاز
field_ends_at = پایان
field_time_zone = منطقهٔ زمانی
field_capacity = جاها
field_body = نهاد
field_edition = دوره
field_admission = چه کسی پذیرفته می‌شود
field_state = وضعیت
field_reason = دلیل
kind_conference = همایش
kind_meeting = نشست
kind_public_event = رویداد همگانی
mode_in_person = حضوری
mode_online = برخط
mode_hybrid = حضوری و برخط
rule_open = هر که زودتر بیاید
rule_approval = هر که دبیرخانه بپذیرد
rule_invited = تنها با دعوت
category_delegate = نماینده
category_observer = ناظر
category_expert = کارشناس
category_press = خبرنگار
category_guest = مهمان
category_staff = همکار اجرایی
state_draft = پیش‌نویس
state_announced = اعلام‌شده
state_open = ثبت‌نام باز
state_closed = ثبت‌نام بسته
state_in_session = در حال برگزاری
state_adjourned = پایان نشست
state_held = برگزارشده
state_postponed = به تعویق افتاده
state_cancelled = لغوشده

# گام‌ها و پیامد هر یک.
step_announce = اعلام
step_open = گشودن ثبت‌نام
step_close = بستن ثبت‌نام
step_convene = آغاز نشست
step_adjourn = پایان دادن به نشست
step_hold = اعلام پایان
step_postpone = به تعویق انداختن
step_cancel = لغو گردهمایی
follows_announce = از اکنون همه می‌توانند آن را ببینند.
follows_open = از اکنون می‌توان ثبت‌نام کرد.
follows_close = دیگر کسی نمی‌تواند ثبت‌نام کند. جاهایی که خالی شود همچنان به منتظران می‌رسد.
follows_convene = نشست اکنون آغاز و صورت‌جلسهٔ آن گشوده می‌شود.
follows_adjourn = نشست اکنون پایان می‌یابد و صورت‌جلسهٔ آن بسته می‌شود.
follows_hold = پس از آن چیزی تغییر نمی‌کند.
follows_postpone = با تاریخ تازه، باقی همان‌گونه می‌ماند. بی آن، تا اعلام و گشودن دوباره کسی نمی‌تواند ثبت‌نام کند.
follows_cancel = دیگر کسی نمی‌تواند ثبت‌نام کند یا وارد شود. این کار بازگشت ندارد.
holders = { $n ->
    [0] کسی جایی ندارد.
   *[other] { $n } نفر جا دارند.
}
told = { $n ->
    [0] کسی ثبت‌نام نکرده است و به کسی خبر داده نمی‌شود.
   *[other] به { $n } نفر با رایانامه خبر داده می‌شود.
}

# آنچه در راه است.
moved_on = در این میان کسی دیگر این گردهمایی را تغییر داده است. لطفاً وضع کنونی آن را ببینید و دوباره انتخاب کنید.
not_now = با وضع کنونی گردهمایی این کار شدنی نیست.
say_why = لطفاً دلیل را دست‌کم به یک زبان بنویسید.
wrong_no_language = لطفاً این را دست‌کم به یک زبان بنویسید.
wrong_zone = لطفاً منطقهٔ زمانی را به نام IANA بنویسید، مانند Asia/Tehran.
wrong_coordinates = لطفاً درجهٔ شمالی و شرقی را بنویسید، مانند 35.70,51.40.
wrong_order = پایان باید پس از آغاز باشد.
wrong_same = از پیش در همین تاریخ است. لطفاً تاریخ دیگری برگزینید.
wrong_seats = لطفاً شماره‌ای از ۰ تا ۱٬۰۰۰٬۰۰۰ بنویسید.
wrong_no_seats = لطفاً دست‌کم به یک عنوان جا بدهید.
