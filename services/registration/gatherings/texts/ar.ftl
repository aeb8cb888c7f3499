# What was announced.

gatherings = اللقاءات
none_announced = لم يُعلن عن شيء بعد.
is_open = التسجيل مفتوح
next = اللقاءات القادمة
all_gatherings = كل اللقاءات
take_part = تسجيل

# The secretariat's overview.

overview_of = نظرة عامة على اللقاء
begins = البداية
ends = النهاية
venue = مكان الانعقاد
category = الصفة
places = المقاعد
state_draft = مسودة
state_announced = معلن
state_open = التسجيل مفتوح
state_closed = التسجيل مغلق
state_in_session = منعقد
state_adjourned = انتهت الجلسة
state_held = انتهى
state_postponed = مؤجَّل
state_cancelled = ملغى
step_announce = إعلان
step_open = فتح التسجيل
step_close = إغلاق التسجيل
step_convene = بدء الجلسة
step_adjourn = إنهاء الجلسة
step_hold = إعلان الانتهاء
step_postpone = تأجيل
step_cancel = إلغاء اللقاء
follows_announce = يمكن للجميع رؤيته. وإن كان مؤجَّلًا فيُبلَّغ كل مسجَّل برسالة.
follows_open = يمكن التسجيل من الآن.
follows_close = لا يمكن لأحد التسجيل بعد ذلك. وتذهب المقاعد التي تخلو إلى المنتظرين.
follows_convene = تبدأ الجلسة الآن ويُفتح محضر لها.
follows_adjourn = تنتهي الجلسة الآن ويُغلق محضر لها.
follows_hold = لا يمكن تغيير شيء بعد ذلك.
follows_postpone = يُبلَّغ كل مسجَّل برسالة تذكر السبب. ولا يمكن التسجيل حتى يُعلن ويُفتح من جديد.
follows_cancel = يُبلَّغ كل مسجَّل برسالة تذكر السبب. ولا يمكن لأحد التسجيل أو الدخول بعد ذلك. لا رجعة في هذا.
reason_en = السبب بالإنجليزية
reason_fa = السبب بالفارسية
reason_ar = السبب بالعربية
moved_on = غيّر شخص آخر هذا اللقاء في هذه الأثناء. نرجو النظر في حاله الآن والاختيار من جديد.
not_now = لا يمكن هذا واللقاء في حاله الآن.
say_why = نرجو ذكر السبب بلغة واحدة على الأقل.
