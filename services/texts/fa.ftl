# The pages that belong to no service: home, Today, the system, and what developers need.

home_title = دبیرخانهٔ کنفرانس
home_lead = گردهمایی‌هایی که می‌توانید در آن‌ها شرکت کنید، و صورت‌جلسهٔ آنچه تصمیم گرفته شد.
home_own = ثبت‌نام‌های شما
home_gatherings = گردهمایی‌های پیش رو
home_minutes = تازه‌ترین صورت‌جلسه‌ها

today_title = آنچه امروز منتظر شماست
new_gathering = گردهمایی تازه

service_registration = ثبت‌نام
service_notifications = پیام‌ها
service_minutes = صورت‌جلسه‌ها
service_is_registration = چه کسی می‌آید و چه کسی جا دارد.
service_is_notifications = به چه کسی چه، کی و به چه زبانی گفته می‌شود.
service_is_minutes = چه گفته و چه تصمیم گرفته شد، و چه کسانی حاضر بودند.

# How a service is.
system_title = سامانه
system_lead = آنچه در حال کار است، آنچه هنوز باید بشنود، و آنچه نتوانست اعمال کند.
system_version = نسخهٔ { $version }
upkeep_what_waits = آنچه در انتظار است
upkeep_well = همه چیز خوب است
upkeep_waits = منتظر شماست
upkeep_ill = کار نمی‌کند
upkeep_answers = پاسخ می‌دهد
upkeep_unknown = در حال حاضر معلوم نیست
upkeep_store = انبار داده
upkeep_log = دفتر رویدادها
upkeep_lag = هنوز نشنیده
upkeep_outbox = هنوز فرستاده‌نشده
upkeep_jobs = کارهای در جریان
upkeep_refused = اعمال‌نشده
upkeep_replay = تلاش دوباره
upkeep_discard = کنار گذاشتن
upkeep_discard_follows = آنچه این رویداد می‌گوید هرگز در اینجا اعمال نمی‌شود و آنچه پشت آن منتظر است پیش می‌رود. این کار برگشت ندارد.

# For developers.
developers_title = برای توسعه‌دهندگان
developers_lead = هر کاری که صفحه‌ها می‌کنند، یک برنامه هم می‌تواند بکند: با HTTP یا با گوش دادن به رویدادها.
developers_api = مرجع
developers_file = OpenAPI 3.1
developers_feed = خوراک رویدادها
developers_feed_text = هر بخش رویدادهایش را با HTTP هم می‌گوید: از آغاز بخوانید، نشانگر را نگه دارید و از همان‌جا ادامه دهید. به هیچ واسطه‌ای نیاز نیست.
developers_events = موضوع‌ها و رویدادها
developers_problems = گونه‌های خطا
developers_problems_text = هر رد درخواست سندی است به شکل RFC 9457. گونهٔ آن یکی از این نشانی‌هاست و هر نشانی پاسخ می‌دهد.

# All parts of a page.
design_title = اجزای صفحه
