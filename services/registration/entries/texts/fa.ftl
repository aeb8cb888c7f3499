# فهرست‌ها و فرم‌های افراد، سازمان‌ها و نهادها.

title_people = افراد
title_organizations = سازمان‌ها
title_bodies = نهادها
new_people = فرد تازه
new_organizations = سازمان تازه
new_bodies = نهاد تازه
search_people = نام یا رایانامه، به هر خط
search_organizations = نام یا کد، به هر خط
search_bodies = نام یا کد، به هر خط
none_people = هنوز کسی وارد نشده است
none_organizations = هنوز سازمانی وارد نشده است
none_bodies = هنوز نهادی وارد نشده است
none_hint_people = نخستین فرد را وارد کنید، یا جدولی بیاورید.
none_hint_organizations = نخستین سازمان را وارد کنید، یا جدولی بیاورید.
none_hint_bodies = نهاد گرد هم می‌آید و تصمیم می‌گیرد. اعضای آن سازمان‌ها هستند.
nothing_found = چیزی پیدا نشد
nothing_found_hint = آغاز یکی از واژه‌های نام را بنویسید؛ با هر صفحه‌کلیدی که باشد.
bring = آوردن جدول
change = تغییر
save = ذخیره
cancel = همان‌گونه بماند
codes = کد سازمان‌ها

# بخش‌های فرم.
field_name = نام
field_name_also = نام به خط دیگر
field_email = رایانامه
field_organization = سازمان
field_position = سمت
field_language = زبان
field_calendar = گاه‌شماری
field_digits = رقم‌ها
field_time_zone = منطقهٔ زمانی
field_confirmed = تأییدشده
field_code = کد
field_organization_kind = نوع
field_country = کشور
field_parent = زیرمجموعهٔ
field_also = نام‌های دیگر
field_members = اعضا
field_rule = حد نصاب
field_numerator = کسر اعضا: صورت
field_denominator = کسر اعضا: مخرج
field_quorum = حد نصاب
field_majorities = اکثریت لازم در رأی‌گیری‌ها
field_majority_procedural = اکثریت لازم دربارهٔ آیین کار
field_majority_substantive = اکثریت لازم دربارهٔ خود موضوع
hint_name_also = همان‌گونه که روی کارت به آن خط می‌آید؛ اگر هست.
hint_organization = کد سازمان. همهٔ کدها در فهرست پایین فرم است.
hint_time_zone = به نام IANA، مانند Asia/Tehran.
hint_code = حرف لاتین، رقم و خط تیره. برای همیشه می‌ماند.
hint_country = دو حرف لاتین، مانند IR.
hint_parent = کد سازمان بالادست، اگر هست.
hint_also = در هر سطر یک نام.
hint_members = در هر سطر کد یک سازمان، و پس از آن، اگر معلوم است، از چه زمان تا چه زمان عضو است: SAR-MIN ۱۳۹۸ ۱۴۰۲؛ و اگر آغازش معلوم نیست: - ۱۴۰۲.
field_another_kind = نوع دیگر
field_precedence = تقدم
hint_precedence = ۱ در فهرست‌های به ترتیب تقدم نخست می‌آید. خالی: پس از همه.
hint_another_kind = اگر در فهرست واژه‌ای برایش نیست.
any_kind = همهٔ نوع‌ها
any_parent = زیرمجموعهٔ هر کدام
related_above = زیرمجموعهٔ
related_of = سازمان
related_below = زیرمجموعه‌های آن
field_people = اشخاصی که خود عضوند
field_terms = دوره‌های عضویت
hint_people = در هر سطر یک نشانی رایانامه، و پس از آن از چه زمان تا چه زمان، مانند اعضا.
field_terms_calendar = گاه‌شماری دوره‌های عضویت
hint_terms_calendar = آغاز و پایان عضویت در آن نوشته می‌شود.
field_title = لقب
field_badge = نام روی کارت
field_passport = نام در گذرنامه
field_precedence_within = تقدم در سازمان
hint_title = همان‌گونه که خطابش می‌کنند، مانند دکتر یا جناب آقای.
hint_badge = اگر نام کامل نیست.
hint_passport = حرف‌به‌حرف. تنها دبیرخانه آن را می‌خواند.
hint_precedence_within = ۱ میان افراد سازمان نخست می‌آید. خالی: پس از همه.
related_members = اعضا
related_former = اعضای پیشین
wrong_person = لطفاً نشانی کسی را بنویسید که وارد شده است، و پس از آن حداکثر دو زمان، مانند ۱۴۰۳ یا {"\u2066"}۱۴۰۳-۰۸{"\u2069"}.
option_parliament = پارلمان
option_assembly = مجمع
option_committee = کمیته یا کمیسیون
option_ministry = وزارتخانه
option_authority = سازمان دولتی
option_municipality = شهرداری
option_broadcaster = رادیو و تلویزیون
option_news_agency = خبرگزاری
option_university = دانشگاه
option_institute = پژوهشکده
option_union = اتحادیه
option_political_group = گروه سیاسی
option_association = انجمن
option_ngo = نهاد مردمی
option_company = شرکت
option_international = سازمان بین‌المللی
option_none = ندارد
quorum_more_than = بیش از { $part } اعضا
quorum_at_least = دست‌کم { $part } اعضا
option_more_than = بیش از این کسر از اعضا
option_at_least = دست‌کم این کسر از اعضا
option_simple = موافقان بیش از مخالفان
option_two_thirds = دو سوم موافقان و مخالفان
option_three_quarters = سه چهارم موافقان و مخالفان
option_simple_of_all_who_vote = بیش از نیمی، با شمردن ممتنع‌ها
option_two_thirds_of_all_who_vote = دو سوم، با شمردن ممتنع‌ها
option_three_quarters_of_all_who_vote = سه چهارم، با شمردن ممتنع‌ها
option_absolute = بیش از نیمی از همهٔ اعضا
option_gregorian = میلادی
option_solar_hijri = هجری خورشیدی
option_islamic = هجری قمری
option_latin = 0 1 2 3
option_persian = ۰ ۱ ۲ ۳
option_arabic = ٠ ١ ٢ ٣

