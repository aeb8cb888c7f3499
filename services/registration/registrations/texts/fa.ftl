# The form of a gathering, and the page of one registration.

register = ثبت‌نام
register_me = فرستادن
required = * پر کردن این بخش لازم است
name = نام و نام خانوادگی
name_hint = همان‌گونه که روی کارت شما نوشته شود.
email = رایانامه
email_hint = با پیوند رایانامه‌ای که به آنجا می‌فرستیم آن را تأیید می‌کنید.
write_in = به این زبان به من بنویسید
category = شرکت می‌کنم به عنوان
# $category: as what somebody takes part.
category_delegate = نماینده
category_observer = ناظر
category_expert = کارشناس
category_press = خبرنگار
category_guest = مهمان
category_staff = همکار اجرایی
organization = سازمان
no_organization = هیچ‌کدام، از طرف خودم می‌آیم
privacy = دبیرخانه این اطلاعات را برای تدارک این گردهمایی و نوشتن به شما نگه می‌دارد. اگر تأیید نکنید، پس از یک روز پاک می‌شود.

# What is told of the gathering.
begins = آغاز
ends = پایان
venue = محل برگزاری
coordination = نشست هماهنگی
prepares = تدارک می‌بیند برای
prepared_by = تدارک در
theme = شعار
programme = برنامه
many_places = برگزاری در
no_seats = ثبت‌نام لازم نیست. در هر یک از این محل‌های برگزاری خوش آمدید.
not_yet = ثبت‌نام هنوز آغاز نشده است.
no_longer = ثبت‌نام پایان یافته است.
open_until = ثبت‌نام تا { $at } باز است.
opens_on = ثبت‌نام { $at } آغاز می‌شود.
was_open_until = ثبت‌نام تا { $at } باز بود.
error_name = نام خود را بنویسید؛ حداکثر ۲۰۰ نویسه.
error_email = یک نشانی رایانامه بنویسید؛ مانند name@example.org.
error_category = انتخاب کنید به چه عنوانی شرکت می‌کنید.
error_organization = یک سازمان از فهرست انتخاب کنید، یا هیچ‌کدام.

# After the form was sent.
received = یک گام دیگر مانده است
received_text = اگر این نشانی برای ما تازه باشد، رایانامه‌ای با یک پیوند برایش در راه است. لطفاً تا یک روز آن پیوند را باز کنید و در همان صفحه تأیید کنید. پیش از آن نه ثبت‌نامی انجام شده و نه جایی نگه داشته شده است.

# How a registration stands.
your_registration = ثبت‌نام شما
state_confirmed = جای شما محفوظ است.
state_withdrawn = شما اعلام کرده‌اید که نمی‌آیید.
state_cancelled = دبیرخانه ثبت‌نام شما را لغو کرده است.
# $seat: the number of the place; $before: how many wait before the reader.
your_seat = شمارهٔ جای شما: { $seat }
cannot_come = نمی‌توانم بیایم
withdraw_text = در این صورت جای شما به نفر بعدی در انتظار می‌رسد.
withdraw = از جای خود می‌گذرم
decided = با تصمیم دبیرخانه
by_invitation = تنها با دعوت: { $categories }
comma = { "، " }
only_invited = ثبت‌نام ویژهٔ دعوت‌شدگان است. اگر دعوت شده‌اید، لطفاً به دبیرخانه بنویسید.
error_invited = این عنوان تنها با دعوت است. عنوان دیگری انتخاب کنید یا به دبیرخانه بنویسید.
received_before = اگر رایانامه‌ای نرسید، این نشانی پیش‌تر ثبت‌نام کرده یا در فرمی نوشته شده است: لطفاً از پیوند رایانامه‌ای که دارید استفاده کنید. صفحهٔ آن نشان می‌دهد کار در چه مرحله‌ای است و اطلاعات خود را چگونه اصلاح کنید.
confirm_title = تأیید ثبت‌نام
state_address_unconfirmed = هنوز چیزی ثبت نشده است.
state_to_be_approved = ثبت‌نام شما در دست بررسی است.
to_be_approved_text = دبیرخانه تصمیم می‌گیرد و به شما می‌نویسد. پیش از آن جایی برای شما نگه داشته نمی‌شود.
state_on_hold = دبیرخانه هنوز نمی‌تواند دربارهٔ ثبت‌نام شما تصمیم بگیرد.
held_incomplete = بخشی از اطلاعات شما کم است. لطفاً به دبیرخانه بنویسید.
held_being_checked = اطلاعات شما هنوز در دست بررسی است.
held_places_limited = جاها محدود است و تصمیم به شمار متقاضیان بستگی دارد.
held_other = برای آگاهی از دلیل آن از دبیرخانه بپرسید.
held_text = پس از تصمیم به شما می‌نویسد. پیش از آن جایی برای شما نگه داشته نمی‌شود.
state_rejected = دبیرخانه نتوانست ثبت‌نام شما را بپذیرد.
rejected_not_eligible = شرایط شرکت با این عنوان احراز نشده است.
rejected_incomplete = اطلاعات دریافت‌شده کامل نیست. لطفاً به دبیرخانه بنویسید.
rejected_no_places = دیگر جایی نمانده است.
rejected_duplicate = پیش‌تر با مشخصات دیگری ثبت‌نام شده‌اید.
rejected_other = برای آگاهی از دلیل آن از دبیرخانه بپرسید.
state_expired = این درخواست تأیید نشد و پاک شده است. چیزی ثبت نشده است.
register_again = به فرم ثبت‌نام
confirm = بله، ثبت‌نامم کنید
confirm_name_hint = این نام در فرم نوشته شده است. اگر لازم است اصلاحش کنید؛ روی کارت شما همین نوشته می‌شود.
confirm_decided = سپس دبیرخانه تصمیم می‌گیرد و به شما می‌نویسد.
not_me = این را من ننوشته‌ام
not_me_text = آنچه نوشته شده بی‌درنگ پاک می‌شود. اگر کاری نکنید، پس از یک روز پاک می‌شود.
delete_entry = پاک شود
also_waits = این نشانی برای این گردهمایی‌ها نیز نوشته شده است:
withdraw_pending_text = در این صورت دبیرخانه دیگر تصمیمی نمی‌گیرد.
withdraw_pending = از ثبت‌نام خود منصرف شدم
unconfirmed_text = لطفاً ببینید درست است و تأیید کنید؛ وگرنه یک روز پس از نوشته‌شدن پاک می‌شود.

