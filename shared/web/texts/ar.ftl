# The frame of every page, signing in, and the pages that belong to no service.

site = بليناري
skip = الانتقال إلى المحتوى
language = اللغة
sign_in = تسجيل الدخول
sign_out = تسجيل الخروج
errors_title = يرجى مراجعة الاستمارة

# What the page of an error says first; $status is that of HTTP.
problem = { $status ->
    [401] يرجى تسجيل الدخول
    [403] لا يُسمح لك بهذا
    [404] لا يوجد شيء في هذا العنوان
    [409] هناك قاعدة لا تسمح بهذا
    [412] قام شخص بتغيير هذا في هذه الأثناء
    [413] حجم ما أرسلته أكبر من المسموح
    [422] يرجى مراجعة ما أدخلته
    [429] طلبات كثيرة جدًا. يرجى الانتظار قليلًا
    [500] حدث خلل في نظامنا
    [503] هذا لا يعمل في الوقت الحالي
   *[other] لم تنجح العملية
}
# What that means for the reader, and what to do.
means_bad-request = تعذّرت قراءة الطلب. يُرجى العودة والمحاولة من جديد.
means_unauthenticated = هذا متاح فقط لمن سجّل الدخول. لم يُنفَّذ شيء.
means_forbidden = لا يشمل دورك هذا. من أعطاك الدور يعرف من يحقّ له ذلك.
means_link-invalid = هذا الرابط غير مكتمل أو أُنشئ لغرض آخر. افتحه مجددًا من الرسالة أو اطلب رابطًا جديدًا.
means_link-ended = استُعمل هذا الرابط أو انتهت مدته. اطلب رابطًا جديدًا.
means_cross-site = لم تأتِ الاستمارة من هذا الموقع، لذلك لم يُنفَّذ شيء. افتح الصفحة هنا وأرسلها من جديد.
means_not-found = ربما نُقل أو ليس مخصصًا لك. يُرجى التحقق من العنوان أو البدء من الصفحة الأولى.
means_method-not-allowed = لا يمكن استعمال هذا العنوان بهذه الطريقة. يُرجى البدء من الصفحة الأولى.
means_conflict = لم يتغيّر شيء. يُرجى العودة والاطلاع على الوضع الحالي.
means_stale = لم يتغيّر شيء. يُرجى العودة والاطلاع على الوضع الحالي ثم اتخاذ القرار من جديد.
means_too-large = لم يُقبل شيء. يُرجى إرسال ما هو أصغر.
means_media-type = هذا النوع من الملفات غير مقبول هنا. يُرجى اختيار ملف آخر.
means_invalid = لم يتغيّر شيء. يُرجى العودة وتصحيح ما أدخلته.
means_cursor-invalid = لم يعد هذا الجزء من القائمة موجودًا. يُرجى فتح القائمة من بدايتها.
means_idempotency-key-malformed = لم تكن الاستمارة كاملة. يُرجى فتح صفحتها من جديد.
means_idempotency-key-reused = أُرسلت هذه الاستمارة من قبل بمحتوى آخر. يُرجى فتح صفحتها من جديد والاطلاع على الوضع الحالي.
means_if-match-required = لا يُعرف أي نسخة اطلعت عليها. يُرجى فتح الصفحة من جديد.
means_too-many = لم يُفقد شيء. يُرجى الانتظار دقيقة ثم المحاولة من جديد.
means_damaged = تتعذّر قراءة شيء محفوظ هنا. يُرجى إبلاغ الأمانة مع ذكر العلامة أدناه.
means_unavailable = جزء من النظام لا يجيب. لم يتغيّر شيء؛ يُرجى المحاولة بعد قليل.
means_uncertain = لا يُعرف هل نُفّذ هذا أم لا. يُرجى الاطلاع على الوضع قبل تكراره.
means_time-limit = استغرق وقتًا أطول من اللازم فأُوقف. يُرجى الاطلاع على الوضع قبل تكراره.
means_draining = يُعاد تشغيل النظام. يُرجى المحاولة بعد قليل.
means_internal = الخطأ منّا. يُرجى المحاولة لاحقًا أو إبلاغ الأمانة مع ذكر العلامة أدناه.
# Above the exact words of an error, which are English.
problem_exactly = النص الدقيق (بالإنجليزية)
problem_mark = علامة للمشغّل
home = الصفحة الرئيسية

