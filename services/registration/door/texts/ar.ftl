# The door's tick list: read at arm's length.

door = المدخل
stop = توقّف
is_inside = في الداخل
is_outside = في الخارج
is_expected = متوقَّع حضوره
no_place = بلا مقعد
name = الاسم
state = الحالة
in_or_out = دخول أو خروج
enter = دخول
leave = خروج
search_name = البحث بالاسم
nameless = الاسم غير معروف بعد
type_more = هناك المزيد. اكتب بداية الاسم.
nobody_found = لا أحد بهذا الاسم. اكتب حروفًا أقل أو اسأل الأمانة.
nobody_expected = لا أحد يشغل مقعدًا بعد.
count_inside = في الداخل
count_expected = لهم مقاعد
refused_not-confirmed = لم يؤكَّد مقعد لهذا الشخص. اتصل بالأمانة.
refused_already-inside = هذا الشخص في الداخل بالفعل.
refused_not-inside = هذا الشخص في الخارج بالفعل.
refused_wrong-day = اللقاء في يوم آخر.
refused_scans-full = عبر هذا الشخص مرات كثيرة جدًا. اتصل بالأمانة.
refused_unknown = لا يوجد هنا تسجيل كهذا. اتصل بالأمانة.
your_door = مدخلك
to_door = إلى المدخل
