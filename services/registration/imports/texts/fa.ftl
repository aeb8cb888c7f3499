# آوردن جدول افراد و سازمان‌ها.

imports = آوردن جدول
of_what = جدولِ
file = پرونده
file_hint = پروندهٔ XLSX (برگهٔ نخست آن) یا CSV با UTF-8؛ نام ستون‌ها در سطر نخست؛ حداکثر { $most } ردیف و ۵ مگابایت.
look = نخست بررسی شود
wrong_file = پرونده‌ای را انتخاب کنید که خالی نباشد.
columns = ستون‌ها
columns_hint = ترتیب مهم نیست. سازمان‌ها با کدشان نوشته می‌شوند.
brought = آورده‌شده‌های اخیر
brought_at = زمان آوردن
state = وضعیت
rows = ردیف‌ها
job_looked = بررسی‌شده
job_running = در حال ورود
job_done = واردشده
job_dropped = کنار گذاشته‌شده
dropped_hint = یک روز کسی آن را وارد نکرد و محتوایش پاک شد. دوباره بیاوریدش.

table_of_people = جدول افراد
table_of_organizations = جدول سازمان‌ها
is_right = { $count ->
    [one] یک ردیف، بدون هیچ نادرستی.
   *[other] { $count } ردیف، بدون هیچ نادرستی.
}
import_these = { $count ->
    [one] این یک ردیف وارد شود
   *[other] این { $count } ردیف وارد شود
}
same_again = آنچه از پیش هست، اگر جدول چیز دیگری بگوید تغییر می‌کند. دو بار وارد کردن یک جدول هیچ چیز را دو بار انجام نمی‌دهد.
is_wrong = { $count ->
    [one] یک نادرستی هست؛ چیزی وارد نشد
   *[other] { $count } نادرستی هست؛ چیزی وارد نشد
}
correct_it = در پروندهٔ خود درستشان کنید و دوباره بیاورید.
bring_again = آوردن جدول درست‌شده
going_on = در حال ورود
may_leave = می‌توانید این صفحه را ببندید و برگردید؛ کار ادامه دارد، حتی پس از راه‌اندازی دوباره.
look_again = همین حالا دوباره ببینید
it_is_done = جدول وارد شد.
created = تازه
changed = تغییرکرده
unchanged = مانند پیش
refused = { $count ->
    [one] یک ردیف پذیرفته نشد
   *[other] { $count } ردیف پذیرفته نشد
}
to_people = دیدن افراد
to_organizations = دیدن سازمان‌ها
first_rows = { $count } ردیف نخست که نادرستی دارند:
rows_wrong = ردیف‌هایی که نادرستی دارند
line = سطر
row = ردیف
what_to_do = چه باید کرد

# Of editions of earlier times.
earlier_editions = دوره‌های پیشین
table_of_editions = جدول دوره‌های پیشین
to_series = دیدن سلسله‌ها
same_edition_again = آنچه از پیش هست همان می‌ماند؛ سطری که چیز دیگری می‌گوید پذیرفته نمی‌شود. دوبار آوردن یک جدول چیزی را دوبار انجام نمی‌دهد.
