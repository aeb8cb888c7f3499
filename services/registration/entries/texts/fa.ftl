# فهرست‌ها و فرم‌های افراد، سازمان‌ها و نهادها.

title_people = افراد
title_organizations = سازمان‌ها
title_bodies = نهادها
new_people = فرد تازه
new_organizations = سازمان تازه
new_bodies = نهاد تازه
search_people = نام یا رایانامه، به هر خط
search_organizations = نام یا کد، به هر خط
search_bodies = نام یا کد، به هر خط
none_people = هنوز کسی وارد نشده است
none_organizations = هنوز سازمانی وارد نشده است
none_bodies = هنوز نهادی وارد نشده است
none_hint_people = نخستین فرد را وارد کنید، یا جدولی بیاورید.
none_hint_organizations = نخستین سازمان را وارد کنید، یا جدولی بیاورید.
none_hint_bodies = نهاد گرد هم می‌آید و تصمیم می‌گیرد. اعضای آن سازمان‌ها هستند.
nothing_found = چیزی پیدا نشد
nothing_found_hint = آغاز یکی از واژه‌های نام را بنویسید؛ با هر صفحه‌کلیدی که باشد.
bring = آوردن جدول
change = تغییر
save = ذخیره
cancel = همان‌گونه بماند
codes = کد سازمان‌ها

# بخش‌های فرم.
field_name = نام
field_name_also = نام به خط دیگر
field_email = رایانامه
field_organization = سازمان
field_position = سمت
field_language = زبان
field_calendar = گاه‌شماری
field_digits = رقم‌ها
field_time_zone = منطقهٔ زمانی
field_confirmed = تأییدشده
field_code = کد
field_organization_kind = نوع
field_country = کشور
field_parent = زیرمجموعهٔ
field_also = نام‌های دیگر
field_members = اعضا
field_rule = حد نصاب
field_numerator = کسر اعضا: صورت
field_denominator = کسر اعضا: مخرج
field_quorum = حد نصاب
hint_name_also = همان‌گونه که روی کارت به آن خط می‌آید؛ اگر هست.
hint_organization = کد سازمان. همهٔ کدها در فهرست پایین فرم است.
hint_time_zone = به نام IANA، مانند Asia/Tehran.
hint_code = حرف لاتین، رقم و خط تیره. برای همیشه می‌ماند.
hint_organization_kind = مانند وزارتخانه، مجلس، انجمن.
hint_country = دو حرف لاتین، مانند IR.
hint_parent = کد سازمان بالادست، اگر هست.
hint_also = در هر سطر یک نام.
hint_members = در هر سطر کد یک سازمان.
option_none = ندارد
option_more_than = بیش از این کسر از اعضا
option_at_least = دست‌کم این کسر از اعضا
option_gregorian = میلادی
option_solar_hijri = هجری خورشیدی
option_islamic = هجری قمری
option_latin = 0 1 2 3
option_persian = ۰ ۱ ۲ ۳
option_arabic = ٠ ١ ٢ ٣

# نادرستی‌ها.
wrong_taken = این پیش‌تر برای کسی یا چیزی دیگر وارد شده است.
wrong_organization = کد یکی از سازمان‌های فهرست را بنویسید.

# تغییرها.
history = تاریخچه
was_entered = وارد شد
was_changed = تغییر کرد
nothing_said = هیچ
by_secretariat = دبیرخانه
by_others = خود فرد، یا از جدول
comma_between = ،{" "}
