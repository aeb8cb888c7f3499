# What mails say. A mail is two texts: its subject, and what follows the greeting, where a blank line begins a paragraph (the
# details of the gathering stand behind the first). $gathering is its title, $rank a number on the waiting list.
# `<mail>-greeting` and such are said instead of what all mails say; a mail that is worded anew has a
# `<mail>-version` in the language.

## What all mails say

version = 1
greeting = { $name } گرامی،
salutation = با سلام و احترام؛
gathering = گردهمایی
begins = آغاز
ends = پایان
begins_there = آغاز به وقت محل برگزاری
venue = محل برگزاری
address = نشانی
venue_map = روی نقشه
online = برخط (آنلاین)
page = مشاهدهٔ ثبت‌نام
closing = با احترام
secretariat = دبیرخانه
automatic = این پیام به‌دلیل تغییر در وضعیت ثبت‌نام شما به‌صورت خودکار ارسال شده است.

## What is told of the thing, with its name

fact_category = عنوان شرکت‌کننده
fact_seat = شمارهٔ جا
fact_rank = شماره در فهرست انتظار
fact_reason = دلیل
fact_office = نقش
fact_title = برای

fact_mode = شکل برگزاری
fact_was_starts_at = آغاز پیشین
fact_was_ends_at = پایان پیشین
fact_was_venue = محل برگزاری پیشین
fact_was_venue_address = نشانی پیشین
fact_was_mode = شکل پیشین

## How people meet

mode_in_person = حضوری
mode_online = برخط
mode_hybrid = حضوری و برخط
was_mode_in_person = حضوری
was_mode_online = برخط
was_mode_hybrid = حضوری و برخط

## In which category somebody takes part

category_delegate = نماینده
category_observer = ناظر
category_expert = کارشناس
category_press = خبرنگار
category_guest = مهمان
category_staff = همکار اجرایی

## What somebody may do for the conference

office_secretariat = دبیرخانه
office_observer = ناظر، با دسترسی به آنچه شخصی نیست
office_chair = رئیس نهاد
office_focal-point = رابط سازمان
office_checkin = پذیرش گردهمایی

## Why a registration was rejected

reason_not_eligible = شرایط شرکت با این عنوان احراز نشده است.
reason_incomplete = اطلاعات دریافت‌شده کامل نیست.
reason_no_places = دیگر جایی نمانده است.
reason_duplicate = پیش‌تر با مشخصات دیگری ثبت‌نام شده‌اید.
reason_other = لطفاً از دبیرخانه بپرسید.

## The mails

address-confirmation-subject = لطفاً نشانی خود را تأیید کنید: { $gathering }
address-confirmation =
    این نشانی در فرم ثبت‌نام «{ $gathering }» نوشته شده است. هنوز کسی ثبت‌نام نشده است؛ ثبت‌نام تنها با تأیید شما انجام
    می‌شود.

    اگر خودتان این نشانی را نوشته‌اید، لطفاً پیوند زیر را باز کنید و در همان صفحه تأیید کنید. این پیوند یک روز اعتبار دارد.

    اگر شما آن را ننوشته‌اید، نیازی به هیچ اقدامی نیست. آنچه نوشته شده پس از یک روز پاک می‌شود.
address-confirmation-greeting = { "" }
address-confirmation-page = تأیید در این صفحه
address-confirmation-automatic = این پیام به‌صورت خودکار ارسال شده است، زیرا این نشانی در یک فرم ثبت‌نام نوشته شده بود.

registration-applied-subject = درخواست ثبت‌نام شما دریافت شد: { $gathering }
registration-applied =
    از ثبت‌نام شما در «{ $gathering }» سپاسگزاریم. برای این عنوان، دبیرخانه دربارهٔ واگذاری جا تصمیم می‌گیرد و دربارهٔ
    درخواست شما هنوز تصمیمی گرفته نشده است.

    تا آن هنگام جایی برای شما محفوظ نیست. به محض تصمیم‌گیری به شما خبر می‌دهیم. خواهشمند است پیش از آن برنامهٔ سفر خود را
    قطعی نفرمایید.

    اگر دیگر قصد شرکت ندارید، می‌توانید در صفحهٔ ثبت‌نام خود اعلام کنید.