# نادرستی‌ها.
wrong_taken = این پیش‌تر برای کسی یا چیزی دیگر وارد شده است.
wrong_organization = کد یکی از سازمان‌های فهرست را بنویسید.

# تغییرها.
part_offices = منصب‌ها
part_posts = سمت‌ها
field_posts = سمت‌ها
history = تاریخچه
was_entered = وارد شد
was_changed = تغییر کرد
nothing_said = هیچ
by_others = خود فرد، یا از جدول
comma_between = ،{" "}

# یکی کردن آنچه دو بار وارد شده است.
merge = یکی کردن آنچه دو بار وارد شده است
merge_with = یکی کردن با…
merge_hint = موردی را که همین است برگزینید. تا هر دو را کنار هم ندیده‌اید چیزی تغییر نمی‌کند.
perhaps_same = هم‌نام‌ها
none_same = هم‌نامی نیست
none_same_hint = با واژهٔ دیگری از نامش بجویید.
compare = مقایسه
is_kept = می‌ماند
is_merged = در آن ادغام می‌شود
the_same = همان
what_follows = چه پیش می‌آید
follows_kept = آنچه دربارهٔ «{ $name }» نوشته شده است همان‌گونه می‌ماند.
moves_people = { $count ->
    [one] یک نفر از «{ $name }» خواهد بود.
   *[other] { $count } نفر از «{ $name }» خواهند بود.
}
moves_organizations = { $count ->
    [one] یک سازمان زیرمجموعهٔ «{ $name }» خواهد شد.
   *[other] { $count } سازمان زیرمجموعهٔ «{ $name }» خواهند شد.
}
moves_bodies = { $count ->
    [one] در یک نهاد «{ $name }» عضو خواهد بود.
   *[other] در { $count } نهاد «{ $name }» عضو خواهد بود.
}
follows_alias = «{ $name }» دیگر در هیچ فهرستی نمی‌آید؛ هرچه از آن نام ببرد به اینجا می‌رسد.
follows_for_good = این کار برگشت‌پذیر نیست.
merge_now = یکی شوند
keep_other = آن یکی بماند
was_merged = با این یکی شد:
in_the_way_merged = پیش‌تر با مورد دیگری یکی شده است.
in_the_way_stands_above = بالادست موردی است که می‌ماند. نخست بالادست آن را تغییر دهید.
in_the_way_has_roles = کسی برای موردی که می‌رود نقشی دارد. در صفحهٔ «همکاران» همان نقش را برای موردی که می‌ماند بدهید و نقش پیشین را پس بگیرید؛ سپس یکی کنید.
in_the_way_too_many = شمار موردهای یکی‌شده بیش از اندازه است.
in_the_way_same = این دو از پیش یکی هستند.
in_the_way_moved = در این میان کسی آن را تغییر داد. بار دیگر هر دو را ببینید.
moves_registrations = { $count ->
    [one] یک ثبت‌نام زیر نام «{ $name }» می‌آید و رایانامه‌های آن به نشانی او فرستاده می‌شود.
   *[other] { $count } ثبت‌نام زیر نام «{ $name }» می‌آید و رایانامه‌های آن‌ها به نشانی او فرستاده می‌شود.
}
in_the_way_both_registered = هر دو برای یک گردهمایی ثبت‌نام کرده‌اند. در فهرست همان گردهمایی یکی از دو ثبت‌نام را لغو کنید؛ سپس یکی کنید.
