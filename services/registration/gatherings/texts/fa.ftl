# What was announced.

gatherings = گردهمایی‌ها
none_announced = هنوز چیزی اعلام نشده است.
is_open = ثبت‌نام باز است
next = گردهمایی‌های پیش رو
all_gatherings = همهٔ گردهمایی‌ها
take_part = ثبت‌نام

# فهرست دبیرخانه و کارت آن.

new_gathering = گردهمایی تازه
search_gatherings = نام یا محل برگزاری، به هر خط
column_title = گردهمایی
column_begins = آغاز
column_venue = محل برگزاری
column_state = وضعیت
nothing_found = گردهمایی‌ای یافت نشد
nothing_found_hint = آغاز یک واژه را بنویسید یا وضعیت دیگری برگزینید.
none_entered = هنوز گردهمایی‌ای وارد نشده است
none_entered_hint = نخستین را وارد کنید. تا اعلام نکنید پیش‌نویس می‌ماند.
this_week = این هفته
none_this_week = برای هفت روز آینده چیزی در پیش نیست.
state_draft = پیش‌نویس
state_announced = اعلام‌شده
state_open = ثبت‌نام باز
state_closed = ثبت‌نام بسته
state_in_session = در حال برگزاری
state_adjourned = پایان نشست
state_held = برگزارشده
state_postponed = به تعویق افتاده
state_cancelled = لغوشده