# The operations of an API as a page.
docs_operations = العمليات
docs_parameters = المعاملات
docs_body = ما يُرسل
docs_answers = الردود
docs_example = مثال
docs_needed = لازم
docs_for = لمن
docs_file = الوثيقة نفسها كملف OpenAPI 3.1
docs_try = جرّبها
docs_try_hint = يرسلها هذا المتصفح، باسم من سجّل الدخول هنا، إلى هذا النظام نفسه.
docs_send = إرسال

menu = القائمة
crumbs = موضع هذه الصفحة
developers = للمطوّرين
role_secretariat = الأمانة

# Where the navigation leads.
place_today = اليوم
place_series = السلاسل
place_gatherings = اللقاءات
place_people = الأشخاص
place_organizations = المنظمات
place_bodies = الهيئات
place_messages = الرسائل
place_minutes = المحاضر
place_team = الفريق
place_system = النظام

# The parts of a gathering.
parts = أقسام هذه الصفحة
tab_overview = نظرة عامة
tab_programme = البرنامج
tab_invitations = الدعوات
tab_registrations = التسجيلات
tab_door = المدخل
tab_minutes = المحضر
tab_messages = الرسائل
tab_timeline = تسلسل الأحداث
on_map = عرض على الخريطة
in_maps = فتح بخريطة هذا الجهاز
is_authoritative = (النص المعتمد)
authoritative = النص المعتمد ({ $language }):
announced = أُعلن:
held_by = ينظمها:
nothing_yet = لا شيء معروف هنا.
back_to_all = الكل معًا

# Parts of every page.
in_zone = التاريخ والوقت بتوقيت { $zone }
search = بحث
pages = صفحات أخرى
shown = { $count ->
    [zero] لا شيء في هذه الصفحة
    [one] عنصر واحد في هذه الصفحة
    [two] عنصران في هذه الصفحة
    [few] { $count } عناصر في هذه الصفحة
    [many] { $count } عنصرًا في هذه الصفحة
   *[other] { $count } عنصر في هذه الصفحة
}
more = عرض المزيد
to_first = العودة إلى البداية
look_there = الاطلاع عليها في صفحتها
away = هذا القسم لا يستجيب حاليًا، والبقية تعمل.
state_so_far = الحالة والخطوات التالية
moved = غيّر شخص آخر هذا في هذه الأثناء
moved_text = لم يضع شيء مما كتبته، فهو ما زال في الاستمارة. قارن بين النصّين ثم قرّر.
theirs = كما هو الآن
mine = كما كتبته أنت
apply_mine = تطبيق ما كتبته من جديد
word_gone = محذوف:
word_added = مضاف:

# What is wrong with a field, and what to do about it.
wrong_missing = يرجى ملء هذه الخانة.
wrong_long = يرجى الاختصار هنا.
wrong_number = يرجى إدخال أرقام فقط.
wrong_moment = يرجى إدخال التاريخ والوقت.
wrong_choice = يرجى اختيار أحد خيارات القائمة.
wrong_other = يرجى مراجعة هذه الخانة.