waits_behind = { $before ->
    [0] شما در فهرست انتظار هستید و کسی پیش از شما در انتظار نیست.
    [1] شما در فهرست انتظار هستید و یک نفر پیش از شما در انتظار است.
   *[other] شما در فهرست انتظار هستید و { $before } نفر پیش از شما در انتظارند.
}
gathering_postponed = این گردهمایی به تعویق افتاده است. تاریخ تازه به شما اعلام می‌شود.
gathering_cancelled = این گردهمایی لغو شده است.
own_time = به وقت شما
participants = فهرست شرکت‌کنندگان
may_list_me = نام، سمت و سازمان من می‌تواند در فهرست شرکت‌کنندگان بیاید که هر شرکت‌کننده‌ای آن را می‌خواند. (بعداً در همین صفحه می‌توانید آن را تغییر دهید.)
listed = نام، سمت و سازمان شما در آن آمده است. هر شرکت‌کننده‌ای می‌تواند آن را بخواند.
not_listed = شما در آن نیستید. اگر رضایت دهید، نام، سمت و سازمان شما در آن می‌آید و هر شرکت‌کننده‌ای می‌تواند آن را بخواند.
list_me = در فهرست بیایم
unlist_me = مرا از فهرست بردارید
to_participants = به فهرست شرکت‌کنندگان
own_in_calendar = در تقویم من
to_calendar = افزودن به تقویم من
correct_details = اصلاح اطلاعات من
answer_questions = اطلاعات برای گردهمایی
answers_kept = اطلاعات شما برای گردهمایی ذخیره شد.
details_corrected = اطلاعات شما اصلاح شد.
come_again = با این همه می‌توانم بیایم
again_text = اگر جایی خالی باشد به شما می‌رسد؛ وگرنه به انتهای فهرست انتظار می‌روید.
again_decided = دبیرخانه از نو تصمیم می‌گیرد و به شما می‌نویسد.
again_invited = این عنوان تنها با دعوت است. اگر می‌خواهید با این همه بیایید، لطفاً به دبیرخانه بنویسید.
documents = سندها
documents_text = آنچه پیش روی گردهمایی گذاشته شده است، برای شرکت‌کنندگان.
to_documents = به سندها
minutes = صورت‌جلسه
minutes_text = صورت‌جلسه پس از انتشار پشت این پیوند است.
to_minutes = به صورت‌جلسه

# Somebody's own details.
own_details = اطلاعات شما
own_name = نام و نام خانوادگی
own_name_also = نام به خط دیگر
name_also_hint = همان‌گونه که به آن خط روی کارت شما نوشته شود؛ اگر می‌خواهید.
own_title = لقب
title_hint = همان‌گونه که خطابتان می‌کنند، مانند دکتر. اگر نخواستید، خالی بگذارید.
own_badge = نام روی کارت
badge_hint = اگر نباید نام کامل شما باشد.
own_position = سمت
own_language = زبان رایانامه‌ها و صفحه‌ها
own_calendar = گاه‌شماری
calendar_gregorian = میلادی
calendar_solar_hijri = هجری خورشیدی
calendar_islamic = هجری قمری
own_digits = رقم‌ها
digits_latin = 0 1 2 3
digits_persian = ۰ ۱ ۲ ۳
digits_arabic = ٠ ١ ٢ ٣
own_time_zone = منطقهٔ زمانی
time_zone_hint = شهری که با ساعت آن زندگی می‌کنید. زمان‌ها نخست به وقت محل برگزاری و سپس به وقت شما نوشته می‌شود.
# $email: an address.
address_stays = به { $email } می‌نویسیم. برای تغییر نشانی یا سازمان خود، لطفاً به دبیرخانه بنویسید.
save_details = ذخیره
leave_details = همین‌گونه بماند

own_registrations = ثبت‌نام‌های شما
own_none = هنوز در هیچ گردهمایی‌ای ثبت‌نام نکرده‌اید.
is_confirmed = جا دارد
is_waitlisted = در فهرست انتظار
is_pending = هنوز کامل نیست
is_address_unconfirmed = نشانی هنوز تأیید نشده است
is_to_be_approved = در انتظار تأیید
is_on_hold = معلق
is_rejected = پذیرفته نشد
is_withdrawn = انصراف داده است
is_cancelled = لغو شده است
kind = نوع
kind_conference = همایش
kind_meeting = نشست
kind_public_event = رویداد همگانی
mode = شیوه
mode_in_person = حضوری
mode_online = برخط
mode_hybrid = حضوری و برخط
asked_later = آنچه از شما پرسیده می‌شود
asked_later_text = در صفحهٔ خودتان، پس از آنکه نشانی خود را تأیید کردید. پاسخ‌های شما را تنها دبیرخانه می‌خواند.
