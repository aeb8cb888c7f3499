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

menu = القائمة
crumbs = موضع هذه الصفحة
developers = للمطوّرين
role_secretariat = الأمانة

# Where the navigation leads.
place_today = اليوم
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
tab_registrations = التسجيلات
tab_door = المدخل
tab_minutes = المحضر
tab_messages = الرسائل

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

# What is wrong with a field, and what to do about it.
wrong_missing = يرجى ملء هذه الخانة.
wrong_long = يرجى الاختصار هنا.
wrong_number = يرجى إدخال أرقام فقط.
wrong_moment = يرجى إدخال التاريخ والوقت.
wrong_choice = يرجى اختيار أحد خيارات القائمة.
wrong_other = يرجى مراجعة هذه الخانة.