# جداول تُدخل.
table_of_what = جدول
table_file = الملف
table_file_hint = ملف XLSX (ورقته الأولى) أو CSV بترميز UTF-8، وأسماء الأعمدة في السطر الأول؛ { $most } صف و٥ ميغابايت على الأكثر.
table_look = فحصه أولًا
table_wrong_file = اختر ملفًا غير فارغ.
table_columns = الأعمدة
table_brought = ما أُحضر مؤخرًا
table_brought_at = وقت الإحضار
table_state = الحالة
table_rows = الصفوف
table_job_looked = فُحص
table_job_running = قيد الإدخال
table_job_done = أُدخل
table_job_dropped = تُرك
table_dropped_hint = لم يُدخله أحد طوال يوم، فحُذف ما فيه. أحضره من جديد.
table_is_right = { $count ->
    [zero] لا صفوف.
    [one] صف واحد، ولا خطأ فيه.
    [two] صفان، ولا خطأ فيهما.
    [few] { $count } صفوف، ولا خطأ فيها.
    [many] { $count } صفًا، ولا خطأ فيها.
   *[other] { $count } صف، ولا خطأ فيها.
}
table_import_these = { $count ->
    [zero] لا شيء لإدخاله
    [one] إدخال هذا الصف
    [two] إدخال هذين الصفين
    [few] إدخال هذه الصفوف وعددها { $count }
    [many] إدخال هذه الصفوف وعددها { $count }
   *[other] إدخال هذه الصفوف وعددها { $count }
}
table_is_wrong = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد؛ لم يُدخل شيء
    [two] خطآن؛ لم يُدخل شيء
    [few] { $count } أخطاء؛ لم يُدخل شيء
    [many] { $count } خطأً؛ لم يُدخل شيء
   *[other] { $count } خطأ؛ لم يُدخل شيء
}
table_correct_it = صحّحها في ملفك وأحضره من جديد.
table_bring_again = إحضار الجدول المصحَّح
table_going_on = جارٍ الإدخال
table_may_leave = يمكنك مغادرة هذه الصفحة والعودة إليها؛ العمل مستمر، حتى بعد إعادة التشغيل.
table_look_again = انظر الآن من جديد
table_it_is_done = أُدخل الجدول.
table_created = جديد
table_changed = معدَّل
table_unchanged = كما كان
table_refused = { $count ->
    [zero] قُبلت الصفوف كلها
    [one] صف واحد لم يُقبل
    [two] صفان لم يُقبلا
    [few] { $count } صفوف لم تُقبل
    [many] { $count } صفًا لم يُقبل
   *[other] { $count } صف لم يُقبل
}
table_first_rows = أول { $count } من الصفوف التي فيها خطأ:
table_rows_wrong = صفوف فيها خطأ
table_line = السطر
table_row = الصف
table_what_to_do = ما العمل

# الخطأ في صف من جدول.
row_file-empty = الملف فارغ. يذكر السطر الأول: { $names }
row_too-many-rows = { $n } صف على الأكثر؛ أرسل الباقي في ملف آخر.
row_more-may-follow = قد يكون بعد هذا السطر غيرها؛ صحّح ما قبله أولًا.
row_not-utf-8 = ليس هذا UTF-8. احفظ الملف بصيغة «CSV UTF-8» وأرسله من جديد.
row_workbook-unreadable = لا يمكن قراءة هذا المصنّف. احفظه مرة أخرى بصيغة XLSX أو «CSV UTF-8» وأرسله.
row_workbook-too-large = محتوى هذا المصنّف أكبر من المسموح بكثير؛ أرسل صفوفه في عدة ملفات.
row_sheet-too-long = يوجد شيء تحت الصف { $n }؛ أرسل الصفوف في عدة ملفات.
row_cell-without-end = خلية أطول من المسموح بكثير، أو علامة اقتباس لم تُغلق؛ صحّحها.
row_quotation-mark = علامة اقتباس فُتحت ولم تُغلق، أو تبعها نص؛ صحّحها.
row_too-many-columns = عدد الأعمدة { $n } ولا يُقرأ أكثر من { $most }. استعمل: { $names }
row_no-such-column = لا يوجد عمود كهذا. استعمل: { $names }
row_column-twice = ورد هذا العمود مرتين؛ أبقِ واحدًا.
row_column-missing = هذا العمود غير موجود؛ أضفه.
row_too-many-cells = الخلايا أكثر من الأعمدة؛ ضع النص الذي فيه فاصلة بين علامتَي اقتباس.
row_formula = يبدأ كصيغة حسابية (=، +، -، @)؛ ابدأ بحرف آخر.
row_empty = الخلية فارغة؛ املأها.
row_too-long = أطول من المسموح؛ { $n } حرف على الأكثر.
row_control-character = فيها فاصل أسطر أو حرف تحكّم آخر لا مكان له هنا؛ احذفه.
row_row-twice = ورد هذا في السطر { $n }؛ أبقِ أحد السطرين.
row_number-wanted = اكتب من { $n } إلى { $most } بالأرقام.
row_not-one-of = اكتب واحدة من هذه: { $names }
row_no-such-time = لا يوجد زمن كهذا في تقويمه؛ اكتب السنة أو الشهر أو اليوم مثل ١٣٧٧ أو ١٣٧٧/٠٨ أو ١٣٧٧/٠٨/١٢.
row_several-series = تحمل عدة سلاسل هذا العنوان؛ غيّر عنوان إحداها أولًا.
row_exists = سُجّل من قبل بمضمون آخر؛ صحّح المسجَّل في صفحته.
