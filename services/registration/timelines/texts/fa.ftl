# The timeline of a gathering or a person, as registration knows it. $gathering: its title; $state: where the registration stands.

in_order = همه به ترتیب زمان
entered = وارد شد
changed = مشخصات تغییر کرد
corrected = اطلاعات اصلاح شد
signed_in = وارد سامانه شد
asked = ثبت‌نام برای { $gathering }. وضعیت کنونی: { $state }
is_confirmed = جا دارد
is_waitlisted = در فهرست انتظار
is_pending = هنوز کامل نیست
is_address_unconfirmed = نشانی هنوز تأیید نشده است
is_to_be_approved = در انتظار تأیید
is_on_hold = معلق
is_rejected = پذیرفته نشد
is_withdrawn = انصراف داده است
is_cancelled = لغو شده است
state_draft = دوباره پیش‌نویس
state_announced = اعلام شد
state_open = ثبت‌نام باز شد
state_closed = ثبت‌نام بسته شد
state_in_session = نشست آغاز شد
state_adjourned = نشست پایان یافت
state_held = برگزار شد
state_postponed = به تعویق افتاد
state_cancelled = لغو شد
