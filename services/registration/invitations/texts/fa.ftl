# Where an invitation is answered, and where delegates are named. $name: who; $by: a day and an hour; $count, $number, $before, $rows: numbers.

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
refused_past = لطفاً زمانی را برگزینید که هنوز نرسیده است.
refused_other = این کار اکنون شدنی نیست. لطفاً به دبیرخانه بنویسید.
error_email = یک نشانی رایانامه بنویسید؛ مانند name@example.org.
error_same = این نشانی خود شماست. نشانی کسی را بنویسید که به جای شما می‌آید.

delegation = هیئت نمایندگی
delegates_named = نمایندگان معرفی‌شده
became = وضعیت
became_place = جا دارد
became_waits = در انتظار
became_undecided = در انتظار تصمیم
became_unconfirmed = نشانی تأییدنشده
became_soon = در حال ثبت‌نام
became_away = نمی‌آید
soon_follows = ثبت‌نام آنان لحظه‌ای زمان می‌برد. لطفاً اندکی بعد دوباره نگاه کنید.
away_follows = کسی که نمی‌آید همچنان در شمار معرفی‌شدگان است تا وقتی که کس دیگری را به جای او معرفی کنید.
waits_before = { $before ->
    [0] نفر بعدی
    [1] یک نفر پیش از او
   *[other] { $before } نفر پیش از او
}
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
named_new = { $count ->
    [1] یک نفر تازه معرفی شد
   *[other] { $count } نفر تازه معرفی شدند
}
named_before = { $count ->
    [1] یک نفر پیش‌تر معرفی شده بود
   *[other] { $count } نفر پیش‌تر معرفی شده بودند
}
named_nothing = همهٔ کسانی که فرستادید پیش‌تر معرفی شده بودند. چیزی تغییر نکرد.
named_gone = { $count ->
    [1] یک نفر از آنان دیگر در فهرست نیست.
   *[other] { $count } نفر از آنان دیگر در فهرست نیستند.
}
and_others = { $count ->
    [1] و یک نفر دیگر
   *[other] و { $count } نفر دیگر
}
rows_left = { $count ->
    [1] یک سطر هنوز معرفی نشده است. لطفاً آن را در جدول اصلاح کنید.
   *[other] { $count } سطر هنوز معرفی نشده‌اند. لطفاً آن‌ها را در جدول اصلاح کنید.
}
rows_wrong = این سطرها هنوز معرفی نشده‌اند. آن‌ها هنوز در کادر هستند؛ لطفاً همان‌جا اصلاحشان کنید.
row = سطر { $number }
row_email = نشانی رایانامه‌ای که بتوان به آن نوشت ندارد
row_name = نام ندارد یا نام بسیار بلند است
row_twice = این نشانی دو بار آمده است
row_quota = بیش از شماری است که سازمان شما می‌تواند بفرستد

changes_until = تا { $by } می‌توانید نمایندگانی را معرفی کنید، یا کسان دیگری را به جای آنان.
about_gathering = دربارهٔ گردهمایی
edition = دوره
theme = شعار
mode = شیوه
mode_in_person = حضوری
mode_online = برخط
mode_hybrid = حضوری و برخط
address = نشانی
to_calendar = افزودن به تقویم من
public_page = صفحهٔ گردهمایی
received = دریافت شد. هر یک از معرفی‌شدگان ثبت‌نام می‌شود و رایانامه‌ای ویژهٔ خود می‌گیرد؛ رسید آن نیز با رایانامه برای شما می‌آید.
from_file = از روی پرونده
file = پرونده
file_hint = پروندهٔ XLSX (برگهٔ نخست آن) یا CSV: نام، رایانامه و سمت؛ هر نماینده در یک سطر.
error_file = این پرونده خوانده نمی‌شود. لطفاً آن را به صورت XLSX یا «CSV UTF-8» ذخیره و دوباره انتخاب کنید.
error_table = این جدول بلندتر از آن است که یک‌باره خوانده شود و کسی از آن معرفی نشد. لطفاً هر بار حداکثر { $rows } سطر، تنها با نام، رایانامه و سمت، بفرستید.

# The secretariat's pages. $named, $quota: so many of so many.
invite = دعوت
invitations_sent = دعوت‌ها در راه‌اند.
who_answered = چه کسی چه پاسخی داده است
answer = پاسخ
answers = پاسخ‌ها
show = نمایش
state_pending = بی‌پاسخ
state_accepted = پذیرفته
state_tentative = نامعلوم
state_declined = نپذیرفته
state_substituted = کس دیگری می‌آید
state_expired = مهلت گذشته
state_withdrawn = پس گرفته
came_link = با پیوند
came_signed_in = پس از ورود
came_letter = با نامه
came_telephone = با تلفن
came_calendar = از تقویم
delegates_of = { $named } از { $quota } نماینده
nobody_so = هیچ دعوت‌شده‌ای چنین پاسخی نداده است.
nobody_invited = هنوز از کسی دعوت نشده است.
not_open = دعوت پس از اعلام گردهمایی و تا پایان آن ممکن است.
not_invited-otherwise = از یکی از آنان با عنوان دیگری دعوت شده است. لطفاً نخست آن دعوت را پس بگیرید؛ از کسان پیش از او دعوت شد.
not_not-announced = دعوت پس از اعلام گردهمایی ممکن است.
not_over = گردهمایی به پایان رسیده یا لغو شده است.
not_other = این کار اکنون شدنی نیست.
somebody_else = انتخاب کسی دیگر
search_person = جست‌وجوی افراد با نام یا نشانی
an_organization = سازمانی با نمایندگانش
body = نهاد
holders_of = دارندگان منصب در یک نهاد
nobody_holds = امروز کسی منصبی در این نهاد ندارد.
choose_it = انتخاب
whom = از چه کسانی
focal_points = به چه کسی از سازمان نوشته شود
no_people_there = کسی از این سازمان ثبت نشده است. لطفاً نخست یکی از افراد آن را وارد کنید.
search_first = کسانی را که می‌خواهید دعوت کنید در بالا بجویید. چند نفر را می‌توان با هم برگزید.
nobody_on_record = کسی با این نام ثبت نشده است.
quota = بیشترین شمار نمایندگان
send_invitations = فرستادن دعوت‌ها
choose_somebody = دست‌کم یکی را برگزینید.
wrong_quota = لطفاً عددی از ۱ تا ۲۰۰ بنویسید.
card_unanswered = دعوت‌های بی‌پاسخ
card_go = به دعوت‌ها
card_none = به همهٔ دعوت‌ها پاسخ داده شده است.
answer_by_short = تا { $by }
extend = مهلتی دیگر
extend_follows = آنچه مهلتش گذشته دوباره فرستاده می‌شود؛ به هر که پاسخ نداده سه روز پیش از مهلت یادآوری می‌شود.
withdraw = پس‌گرفتن
withdraw_follows = دعوت، همراه با جاهایی که با آن گرفته شده، پس گرفته می‌شود. به کسانی که به آنان مربوط است با رایانامه خبر داده می‌شود.
letter = دعوت‌نامه
letters = دعوت‌نامه‌ها
