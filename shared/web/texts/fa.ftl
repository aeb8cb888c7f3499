# The frame of every page, signing in, and the pages that belong to no service.

site = پلنری
skip = رفتن به متن اصلی
language = زبان
sign_in = ورود
sign_out = خروج
errors_title = لطفاً فرم را بررسی کنید

# What the page of an error says first; $status is that of HTTP.
problem = { $status ->
    [401] لطفاً وارد شوید
    [403] شما اجازهٔ این کار را ندارید
    [404] در این نشانی چیزی نیست
    [409] یک قاعده این کار را مجاز نمی‌داند
    [412] در این فاصله کسی این را تغییر داده است
    [413] حجم آنچه فرستاده‌اید بیش از اندازه است
    [422] لطفاً آنچه وارد کرده‌اید بررسی کنید
    [429] درخواست‌ها بیش از حد است. کمی صبر کنید
    [500] در سامانهٔ ما خطایی رخ داده است
    [503] این بخش در حال حاضر کار نمی‌کند
   *[other] این کار انجام نشد
}
# What that means for the reader, and what to do.
means_bad-request = درخواست خوانده نشد. لطفاً بازگردید و دوباره امتحان کنید.
means_unauthenticated = این بخش تنها برای کسی است که وارد شده باشد. کاری انجام نشد.
means_forbidden = نقش شما این کار را در بر نمی‌گیرد. کسی که نقش را به شما داده است می‌داند چه کسی اجازه دارد.
means_link-invalid = این پیوند کامل نیست یا برای کار دیگری ساخته شده است. آن را دوباره از رایانامه باز کنید یا پیوند تازه‌ای بخواهید.
means_link-ended = این پیوند یک بار به کار رفته یا زمانش گذشته است. پیوند تازه‌ای بخواهید.
means_cross-site = فرم از این وبگاه فرستاده نشده بود و کاری انجام نشد. صفحه را همین‌جا باز کنید و دوباره بفرستید.
means_not-found = شاید جابه‌جا شده باشد یا برای شما نباشد. لطفاً نشانی را بررسی کنید یا از صفحهٔ نخست آغاز کنید.
means_method-not-allowed = این نشانی را نمی‌توان این‌گونه به کار برد. لطفاً از صفحهٔ نخست آغاز کنید.
means_conflict = چیزی تغییر نکرد. لطفاً بازگردید و ببینید اکنون وضع چگونه است.
means_stale = چیزی تغییر نکرد. لطفاً بازگردید، ببینید اکنون چگونه است و دوباره تصمیم بگیرید.
means_too-large = چیزی پذیرفته نشد. لطفاً چیز کوچک‌تری بفرستید.
means_media-type = این نوع پرونده اینجا پذیرفته نمی‌شود. لطفاً پروندهٔ دیگری برگزینید.
means_invalid = چیزی تغییر نکرد. لطفاً بازگردید و آنچه را نوشته‌اید درست کنید.
means_cursor-invalid = این بخش از فهرست دیگر نیست. لطفاً فهرست را از آغاز باز کنید.
means_idempotency-key-malformed = فرم کامل نبود. لطفاً صفحهٔ آن را دوباره باز کنید.
means_idempotency-key-reused = این فرم پیش‌تر با محتوای دیگری فرستاده شده است. لطفاً صفحهٔ آن را دوباره باز کنید و ببینید وضع چگونه است.
means_if-match-required = معلوم نیست کدام نسخه را دیده‌اید. لطفاً صفحه را دوباره باز کنید.
means_too-many = چیزی از دست نرفته است. لطفاً یک دقیقه صبر کنید و دوباره امتحان کنید.
means_damaged = چیزی که اینجا نگه داشته شده است خوانده نمی‌شود. لطفاً با نشانهٔ زیر به دبیرخانه خبر دهید.
means_unavailable = بخشی از سامانه پاسخ نمی‌دهد. چیزی تغییر نکرد؛ لطفاً کمی بعد دوباره امتحان کنید.
means_uncertain = معلوم نیست که این کار انجام شده است یا نه. پیش از تکرار ببینید وضع چگونه است.
means_time-limit = بیش از اندازه طول کشید و رها شد. پیش از تکرار ببینید وضع چگونه است.
means_draining = سامانه در حال راه‌اندازی دوباره است. لطفاً کمی بعد دوباره امتحان کنید.
means_internal = اشتباه از ماست. لطفاً بعداً دوباره امتحان کنید یا با نشانهٔ زیر به دبیرخانه خبر دهید.
# Above the exact words of an error, which are English.
problem_exactly = متن دقیق (به انگلیسی)
problem_mark = نشان برای پشتیبان
home = صفحهٔ نخست

