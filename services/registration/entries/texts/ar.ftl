# قوائم الأشخاص والمنظمات والهيئات واستماراتها.

title_people = الأشخاص
title_organizations = المنظمات
title_bodies = الهيئات
new_people = شخص جديد
new_organizations = منظمة جديدة
new_bodies = هيئة جديدة
search_people = الاسم أو البريد، بأي خط
search_organizations = الاسم أو الرمز، بأي خط
search_bodies = الاسم أو الرمز، بأي خط
none_people = لم يُدخل أحد بعد
none_organizations = لم تُدخل أي منظمة بعد
none_bodies = لم تُدخل أي هيئة بعد
none_hint_people = أدخل الشخص الأول، أو أحضر جدولًا.
none_hint_organizations = أدخل أول منظمة، أو أحضر جدولًا.
none_hint_bodies = الهيئة تجتمع وتقرر، والأعضاء فيها منظمات.
nothing_found = لم يُعثر على شيء
nothing_found_hint = اكتب أول كلمة من كلمات الاسم، بأي لوحة مفاتيح كانت.
bring = إحضار جدول
change = تعديل
save = حفظ
cancel = إبقاؤه كما هو
codes = رموز المنظمات

# الحقول.
field_name = الاسم
field_name_also = الاسم بالخط الآخر
field_email = البريد الإلكتروني
field_organization = المنظمة
field_position = الوظيفة
field_language = اللغة
field_calendar = التقويم
field_digits = الأرقام
field_time_zone = المنطقة الزمنية
field_confirmed = مؤكَّد
field_code = الرمز
field_organization_kind = النوع
field_country = البلد
field_parent = تتبع
field_also = أسماء أخرى
field_members = الأعضاء
field_rule = النصاب
field_numerator = نسبة الأعضاء: البسط
field_denominator = نسبة الأعضاء: المقام
field_quorum = النصاب
field_majorities = ما تحتاج إليه الأصوات
field_majority_procedural = الأغلبية المطلوبة في المسائل الإجرائية
field_majority_substantive = الأغلبية المطلوبة في الموضوع نفسه
hint_name_also = كما يُكتب على البطاقة بذلك الخط، إن وُجد.
hint_organization = رمز المنظمة. القائمة أسفل الاستمارة تضم الرموز كلها.
hint_time_zone = كما تسميها IANA، مثل Asia/Tehran.
hint_code = حروف لاتينية وأرقام وشرطات. يبقى دائمًا.
hint_country = حرفان لاتينيان، مثل IR.
hint_parent = رمز المنظمة التي فوقها، إن وُجدت.
hint_also = اسم واحد في كل سطر.
hint_members = في كل سطر رمز منظمة، وبعده منذ متى وحتى متى هي عضو إن عُرف: SAR-MIN ١٣٩٨ ١٤٠٢، أو - ١٤٠٢ إن لم يُعرف منذ متى.
field_another_kind = نوع آخر
field_precedence = الأسبقية
hint_precedence = ١ تأتي أولًا في القوائم المرتبة بالأسبقية. فارغ: بعد الجميع.
hint_another_kind = إن لم تكن له كلمة في القائمة.
any_kind = كل الأنواع
any_parent = أجزاء أي منها
related_above = جزء من
related_of = المنظمة
related_below = أجزاؤها
field_people = أشخاص أعضاء بأنفسهم
field_terms = فترات العضوية
hint_people = عنوان بريد إلكتروني واحد في كل سطر، وبعده منذ متى وحتى متى، كما للأعضاء.
field_terms_calendar = تقويم فترات العضوية
hint_terms_calendar = يُكتب به منذ متى وحتى متى يكون أحد عضوًا.
field_title = اللقب
field_badge = الاسم على البطاقة
field_passport = الاسم كما في جواز السفر
field_precedence_within = الأسبقية داخل المنظمة
hint_title = كما يُخاطَب، مثل الدكتور أو معالي.
hint_badge = إن لم يكن الاسم الكامل.
hint_passport = حرفًا بحرف. لا تقرؤه إلا الأمانة.
hint_precedence_within = ١ تأتي أولًا بين أعضاء المنظمة. فارغ: بعد الجميع.
related_members = الأعضاء
related_former = أعضاء سابقون
wrong_person = يُرجى كتابة عنوان شخص أُدخل من قبل، وبعده وقتان على الأكثر، مثل ١٤٠٣ أو {"\u2066"}١٤٠٣-٠٨{"\u2069"}.
option_parliament = برلمان
option_assembly = مجلس
option_committee = لجنة
option_ministry = وزارة
option_authority = سلطة عامة
option_municipality = بلدية
option_broadcaster = إذاعة وتلفزيون
option_news_agency = وكالة أنباء
option_university = جامعة
option_institute = معهد
option_union = اتحاد
option_political_group = مجموعة سياسية
option_association = جمعية
option_ngo = منظمة غير حكومية
option_company = شركة
option_international = منظمة دولية
option_none = لا يوجد
quorum_more_than = أكثر من { $part } من الأعضاء
quorum_at_least = { $part } من الأعضاء على الأقل
option_more_than = أكثر من هذه النسبة من الأعضاء
option_at_least = هذه النسبة من الأعضاء على الأقل
option_simple = المؤيدون أكثر من المعارضين
option_two_thirds = ثلثا المؤيدين والمعارضين
option_three_quarters = ثلاثة أرباع المؤيدين والمعارضين
option_simple_of_all_who_vote = أكثر من النصف مع عدّ الممتنعين
option_two_thirds_of_all_who_vote = الثلثان مع عدّ الممتنعين
option_three_quarters_of_all_who_vote = ثلاثة أرباع مع عدّ الممتنعين
option_absolute = أكثر من نصف جميع الأعضاء
option_gregorian = ميلادي
option_solar_hijri = هجري شمسي
option_islamic = هجري قمري
option_latin = 0 1 2 3
option_persian = ۰ ۱ ۲ ۳
option_arabic = ٠ ١ ٢ ٣

