# The timeline of a gathering or a person, as registration knows it. $gathering: its title; $state: where the registration stands.

in_order = كل شيء بترتيب الوقت
entered = أُدخل
changed = تغيّرت البيانات
corrected = صُحّحت البيانات
signed_in = سجّل الدخول
asked = تسجيل في { $gathering }. الحالة الآن: { $state }
is_confirmed = له مقعد
is_waitlisted = في قائمة الانتظار
is_pending = لم يكتمل بعد
is_address_unconfirmed = العنوان غير مؤكد بعد
is_to_be_approved = في انتظار الموافقة
is_on_hold = معلَّق
is_rejected = لم يُقبل
is_withdrawn = انسحب
is_cancelled = أُلغي
state_draft = مسودة من جديد
state_announced = أُعلن عنه
state_open = فُتح التسجيل
state_closed = أُغلق التسجيل
state_in_session = افتُتحت الجلسة
state_adjourned = رُفعت الجلسة
state_held = انتهى
state_postponed = أُجّل
state_cancelled = أُلغي