# The operations of an API as a page.
docs_operations = عملیات
docs_parameters = پارامترها
docs_body = آنچه فرستاده می‌شود
docs_answers = پاسخ‌ها
docs_example = یک نمونه
docs_needed = لازم
docs_for = برای
docs_file = همین سند به صورت پروندهٔ OpenAPI 3.1
docs_try = امتحان کنید
docs_try_hint = این مرورگر آن را از طرف کسی که اینجا وارد شده است به همین سامانه می‌فرستد.
docs_send = فرستادن

menu = فهرست
crumbs = جای این صفحه
developers = برای توسعه‌دهندگان
role_secretariat = دبیرخانه

# Where the navigation leads.
place_today = امروز
place_series = سلسله‌ها
place_gatherings = گردهمایی‌ها
place_people = افراد
place_organizations = سازمان‌ها
place_bodies = نهادها
place_messages = پیام‌ها
place_minutes = صورت‌جلسه‌ها
place_team = همکاران
place_system = سامانه

# The parts of a gathering.
parts = بخش‌های این صفحه
tab_overview = نمای کلی
tab_programme = برنامه
tab_invitations = دعوت‌ها
tab_registrations = ثبت‌نام‌ها
tab_door = ورودی
tab_minutes = صورت‌جلسه
tab_messages = پیام‌ها
tab_timeline = سیر رویدادها
on_map = نمایش روی نقشه
in_maps = گشودن با نقشهٔ همین دستگاه
is_authoritative = (متن معتبر)
authoritative = متن معتبر ({ $language }):
announced = اعلام:
held_by = برگزارکننده:
nothing_yet = اینجا چیزی دانسته نیست.
back_to_all = همه با هم

# Parts of every page.
in_zone = تاریخ میلادی و ساعت، به وقت { $zone }
search = جست‌وجو
pages = صفحه‌های دیگر
shown = { $count ->
    [one] یک مورد در این صفحه
   *[other] { $count } مورد در این صفحه
}
more = موارد بیشتر
to_first = بازگشت به آغاز
look_there = در صفحهٔ خودش ببینید
away = این بخش در حال حاضر پاسخ نمی‌دهد. بقیه سر جای خود هستند.
state_so_far = وضعیت و گام‌های بعدی
moved = در این فاصله کس دیگری این را تغییر داده است
moved_text = چیزی از نوشتهٔ شما از بین نرفته و هنوز در فرم است. هر دو را مقایسه کنید و سپس تصمیم بگیرید.
theirs = آنچه اکنون هست
mine = آنچه شما نوشتید
apply_mine = اعمال دوبارهٔ نوشتهٔ من
word_gone = حذف‌شده:
word_added = افزوده:

# What is wrong with a field, and what to do about it.
wrong_missing = لطفاً این را پر کنید.
wrong_long = لطفاً کوتاه‌تر بنویسید.
wrong_number = لطفاً فقط رقم بنویسید.
wrong_moment = لطفاً تاریخ و ساعت را وارد کنید.
wrong_choice = لطفاً یکی از موارد فهرست را برگزینید.
wrong_other = لطفاً این مورد را بررسی کنید.

