# آوردن جدول افراد و سازمان‌ها.

imports = آوردن جدول
columns_hint = ترتیب مهم نیست. سازمان‌ها با کدشان نوشته می‌شوند.

table_of_people = جدول افراد
table_of_organizations = جدول سازمان‌ها
same_again = آنچه از پیش هست، اگر جدول چیز دیگری بگوید تغییر می‌کند. دو بار وارد کردن یک جدول هیچ چیز را دو بار انجام نمی‌دهد.
to_people = دیدن افراد
to_organizations = دیدن سازمان‌ها

# Of editions of earlier times.
earlier_editions = دوره‌های پیشین
table_of_editions = جدول دوره‌های پیشین
to_series = دیدن سلسله‌ها
same_edition_again = آنچه از پیش هست همان می‌ماند؛ سطری که چیز دیگری می‌گوید پذیرفته نمی‌شود. دوبار آوردن یک جدول چیزی را دوبار انجام نمی‌دهد.

# نادرستی یک ردیف جدول.
row_give_the_name_in_at_least_one_language = نام را دست‌کم به یک زبان بنویسید.
row_there_is_no_organization_with_this_code = سازمانی با این کد نیست؛ آن را وارد یا کد را درست کنید.
row_somebody_had_this_address_who_has_another_one_now = این نشانی پیش‌تر از آن کسی بود که اکنون نشانی دیگری دارد؛ همان را بنویسید. اگر اکنون کس دیگری این نشانی را دارد، نخست او را ثبت کنید.
row_no_series_has_this_title_in_any_language = هیچ سلسله‌ای به هیچ زبانی این عنوان را ندارد؛ نخست مصوبهٔ آن را ثبت کنید یا عنوان را درست کنید.
row_of_what_was_held = تنها برای آنچه برگزار شد زمان را بنویسید: سال، ماه یا روز.
row_of_what_was_postponed_write_this_in_at_least_one_language = برای آنچه به تعویق افتاد این را دست‌کم به یک زبان بنویسید.
row_a_code_is_to_latin_letters = کد از { $n } تا { $most } حرف لاتین، رقم، نقطه، خط تیره یا زیرخط است.
row_a_country_is_two_letters = کشور دو حرف است (ISO 3166)، مانند IR.
row_a_place_in_the_order_of_precedence_is_a_number_from_to = برای تقدم از { $n } تا { $most } بنویسید، به رقم.
row_write_one_e_mail_address = یک نشانی رایانامه بنویسید، مانند name@example.org.
row_its_parents_lead_back_to_itself = سازمان‌های بالادست آن به خودش بازمی‌گردند یا بیش از { $n } پله بالا می‌روند.
row_name_a_time_zone_as_iana_does = منطقهٔ زمانی را به نام IANA بنویسید، مانند Asia/Tehran.
