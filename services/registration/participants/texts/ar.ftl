participants = قائمة المشاركين
registrations = التسجيلات
who_stands_here =
    يرد هنا من لهم مقعد ووافقوا على ذلك. يستطيع كل مشارك قراءتها؛ نرجو ألا تُستعمل لغير اللقاء.
# $count, $seated: numbers of people.
of_all = وافق حتى الآن { $count } من { $seated } لهم مقعد.
for_themselves = من دون منظمة
nobody_listed = ليس في القائمة أحد بعد
column_organization = المنظمة
column_name = الاسم
column_also = الاسم بالحرف الآخر
column_position = المنصب
column_category = الصفة
category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل
# On paper. $at: a day and an hour.
as_of = القائمة في { $at }
page_of = صفحة { $page } من { $pages }
count = عدد المشاركين: { $count }
groups = مجموعات من دون أسماء
people = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