# الأخطاء.
wrong_taken = هذا مُدخل من قبل لشخص آخر أو لشيء آخر.
wrong_organization = اكتب رمز منظمة من القائمة.

# التعديلات.
part_offices = المناصب
part_posts = الوظائف التي شغلها
field_posts = الوظائف التي شغلها
history = السجل
was_entered = أُدخل
was_changed = عُدّل
nothing_said = لا شيء
by_others = الشخص نفسه، أو جدول
comma_between = ،{" "}

# دمج ما أُدخل مرتين.
merge = دمج ما أُدخل مرتين
merge_with = دمج مع…
merge_hint = اختر المدخل المماثل. لا يتغير شيء قبل أن ترى الاثنين جنبًا إلى جنب.
perhaps_same = الاسم نفسه
none_same = لا يوجد آخر بهذا الاسم
none_same_hint = ابحث عنه بكلمة أخرى من اسمه.
compare = مقارنة
is_kept = يبقى
is_merged = يُدمج فيه
the_same = مطابق
what_follows = ما يترتب على ذلك
follows_kept = يبقى ما كُتب عن «{ $name }» كما هو.
moves_people = { $count ->
    [zero] لن يتبع أحد «{ $name }».
    [one] سيتبع شخص واحد «{ $name }».
    [two] سيتبع شخصان «{ $name }».
    [few] سيتبع { $count } أشخاص «{ $name }».
    [many] سيتبع { $count } شخصًا «{ $name }».
   *[other] سيتبع { $count } شخص «{ $name }».
}
moves_organizations = { $count ->
    [zero] لن تتبع أي منظمة «{ $name }».
    [one] ستتبع منظمة واحدة «{ $name }».
    [two] ستتبع منظمتان «{ $name }».
    [few] ستتبع { $count } منظمات «{ $name }».
    [many] ستتبع { $count } منظمة «{ $name }».
   *[other] ستتبع { $count } منظمة «{ $name }».
}
moves_bodies = { $count ->
    [zero] لا هيئة يصبح «{ $name }» عضوًا فيها.
    [one] سيكون «{ $name }» العضو في هيئة واحدة.
    [two] سيكون «{ $name }» العضو في هيئتين.
    [few] سيكون «{ $name }» العضو في { $count } هيئات.
    [many] سيكون «{ $name }» العضو في { $count } هيئة.
   *[other] سيكون «{ $name }» العضو في { $count } هيئة.
}
follows_alias = لن يظهر «{ $name }» في أي قائمة؛ وكل ما يذكره يقود إلى هنا.
follows_for_good = لا يمكن التراجع عن ذلك.
merge_now = ادمج
keep_other = إبقاء الآخر بدلًا منه
was_merged = دُمج معه:
in_the_way_merged = دُمج في آخر من قبل.
in_the_way_stands_above = هو فوق المدخل الذي يبقى. عدّل أولًا ما يتبعه ذاك.
in_the_way_has_roles = لأحدهم دور للمدخل الذي سيُدمج. امنح الدور نفسه للمدخل الذي يبقى في صفحة «الفريق» واسحب القديم، ثم ادمج.
in_the_way_too_many = دُمج أكثر مما يُسمح به في واحد.
in_the_way_same = الاثنان واحد أصلًا.
in_the_way_moved = عدّله أحدهم في هذه الأثناء. انظر إلى الاثنين مرة أخرى.
moves_registrations = { $count ->
    [zero] لا تسجيل يظهر تحت اسم «{ $name }».
    [one] سيظهر تسجيل واحد تحت اسم «{ $name }»، وتُرسل رسائله إلى عنوانه.
    [two] سيظهر تسجيلان تحت اسم «{ $name }»، وتُرسل رسائلهما إلى عنوانه.
    [few] ستظهر { $count } تسجيلات تحت اسم «{ $name }»، وتُرسل رسائلها إلى عنوانه.
    [many] سيظهر { $count } تسجيلًا تحت اسم «{ $name }»، وتُرسل رسائلها إلى عنوانه.
   *[other] سيظهر { $count } تسجيل تحت اسم «{ $name }»، وتُرسل رسائلها إلى عنوانه.
}
in_the_way_both_registered = الاثنان مسجَّلان في اللقاء نفسه. ألغِ أحد التسجيلين في قائمة ذلك اللقاء، ثم ادمج.
