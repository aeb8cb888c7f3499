# Where an invitation is answered, and where delegates are named. $name: who; $by: a day and an hour; $count, $number: numbers.

invitation = دعوت شما
invitations = دعوت‌ها
begins = آغاز
ends = پایان
venue = محل برگزاری
invited = دعوت‌شده
organization = سازمان
category = به عنوان
category_delegate = نماینده
category_observer = ناظر
category_expert = کارشناس
category_press = خبرنگار
category_guest = مهمان
category_staff = همکار اجرایی
reply_by = مهلت پاسخ
name = نام و نام خانوادگی
email = رایانامه
position = سمت
language_of_mails = زبان رایانامه‌ها

is_pending = دبیرخانه از شما دعوت می‌کند.
is_accepted = شما پذیرفته‌اید.
is_tentative = گفته‌اید هنوز قطعی نیست.
is_declined = شما نپذیرفته‌اید.
is_substituted = کسی به جای شما می‌آید.
is_expired = مهلت پاسخ به پایان رسیده است.
is_withdrawn = دبیرخانه دعوت را پس گرفته است.
delegation_pending = دبیرخانه از سازمان شما دعوت می‌کند نمایندگانی بفرستد.
delegation_accepted = سازمان شما نمایندگانی می‌فرستد.
delegation_declined = سازمان شما نپذیرفته است.
answer_by = لطفاً تا { $by } پاسخ دهید.
accepted_text = جای شما با رایانامه‌ای جداگانه تأیید می‌شود.
comes_instead = به { $name } با رایانامه خبر داده می‌شود.
late_text = اگر می‌خواهید اکنون بپذیرید، لطفاً به دبیرخانه بنویسید.
gathering_cancelled = این گردهمایی لغو شده است.

reply_accepted = می‌پذیرم
reply_tentative = هنوز قطعی نیست
reply_declined = نمی‌پذیرم
send_another = کس دیگری به جای من می‌آید
send_another_text = او ثبت‌نام می‌شود و با رایانامه به او خبر داده می‌شود.
send_another_do = معرفی می‌کنم
source_letter = با نامه رسید
source_telephone = با تلفن رسید

refused_too-late = مهلت پاسخ به پایان رسیده است. لطفاً به دبیرخانه بنویسید.
refused_withdrawn = دعوت پس گرفته شده است.
refused_over = گردهمایی به پایان رسیده یا لغو شده است.
refused_quota = این بیش از شماری است که سازمان شما می‌تواند بفرستد. برای معرفی کسی به جای دیگری، بگویید به جای چه کسی.
refused_too-many = تاکنون کسان بسیاری در اینجا معرفی شده‌اند. لطفاً به دبیرخانه بنویسید.
refused_moved = در این میان کس دیگری نمایندگانی را معرفی کرده است. آنان که اکنون معرفی شده‌اند در فهرست‌اند و آنچه شما نوشته‌اید هنوز در زیر است. لطفاً هر دو را ببینید و دوباره بفرستید.
refused_other = این کار اکنون شدنی نیست. لطفاً به دبیرخانه بنویسید.
error_email = یک نشانی رایانامه بنویسید؛ مانند name@example.org.
error_same = این نشانی خود شماست. نشانی کسی را بنویسید که به جای شما می‌آید.

delegation = هیئت نمایندگی
delegates_named = نمایندگان معرفی‌شده
remove = حذف
paste = از روی جدول
table = هر نماینده در یک سطر
table_hint = نام، رایانامه و سمت؛ به همان صورت که از صفحه‌گسترده رونوشت شده یا با ویرگول جدا شده است. زبان (en، fa، ar) نیز می‌تواند نوشته شود.
name_them = معرفی می‌کنم
one_by_one = یک‌به‌یک
in_place_of = به جای
beside_others = هیچ‌کس؛ در کنار دیگران
name_one = معرفی
decline_delegation = در این صورت سازمان شما کسی را نمی‌فرستد و جای معرفی‌شدگان به دیگران می‌رسد.
rows_named = { $count ->
    [one] یک سطر معرفی شد.
   *[other] { $count } سطر معرفی شد.
}
rows_wrong = این سطرها هنوز معرفی نشده‌اند. آن‌ها هنوز در کادر هستند؛ لطفاً همان‌جا اصلاحشان کنید.
row = سطر { $number }
row_email = نشانی رایانامه‌ای که بتوان به آن نوشت ندارد
row_name = نام ندارد یا نام بسیار بلند است
row_twice = این نشانی دو بار آمده است
row_quota = بیش از شماری است که سازمان شما می‌تواند بفرستد