# جدول‌هایی که وارد می‌شوند.
table_of_what = جدولِ
table_file = پرونده
table_file_hint = پروندهٔ XLSX (برگهٔ نخست آن) یا CSV با UTF-8؛ نام ستون‌ها در سطر نخست؛ حداکثر { $most } ردیف و ۵ مگابایت.
table_look = نخست بررسی شود
table_wrong_file = پرونده‌ای را انتخاب کنید که خالی نباشد.
table_columns = ستون‌ها
table_brought = آورده‌شده‌های اخیر
table_brought_at = زمان آوردن
table_state = وضعیت
table_rows = ردیف‌ها
table_job_looked = بررسی‌شده
table_job_running = در حال ورود
table_job_done = واردشده
table_job_dropped = کنار گذاشته‌شده
table_dropped_hint = یک روز کسی آن را وارد نکرد و محتوایش پاک شد. دوباره بیاوریدش.
table_is_right = { $count ->
    [one] یک ردیف، بدون هیچ نادرستی.
   *[other] { $count } ردیف، بدون هیچ نادرستی.
}
table_import_these = { $count ->
    [one] این یک ردیف وارد شود
   *[other] این { $count } ردیف وارد شود
}
table_is_wrong = { $count ->
    [one] یک نادرستی هست؛ چیزی وارد نشد
   *[other] { $count } نادرستی هست؛ چیزی وارد نشد
}
table_correct_it = در پروندهٔ خود درستشان کنید و دوباره بیاورید.
table_bring_again = آوردن جدول درست‌شده
table_going_on = در حال ورود
table_may_leave = می‌توانید این صفحه را ببندید و برگردید؛ کار ادامه دارد، حتی پس از راه‌اندازی دوباره.
table_look_again = همین حالا دوباره ببینید
table_it_is_done = جدول وارد شد.
table_created = تازه
table_changed = تغییرکرده
table_unchanged = مانند پیش
table_refused = { $count ->
    [one] یک ردیف پذیرفته نشد
   *[other] { $count } ردیف پذیرفته نشد
}
table_first_rows = { $count } ردیف نخست که نادرستی دارند:
table_rows_wrong = ردیف‌هایی که نادرستی دارند
table_line = سطر
table_row = ردیف
table_what_to_do = چه باید کرد

# نادرستی یک ردیف جدول.
row_file-empty = پرونده خالی است. سطر نخست این نام‌ها را دارد: { $names }
row_too-many-rows = حداکثر { $n } ردیف؛ بقیه را در پرونده‌ای دیگر بفرستید.
row_more-may-follow = شاید پس از این سطر نادرستی‌های دیگری هم باشد؛ نخست پیش از آن را درست کنید.
row_not-utf-8 = این UTF-8 نیست. پرونده را به‌صورت «CSV UTF-8» ذخیره کنید و دوباره بفرستید.
row_workbook-unreadable = این کارپوشه خواندنی نیست. یک بار دیگر به‌صورت XLSX یا «CSV UTF-8» ذخیره‌اش کنید و بفرستید.
row_workbook-too-large = محتوای این کارپوشه بیش از اندازه است؛ ردیف‌ها را در چند پرونده بفرستید.
row_sheet-too-long = زیر ردیف { $n } هم چیزی هست؛ ردیف‌ها را در چند پرونده بفرستید.
row_cell-without-end = خانه‌ای بسیار بلند است یا گیومه‌ای بسته نشده؛ درستش کنید.
row_quotation-mark = گیومه‌ای باز شده و بسته نشده، یا متنی پس از آن آمده است؛ درستش کنید.
row_too-many-columns = { $n } ستون هست و حداکثر { $most } ستون خوانده می‌شود. این‌ها را به کار ببرید: { $names }
row_no-such-column = چنین ستونی نیست. این‌ها را به کار ببرید: { $names }
row_column-twice = این ستون دو بار آمده است؛ یکی را نگه دارید.
row_column-missing = این ستون نیست؛ بیفزاییدش.
row_too-many-cells = خانه‌ها از ستون‌ها بیشترند؛ متنی را که ویرگول دارد میان گیومه بگذارید.
row_formula = مانند فرمول آغاز می‌شود (=، +، -، @)؛ با نویسه‌ای دیگر آغاز کنید.
row_empty = خالی است؛ پرش کنید.
row_too-long = بیش از اندازه بلند است؛ حداکثر { $n } نویسه.
row_control-character = شکست سطر یا نویسهٔ کنترلی دیگری دارد که جایش آنجا نیست؛ برش دارید.
row_row-twice = همین در سطر { $n } هم آمده است؛ یکی از دو سطر را نگه دارید.
row_number-wanted = از { $n } تا { $most } بنویسید، به رقم.
row_not-one-of = یکی از این‌ها را بنویسید: { $names }
row_no-such-time = تقویم آن چنین زمانی ندارد؛ سال، ماه یا روز را مانند ۱۳۷۷ یا ۱۳۷۷/۰۸ یا ۱۳۷۷/۰۸/۱۲ بنویسید.
row_several-series = چند سلسله این عنوان را دارند؛ نخست عنوان یکی را تغییر دهید.
row_exists = پیش‌تر با مضمونی دیگر ثبت شده است؛ همان را در صفحهٔ خودش درست کنید.
