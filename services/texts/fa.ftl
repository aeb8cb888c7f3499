# The front page.

front_title = دبیرخانهٔ کنفرانس
front_lead = پلنری کارهای یک کنفرانس دوره‌ای را نگه می‌دارد: چه کسی دعوت می‌شود و می‌آید، به چه کسی چه گفته می‌شود، و چه تصمیمی گرفته شد.
front_read = برای خواندن
front_minutes = صورت‌جلسه‌های منتشرشده
front_mails = رایانامه‌ها (فقط دبیرخانه)
front_gatherings = گردهمایی‌ها و ثبت‌نام
front_services = آنچه در حال کار است
front_registration = ثبت‌نام: چه کسی می‌آید و چه کسی جا دارد
front_notifications = آگاهی‌رسانی: به چه کسی چه گفته می‌شود
front_minutes_service = صورت‌جلسه: چه گفته و چه تصمیم گرفته شد
front_api = رابط برنامه‌نویسی
front_health = وضعیت سامانه