registration-confirmed-subject = ثبت‌نام شما تأیید شد: { $gathering }
registration-confirmed =
    با خرسندی به آگاهی می‌رسانیم که ثبت‌نام شما در «{ $gathering }» تأیید شده و جای شما محفوظ است.

    خواهشمند است هنگام ورود، نام خود را به پذیرش اعلام فرمایید.

    اگر امکان حضور ندارید، لطفاً در نخستین فرصت به دبیرخانه اطلاع دهید تا جای شما به فرد دیگری که در فهرست انتظار است واگذار
    شود.

    چشم‌به‌راه دیدار شما هستیم.

registration-waitlisted-subject = نام شما در فهرست انتظار است: { $gathering }
registration-waitlisted =
    از ثبت‌نام شما در «{ $gathering }» سپاسگزاریم. همهٔ جاهای در نظر گرفته‌شده برای عنوان شما در حال حاضر پر است و نام شما
    در فهرست انتظار قرار گرفته است.

    شمارهٔ شما در این فهرست { $rank } است. جاهایی که خالی شود به ترتیب همین شماره‌ها، از کوچک به بزرگ، واگذار می‌شود.

    نیازی به اقدام شما نیست. به محض آنکه جایی برای شما فراهم شود، آن را با پیامی مانند همین پیام تأیید خواهیم کرد. خواهشمند
    است تا آن هنگام برنامهٔ سفر خود را قطعی نفرمایید.

    اگر دیگر مایل به انتظار نیستید، لطفاً به دبیرخانه اطلاع دهید.

registration-promoted-subject = جایی برای شما فراهم شد: { $gathering }
registration-promoted =
    با خرسندی به آگاهی می‌رسانیم که در «{ $gathering }» جایی فراهم شده و ثبت‌نام شما اکنون تأیید شده است. نام شما دیگر در
    فهرست انتظار نیست.

    خواهشمند است هنگام ورود، نام خود را به پذیرش اعلام فرمایید.

    اگر امکان حضور ندارید، لطفاً در نخستین فرصت به دبیرخانه اطلاع دهید تا این جا به نفر بعدی در فهرست انتظار واگذار شود.

    چشم‌به‌راه دیدار شما هستیم.

registration-cancelled-subject = ثبت‌نام شما لغو شد: { $gathering }
registration-cancelled =
    با تأسف به آگاهی می‌رسانیم که ثبت‌نام شما در «{ $gathering }» از سوی دبیرخانه لغو شده است.

    از این پس جایی برای شما محفوظ نیست و نام شما در فهرست انتظار نیز قرار ندارد.

    اگر گمان می‌کنید اشتباهی رخ داده است یا پرسشی دارید، لطفاً با دبیرخانه تماس بگیرید.

registration-withdrawn-subject = انصراف شما ثبت شد: { $gathering }
registration-withdrawn =
    بنا به درخواست شما، انصرافتان از شرکت در «{ $gathering }» ثبت شد. نیازی به اقدام دیگری نیست.

    از اینکه ما را آگاه کردید سپاسگزاریم.

    اگر برنامهٔ شما تغییر کرد، تا زمانی که ثبت‌نام باز است می‌توانید دوباره ثبت‌نام کنید.

    اگر این درخواست از سوی شما نبوده است، لطفاً با دبیرخانه تماس بگیرید.

registration-rejected-subject = ثبت‌نام شما پذیرفته نشد: { $gathering }
registration-rejected =
    با تأسف به آگاهی می‌رسانیم که دبیرخانه نتوانست ثبت‌نام شما در «{ $gathering }» را بپذیرد.

    جایی برای شما محفوظ نیست.

    اگر گمان می‌کنید اشتباهی رخ داده است یا پرسشی دارید، لطفاً با دبیرخانه تماس بگیرید.

sign-in-link-subject = پیوند ورود شما
sign-in-link =
    درخواست پیوند ورود کرده‌اید. لطفاً پیوند زیر را باز کنید و در همان صفحه دکمهٔ ورود را بزنید.

    این پیوند تنها یک بار و تا یک ساعت کار می‌کند. لطفاً آن را به کسی ندهید؛ هر کس آن را داشته باشد به نام شما وارد می‌شود.

    اگر شما آن را درخواست نکرده‌اید، نیازی به هیچ اقدامی نیست. کسی وارد نشده است.
