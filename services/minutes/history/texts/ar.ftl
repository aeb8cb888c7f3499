# السوابق: ما قيل في الدورات السابقة وما بقي منها.

history = ما قيل في الدورات السابقة
imports = إحضار جدول السوابق
columns_hint = الترتيب لا يهم. تُذكر الدورة بعنوان السلسلة ورقم الدورة. و«reference» هو اسم الصف في أوراقكم؛ به يُعرف من جديد.
statements = البيانات
open_commitments = التزامات مفتوحة
table_of_statements = جدول البيانات
table_of_commitments = جدول الالتزامات المفتوحة
same_again = ما هو موجود يبقى كما هو؛ والصف الذي يقول غير ذلك لا يُقبل. وإدخال الجدول مرتين لا يفعل شيئًا مرتين.
nobody_told = لا يُراسَل أحد الآن؛ ويُذكَّر الملتزم قبل الموعد.
to_statements = عرض ما قيل
to_commitments = عرض الالتزامات المفتوحة
bring_statements = إحضار جدول
edition = الدورة
edition_of = الدورة { $number }، { $series }
show = عرض
owed_of = { $count ->
    [zero] لم يبقَ منها شيء
    [one] بقي منها أمر واحد
    [two] بقي منها أمران
    [few] بقيت منها { $count } أمور
    [many] بقي منها { $count } أمرًا
   *[other] بقي منها { $count } أمر
}
nothing_said = لم يُسجَّل منها شيء
nothing_said_text = تأتي بيانات هذه الدورة من جدول.
choose_edition = اختر دورة
choose_edition_text = يظهر هنا ما قيل فيها.
no_editions = لم تُسجَّل أي دورة بعد.
said_and_owed = ما قيل وما بقي
nameless = الاسم غير مسجَّل
day_unknown = اليوم غير معروف
manner_as_said = بنصّها
manner_summary = ملخّصًا
corrected = مصحَّح
withdrawn = مسحوب
put_right = تصحيح أو سحب
statement = بيان
words = النص
reason = السبب
reason_hint = يبقى ما قيل من قبل مسجَّلًا.
correct = تصحيح
withdraw = سحب البيان
withdraw_follows = يبقى مسجَّلًا أنه كان؛ ولا يُعرض نصه بعد ذلك.
not_done = لم يتم ذلك.
changed_meanwhile = غيّره أحدهم في هذه الأثناء. وهو هنا كما هو الآن؛ فانظر فيه قبل أن تصحّحه.

# الخطأ في صف من جدول.
row_no-edition = لا توجد دورة مسجَّلة بهذا الرقم من سلسلة بهذا العنوان؛ أحضرها أولًا أو صحّح العنوان والرقم.
row_which-calendar = بأي تقويم؟ اكتب gregorian أو solar_hijri أو islamic.
row_no-organization = لا توجد منظمة مسجَّلة بهذا الرمز أو الاسم؛ سجّلها أو صحّحه.
row_several-organizations = تحمل عدة منظمات هذا الاسم؛ اكتب الرمز.
row_nobody = لا أحد مسجَّل بهذا الاسم؛ سجّل الشخص أولًا أو اترك الخلية فارغة.
row_several-people = يحمل عدة أشخاص هذا الاسم؛ اكتب بدلًا منه المعرّف الذي في عنوان صفحة الشخص.
row_no-body = لا توجد هيئة مسجَّلة بهذا الاسم؛ صحّحه.
row_several-bodies = تحمل عدة هيئات هذا الاسم؛ غيّر اسم إحداها أولًا.
row_one-name = باسم منظمة أو باسم هيئة: أبقِ أحدهما.
row_one-owner = على عاتق شخص أو منظمة: أبقِ أحدهما.
row_no-owner = لكل التزام صاحب: اكتب الشخص أو المنظمة، أو اجعل النوع action (إجراء).
row_no-text = اكتب بلغة واحدة على الأقل ما يجب عمله.
row_no-day = اكتب اليوم مثل ١٣٧٧/٠٨/١٢؛ وإن كانت الدورة وحدها معروفة فاترك الخلية فارغة.
row_language = اكتب رمز اللغة مثل fa أو ar أو en.
