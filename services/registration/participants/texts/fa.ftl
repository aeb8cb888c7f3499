participants = فهرست شرکت‌کنندگان
registrations = ثبت‌نام‌ها
who_stands_here =
    کسانی اینجا می‌آیند که جا دارند و رضایت داده‌اند. هر شرکت‌کننده‌ای می‌تواند آن را بخواند؛ لطفاً جز برای گردهمایی به کار نبرید.
# $count, $seated: numbers of people.
of_all = تاکنون { $count } نفر از { $seated } نفری که جا دارند رضایت داده‌اند.
for_themselves = بدون سازمان
nobody_listed = هنوز کسی در فهرست نیست
column_organization = سازمان
column_name = نام
column_also = نام به خط دیگر
column_position = سمت
column_category = عنوان
category_delegate = نماینده
category_observer = ناظر
category_expert = کارشناس
category_press = خبرنگار
category_guest = مهمان
category_staff = همکار اجرایی
# On paper. $at: a day and an hour.
as_of = فهرست در { $at }
page_of = صفحهٔ { $page } از { $pages }
count = { $count } شرکت‌کننده
groups = گروه‌های بی‌نام
people = { $count ->
    [one] یک نفر
   *[other] { $count } نفر
}