sign-in-link-page = ورود در این صفحه
sign-in-link-automatic = این پیام به‌صورت خودکار ارسال شده است، زیرا برای این نشانی پیوند ورود درخواست شده بود.

role-granted-subject = نقشی به شما سپرده شد: { $office }
role-granted =
    دبیرخانه نقشی به شما سپرده است. از این پس می‌توانید وارد شوید و کار خود را در صفحه‌های همایش انجام دهید.

    پیوند زیر تنها یک بار و تا یک روز کار می‌کند. پس از آن می‌توانید هر زمان در صفحهٔ ورود بخواهید پیوند تازه‌ای به همین
    نشانی فرستاده شود. لطفاً آن را به کسی ندهید؛ هر کس آن را داشته باشد به نام شما وارد می‌شود.

    اگر انتظار این پیام را نداشتید، لطفاً با دبیرخانه تماس بگیرید.
role-granted-page = ورود در این صفحه
role-granted-automatic = این پیام به‌صورت خودکار ارسال شده است، زیرا نقشی به شما سپرده شده است.

gathering-changed-subject = تغییر در گردهمایی: { $gathering }
gathering-changed =
    دربارهٔ «{ $gathering }» چیزی تغییر کرده است که باید بدانید. در زیر می‌بینید که اکنون چگونه است و پیش‌تر چه بود.

    ثبت‌نام شما همچنان برقرار است و نیازی به هیچ اقدامی نیست.

    اگر نمی‌توانید شرکت کنید، لطفاً در صفحهٔ ثبت‌نام خود به دبیرخانه خبر دهید.
gathering-changed-automatic = این پیام به‌طور خودکار فرستاده شد، زیرا شما ثبت‌نام کرده‌اید.

gathering-rescheduled-subject = زمان تازه: { $gathering }
gathering-rescheduled =
    «{ $gathering }» به زمان دیگری موکول شده است. زمان تازه، زمان پیشین و دلیل آن را در زیر می‌بینید.

    ثبت‌نام شما برای زمان تازه برقرار است و نیازی به هیچ اقدامی نیست.

    اگر نمی‌توانید شرکت کنید، لطفاً در صفحهٔ ثبت‌نام خود به دبیرخانه خبر دهید.
gathering-rescheduled-automatic = این پیام به‌طور خودکار فرستاده شد، زیرا شما ثبت‌نام کرده‌اید.

gathering-postponed-subject = به تعویق افتاد: { $gathering }
gathering-postponed =
    «{ $gathering }» در زمان زیر برگزار نمی‌شود. هنوز زمان تازه‌ای تعیین نشده است؛ همین که تعیین شود به شما می‌نویسیم.

    ثبت‌نام شما برقرار است. لطفاً برای زمان زیر برنامهٔ سفری نگذارید و آنچه گذاشته‌اید لغو کنید.
gathering-postponed-automatic = این پیام به‌طور خودکار فرستاده شد، زیرا شما ثبت‌نام کرده‌اید.

gathering-announced-subject = برگزار می‌شود: { $gathering }
gathering-announced =
    «{ $gathering }» که به تعویق افتاده بود، برگزار می‌شود. زمان و محل آن را در زیر می‌بینید.

    ثبت‌نام شما برقرار است. اگر نمی‌توانید شرکت کنید، لطفاً در صفحهٔ ثبت‌نام خود به دبیرخانه خبر دهید.
gathering-announced-automatic = این پیام به‌طور خودکار فرستاده شد، زیرا شما ثبت‌نام کرده‌اید.

gathering-cancelled-subject = لغو شد: { $gathering }
gathering-cancelled =
    با تأسف به آگاهی می‌رسانیم که «{ $gathering }» لغو شده است و برگزار نمی‌شود.

    نیازی به هیچ اقدامی نیست. لطفاً برنامهٔ سفر خود را لغو کنید. اگر پرسشی دارید، لطفاً با دبیرخانه تماس بگیرید.
gathering-cancelled-automatic = این پیام به‌طور خودکار فرستاده شد، زیرا شما ثبت‌نام کرده‌اید.
