# پیشینه: آنچه در دوره‌های پیشین گفته شد و آنچه از آن‌ها مانده است.

history = گفته‌های دوره‌های پیشین
imports = آوردن جدول پیشینه
columns_hint = ترتیب مهم نیست. دوره با عنوان سلسله و شماره‌اش نوشته می‌شود. «reference» نشانی ردیف در پرونده‌های شماست؛ ردیف با آن بازشناخته می‌شود.
statements = اظهارات
open_commitments = تعهدهای باز
table_of_statements = جدول اظهارات
table_of_commitments = جدول تعهدهای باز
same_again = آنچه از پیش هست همان می‌ماند؛ ردیفی که چیز دیگری می‌گوید پذیرفته نمی‌شود. دو بار وارد کردن یک جدول هیچ چیز را دو بار انجام نمی‌دهد.
nobody_told = اکنون به کسی نامه‌ای نمی‌رود؛ به متعهد، پیش از سررسید یادآوری می‌شود.
to_statements = دیدن گفته‌ها
to_commitments = دیدن تعهدهای باز
bring_statements = آوردن جدول
edition = دوره
edition_of = دورهٔ { $number }، { $series }
show = نمایش
owed_of = { $count ->
    [one] یک کار از آن مانده است
   *[other] { $count } کار از آن مانده است
}
nothing_said = چیزی از آن ثبت نشده است
nothing_said_text = اظهارات این دوره از جدول می‌آید.
choose_edition = دوره‌ای را انتخاب کنید
choose_edition_text = آنچه در آن گفته شد اینجا می‌آید.
no_editions = هنوز دوره‌ای ثبت نشده است.
said_and_owed = آنچه گفته شد و آنچه مانده است
nameless = نام ثبت نشده
day_unknown = روز نامعلوم
manner_as_said = عین گفته
manner_summary = خلاصه
corrected = اصلاح‌شده
withdrawn = پس‌گرفته‌شده
put_right = اصلاح یا پس گرفتن
statement = اظهارات
words = متن
reason = دلیل
reason_hint = آنچه پیش‌تر گفته شده بود ثبت می‌ماند.
correct = اصلاح
withdraw = پس گرفتن اظهارات
withdraw_follows = ثبت می‌ماند که چنین اظهاراتی بود؛ متن آن دیگر نشان داده نمی‌شود.
not_done = این کار انجام نشد.
changed_meanwhile = در این میان کسی آن را تغییر داد. آنچه اکنون هست اینجا آمده است؛ پیش از اصلاح آن را ببینید.
