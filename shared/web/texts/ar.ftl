# The frame of every page, signing in, and the pages that belong to no service.

site = بليناري
skip = الانتقال إلى المحتوى
language = اللغة
sign_in = تسجيل الدخول
sign_out = تسجيل الخروج
sign_in_once = يعمل هذا الرابط مرة واحدة. اضغط الزر لتسجيل الدخول على هذا الجهاز.
sign_in_none = افتح رابط تسجيل الدخول الذي حصلت عليه. يعرض النظام رابطًا عند بدء تشغيله.
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
docs_for = لمن
docs_file = الوثيقة نفسها كملف OpenAPI 3.1
