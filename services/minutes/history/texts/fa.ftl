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

# نادرستی یک ردیف جدول.
row_no_edition_of_this_number_is_on_record_of_a_series_with_this_title = از سلسله‌ای با این عنوان دوره‌ای با این شماره ثبت نشده است؛ نخست آن را بیاورید یا عنوان و شماره را درست کنید.
row_in_which_calendar = به کدام تقویم؟ gregorian یا solar_hijri یا islamic بنویسید.
row_no_organization_on_record_has_this_code_or_name = سازمانی با این کد یا نام ثبت نشده است؛ آن را ثبت یا درست کنید.
row_several_organizations_have_this_name = چند سازمان این نام را دارند؛ کد را بنویسید.
row_nobody_on_record_has_this_name = کسی با این نام ثبت نشده است؛ نخست او را ثبت کنید یا خالی بگذارید.
row_several_people_have_this_name = چند نفر این نام را دارند؛ به جای آن شناسه‌ای را بنویسید که در نشانی صفحهٔ شخص است.
row_no_body_on_record_has_this_name = نهادی با این نام ثبت نشده است؛ درستش کنید.
row_several_bodies_have_this_name = چند نهاد این نام را دارند؛ نخست نام یکی را تغییر دهید.
row_in_the_name_of_an_organization_or_of_a_body = به نام سازمان یا به نام نهاد: یکی را نگه دارید.
row_its_owner_is_a_person_or_an_organization = بر عهدهٔ یک شخص است یا یک سازمان: یکی را نگه دارید.
row_somebody_took_on_what_is_committed = هر تعهد بر عهدهٔ کسی است: شخص یا سازمان را بنویسید، یا نوع را action (اقدام) بگذارید.
row_write_in_at_least_one_language_what_is_to_be_done = آنچه باید انجام شود را دست‌کم به یک زبان بنویسید.
row_write_a_day_as = روز را مانند ۱۳۷۷/۰۸/۱۲ بنویسید؛ اگر تنها دوره معلوم است، خالی بگذارید.
row_write_the_tag_of_a_language = نشانهٔ زبان را بنویسید، مانند fa یا ar یا en.
