# What was announced.

gatherings = گردهمایی‌ها
none_announced = هنوز چیزی اعلام نشده است.
is_open = ثبت‌نام باز است
next = گردهمایی‌های پیش رو
all_gatherings = همهٔ گردهمایی‌ها
take_part = ثبت‌نام

# The secretariat's overview.

overview_of = نمای کلی گردهمایی
begins = آغاز
ends = پایان
venue = محل برگزاری
category = عنوان
places = جا
state_draft = پیش‌نویس
state_announced = اعلام‌شده
state_open = ثبت‌نام باز
state_closed = ثبت‌نام بسته
state_in_session = در حال برگزاری
state_adjourned = پایان نشست
state_held = برگزارشده
state_postponed = به تعویق افتاده
state_cancelled = لغوشده
step_announce = اعلام
step_open = گشودن ثبت‌نام
step_close = بستن ثبت‌نام
step_convene = آغاز نشست
step_adjourn = پایان دادن به نشست
step_hold = اعلام پایان
step_postpone = به تعویق انداختن
step_cancel = لغو گردهمایی
follows_announce = همه می‌توانند آن را ببینند. اگر به تعویق افتاده بود، به همهٔ ثبت‌نام‌شدگان با رایانامه خبر داده می‌شود.
follows_open = از اکنون می‌توان ثبت‌نام کرد.
follows_close = دیگر کسی نمی‌تواند ثبت‌نام کند. جاهایی که خالی شود همچنان به منتظران می‌رسد.
follows_convene = نشست اکنون آغاز و صورت‌جلسهٔ آن گشوده می‌شود.
follows_adjourn = نشست اکنون پایان می‌یابد و صورت‌جلسهٔ آن بسته می‌شود.
follows_hold = پس از آن چیزی تغییر نمی‌کند.
follows_postpone = به همهٔ ثبت‌نام‌شدگان با رایانامه و با ذکر دلیل خبر داده می‌شود. تا اعلام و گشودن دوباره کسی نمی‌تواند ثبت‌نام کند.
follows_cancel = به همهٔ ثبت‌نام‌شدگان با رایانامه و با ذکر دلیل خبر داده می‌شود. دیگر کسی نمی‌تواند ثبت‌نام کند یا وارد شود. این کار بازگشت ندارد.
reason_en = دلیل، به انگلیسی
reason_fa = دلیل، به فارسی
reason_ar = دلیل، به عربی
moved_on = در این میان کسی دیگر این گردهمایی را تغییر داده است. لطفاً وضع کنونی آن را ببینید و دوباره انتخاب کنید.
not_now = با وضع کنونی گردهمایی این کار شدنی نیست.
say_why = لطفاً دلیل را دست‌کم به یک زبان بنویسید.
