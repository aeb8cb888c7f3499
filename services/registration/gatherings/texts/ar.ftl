# What was announced.

gatherings = اللقاءات
none_announced = لم يُعلن عن شيء بعد.
is_open = التسجيل مفتوح
next = اللقاءات القادمة
all_gatherings = كل اللقاءات
take_part = تسجيل

# قائمة الأمانة وبطاقتها.

new_gathering = لقاء جديد
search_gatherings = العنوان أو مكان الانعقاد، بأي خط
column_title = اللقاء
column_begins = البداية
column_venue = مكان الانعقاد
column_state = الحالة
nothing_found = لا لقاء يطابق ذلك
nothing_found_hint = اكتب أول كلمة من الكلمات، أو اختر حالة أخرى.
none_entered = لم يُدخل أي لقاء بعد
none_entered_hint = أدخل اللقاء الأول. ويبقى مسودة حتى تعلنه.
this_week = هذا الأسبوع
none_this_week = لا شيء مقرر في الأيام السبعة القادمة.
state_draft = مسودة
state_announced = معلن
state_open = التسجيل مفتوح
state_closed = التسجيل مغلق
state_in_session = منعقد
state_adjourned = انتهت الجلسة
state_held = انتهى
state_postponed = مؤجَّل
state_cancelled = ملغى
