# What was announced.

gatherings = گردهمایی‌ها
none_announced = هنوز چیزی اعلام نشده است.
is_open = ثبت‌نام باز است
by_invitation = با دعوت
next = گردهمایی‌های پیش رو
all_gatherings = همهٔ گردهمایی‌ها
take_part = ثبت‌نام
open_until = ثبت‌نام تا { $at } باز است.
opens_on = ثبت‌نام { $at } آغاز می‌شود.

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

# نام نشست هماهنگی از روی شماره. $n: شماره؛ $meeting و $edition: دو بخش نام.
coordination_meeting = { $n ->
    [1] نخستین نشست هماهنگی
    [2] دومین نشست هماهنگی
    [3] سومین نشست هماهنگی
    [4] چهارمین نشست هماهنگی
    [5] پنجمین نشست هماهنگی
    [6] ششمین نشست هماهنگی
    [7] هفتمین نشست هماهنگی
    [8] هشتمین نشست هماهنگی
    [9] نهمین نشست هماهنگی
    [10] دهمین نشست هماهنگی
    [11] یازدهمین نشست هماهنگی
    [12] دوازدهمین نشست هماهنگی
    [13] سیزدهمین نشست هماهنگی
    [14] چهاردهمین نشست هماهنگی
    [15] پانزدهمین نشست هماهنگی
    [16] شانزدهمین نشست هماهنگی
    [17] هفدهمین نشست هماهنگی
    [18] هجدهمین نشست هماهنگی
    [19] نوزدهمین نشست هماهنگی
    [20] بیستمین نشست هماهنگی
   *[other] نشست هماهنگی شمارهٔ { $n }
}
coordination_edition = { $n ->
    [1] دورهٔ نخست
    [2] دورهٔ دوم
    [3] دورهٔ سوم
    [4] دورهٔ چهارم
    [5] دورهٔ پنجم
    [6] دورهٔ ششم
    [7] دورهٔ هفتم
    [8] دورهٔ هشتم
    [9] دورهٔ نهم
    [10] دورهٔ دهم
    [11] دورهٔ یازدهم
    [12] دورهٔ دوازدهم
    [13] دورهٔ سیزدهم
    [14] دورهٔ چهاردهم
    [15] دورهٔ پانزدهم
    [16] دورهٔ شانزدهم
    [17] دورهٔ هفدهم
    [18] دورهٔ هجدهم
    [19] دورهٔ نوزدهم
    [20] دورهٔ بیستم
   *[other] دورهٔ شمارهٔ { $n }
}
coordination_title = { $meeting } { $edition }
meeting_of = نشست { $body }

# Where it is held, if that is no venue, or not that alone. $venue: its name.
online = برخط
and_online = { $venue } و برخط

# A gathering of an edition. $number: of the edition; $series: what it is called.
edition_of = دورهٔ { $number }، { $series }
