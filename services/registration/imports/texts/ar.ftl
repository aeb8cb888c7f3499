# إحضار جداول الأشخاص والمنظمات.

imports = إحضار جدول
columns_hint = الترتيب لا يهم. تُذكر المنظمات برموزها.

table_of_people = جدول الأشخاص
table_of_organizations = جدول المنظمات
same_again = ما هو موجود يُعدَّل حيث يقول الجدول غير ذلك. وإدخال الجدول مرتين لا يفعل شيئًا مرتين.
to_people = عرض الأشخاص
to_organizations = عرض المنظمات

# Of editions of earlier times.
earlier_editions = الدورات السابقة
table_of_editions = جدول الدورات السابقة
to_series = عرض السلاسل
same_edition_again = ما هو موجود يبقى كما هو؛ والسطر الذي يقول غير ذلك لا يُقبل. واستيراد الجدول مرتين لا يكرر شيئًا.
