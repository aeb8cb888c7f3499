# إحضار جداول الأشخاص والمنظمات.

imports = إحضار جدول
columns_hint = الترتيب لا يهم. تُذكر المنظمات برموزها.

table_of_people = جدول الأشخاص
table_of_organizations = جدول المنظمات
same_again = ما هو موجود يُعدَّل حيث يقول الجدول غير ذلك. وإدخال الجدول مرتين لا يفعل شيئًا مرتين.
to_people = عرض الأشخاص
to_organizations = عرض المنظمات

# Of editions of earlier times.
earlier_editions = الدورات السابقة
table_of_editions = جدول الدورات السابقة
to_series = عرض السلاسل
same_edition_again = ما هو موجود يبقى كما هو؛ والسطر الذي يقول غير ذلك لا يُقبل. واستيراد الجدول مرتين لا يكرر شيئًا.

# الخطأ في صف من جدول.
row_give_the_name_in_at_least_one_language = اكتب الاسم بلغة واحدة على الأقل.
row_there_is_no_organization_with_this_code = لا توجد منظمة بهذا الرمز؛ أدخلها أو صحّح الرمز.
row_somebody_had_this_address_who_has_another_one_now = كان هذا العنوان لشخص له الآن عنوان آخر؛ فاكتب ذاك. وإن صار لشخص جديد فسجّله أولًا.
row_no_series_has_this_title_in_any_language = لا تحمل أي سلسلة هذا العنوان بأي لغة؛ أدخل تكليفها أولًا أو صحّح العنوان.
row_of_what_was_held = اكتب الزمن لما انعقد، لا لغيره: سنة أو شهرًا أو يومًا.
row_of_what_was_postponed_write_this_in_at_least_one_language = اكتب هذا لما أُجّل بلغة واحدة على الأقل.
row_a_code_is_to_latin_letters = الرمز من { $n } إلى { $most } من الحروف اللاتينية أو الأرقام أو النقط أو الشرطات.
row_a_country_is_two_letters = البلد حرفان (ISO 3166) مثل IR.
row_a_place_in_the_order_of_precedence_is_a_number_from_to = اكتب للأسبقية من { $n } إلى { $most } بالأرقام.
row_write_one_e_mail_address = اكتب عنوان بريد إلكتروني واحدًا مثل name@example.org.
row_its_parents_lead_back_to_itself = المنظمات التي فوقها تعود إليها، أو تعلو أكثر من { $n } درجات.
row_name_a_time_zone_as_iana_does = اكتب المنطقة الزمنية باسمها في IANA مثل Asia/Tehran.
