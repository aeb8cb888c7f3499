# إحضار جداول الأشخاص والمنظمات.

imports = إحضار جدول
of_what = جدول
file = الملف
file_hint = ملف XLSX (ورقته الأولى) أو CSV بترميز UTF-8، وأسماء الأعمدة في السطر الأول؛ { $most } صف و٥ ميغابايت على الأكثر.
look = فحصه أولًا
wrong_file = اختر ملفًا غير فارغ.
columns = الأعمدة
columns_hint = الترتيب لا يهم. تُذكر المنظمات برموزها.
brought = ما أُحضر مؤخرًا
brought_at = وقت الإحضار
state = الحالة
rows = الصفوف
job_looked = فُحص
job_running = قيد الإدخال
job_done = أُدخل
job_dropped = تُرك
dropped_hint = لم يُدخله أحد طوال يوم، فحُذف ما فيه. أحضره من جديد.

table_of_people = جدول الأشخاص
table_of_organizations = جدول المنظمات
is_right = { $count ->
    [zero] لا صفوف.
    [one] صف واحد، ولا خطأ فيه.
    [two] صفان، ولا خطأ فيهما.
    [few] { $count } صفوف، ولا خطأ فيها.
    [many] { $count } صفًا، ولا خطأ فيها.
   *[other] { $count } صف، ولا خطأ فيها.
}
import_these = { $count ->
    [zero] لا شيء لإدخاله
    [one] إدخال هذا الصف
    [two] إدخال هذين الصفين
    [few] إدخال هذه الصفوف وعددها { $count }
    [many] إدخال هذه الصفوف وعددها { $count }
   *[other] إدخال هذه الصفوف وعددها { $count }
}
same_again = ما هو موجود يُعدَّل حيث يقول الجدول غير ذلك. وإدخال الجدول مرتين لا يفعل شيئًا مرتين.
is_wrong = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد؛ لم يُدخل شيء
    [two] خطآن؛ لم يُدخل شيء
    [few] { $count } أخطاء؛ لم يُدخل شيء
    [many] { $count } خطأً؛ لم يُدخل شيء
   *[other] { $count } خطأ؛ لم يُدخل شيء
}
correct_it = صحّحها في ملفك وأحضره من جديد.
bring_again = إحضار الجدول المصحَّح
going_on = جارٍ الإدخال
may_leave = يمكنك مغادرة هذه الصفحة والعودة إليها؛ العمل مستمر، حتى بعد إعادة التشغيل.
look_again = انظر الآن من جديد
it_is_done = أُدخل الجدول.
created = جديد
changed = معدَّل
unchanged = كما كان
refused = { $count ->
    [zero] قُبلت الصفوف كلها
    [one] صف واحد لم يُقبل
    [two] صفان لم يُقبلا
    [few] { $count } صفوف لم تُقبل
    [many] { $count } صفًا لم يُقبل
   *[other] { $count } صف لم يُقبل
}
to_people = عرض الأشخاص
to_organizations = عرض المنظمات
first_rows = أول { $count } من الصفوف التي فيها خطأ:
rows_wrong = صفوف فيها خطأ
line = السطر
row = الصف
what_to_do = ما العمل

# Of editions of earlier times.
earlier_editions = الدورات السابقة
table_of_editions = جدول الدورات السابقة
to_series = عرض السلاسل
same_edition_again = ما هو موجود يبقى كما هو؛ والسطر الذي يقول غير ذلك لا يُقبل. واستيراد الجدول مرتين لا يكرر شيئًا.
