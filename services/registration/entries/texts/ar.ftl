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
field_position = المنصب
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
hint_name_also = كما يُكتب على البطاقة بذلك الخط، إن وُجد.
hint_organization = رمز المنظمة. القائمة أسفل الاستمارة تضم الرموز كلها.
hint_time_zone = كما تسميها IANA، مثل Asia/Tehran.
hint_code = حروف لاتينية وأرقام وشرطات. يبقى دائمًا.
hint_organization_kind = مثل وزارة أو برلمان أو جمعية.
hint_country = حرفان لاتينيان، مثل IR.
hint_parent = رمز المنظمة التي فوقها، إن وُجدت.
hint_also = اسم واحد في كل سطر.
hint_members = رمز منظمة واحدة في كل سطر.
option_none = لا يوجد
option_more_than = أكثر من هذه النسبة من الأعضاء
option_at_least = هذه النسبة من الأعضاء على الأقل
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
history = السجل
was_entered = أُدخل
was_changed = عُدّل
nothing_said = لا شيء
by_secretariat = الأمانة
by_others = الشخص نفسه، أو جدول
comma_between = ،{" "}
