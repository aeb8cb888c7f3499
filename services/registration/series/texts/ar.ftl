# سلاسل اللقاءات: القائمة واستمارة التكليف. $years: السنوات بين دورة وأخرى.

all_series = السلاسل
new_series = سلسلة جديدة
bring_editions = استيراد الدورات السابقة
edit_series = تعديل السلسلة
search_series = كلمة من العنوان، بأي خط
no_series = لم تُدخل أي سلسلة بعد
no_series_hint = السلسلة لقاء يُعقد مرة بعد مرة بموجب تكليف.
nothing_found = لم يُعثر على شيء
nothing_found_hint = اكتب أول كلمة من كلمات العنوان، بأي لوحة مفاتيح كانت.
save = حفظ
leave = إبقاؤه كما هو
history = السجل
was_entered = أُدخل
nothing = لا شيء
every = { $years ->
    [zero] كل سنة
    [one] كل سنة
    [two] كل سنتين
    [few] كل { $years } سنوات
    [many] كل { $years } سنة
   *[other] كل { $years } سنة
}
part_what = ما هي
part_when = الفاصل والتقويم
part_mandate = التكليف
on_record = من القائمة
not_on_record = لا أحد من هؤلاء
stated = ليس في القائمة: اذكر الاسم

# ما يقوله التكليف.
field_title = العنوان
field_gathering_kind = ما يُعقد
field_calendar = تقويم التكليف
field_interval = الفاصل
field_counts_from = يُحسب الفاصل التالي من
field_recurs_on = الشهر أو اليوم
field_instrument = السند
field_instrument_date = تاريخ السند
field_issuer = جهة الإصدار
field_issuer_name = اسم جهة الإصدار
field_body = الهيئة المكلَّفة
field_body_name = اسم الهيئة المكلَّفة
field_secretariat = الأمانة
field_secretariat_name = اسم الأمانة
field_name = الاسم
kind_conference = مؤتمر
kind_meeting = اجتماع
kind_public_event = فعالية عامة
calendar_gregorian = ميلادي
calendar_solar_hijri = هجري شمسي
calendar_islamic = هجري قمري
counts_nominal = السنة التي استُحقت فيها الدورة
counts_actual = السنة التي عُقدت فيها
calendar_stays = لا يتغير، فالدورات تُستحق به.
hint_calendar = كل سنوات هذه السلسلة وأيامها بهذا التقويم، ولا يتغير لاحقًا.
hint_interval = عدد السنوات من دورة إلى التي تليها.
hint_recurs_on = إن وقعت كل الدورات في شهر أو يوم واحد من السنة، مثل 09 أو {"\u2066"}09-15{"\u2069"}.
hint_instrument = ما يُلزم الهيئة: قرار أو قانون أو خطاب.
hint_instrument_date = بقدر ما هو معروف، بتقويم التكليف: 1403 أو {"\u2066"}1403-08{"\u2069"} أو {"\u2066"}1403-08-12{"\u2069"}.
hint_issuer = من أصدر التكليف.
hint_body = من عليه أن يعقدها.
hint_secretariat = من ينفّذها.

# ما يعترض الأمر.
wrong_no_language = نرجو كتابة هذا بلغة واحدة على الأقل.
wrong_interval = نرجو كتابة عدد السنوات: من ١ إلى ١٠٠.
wrong_recurs = نرجو كتابة الشهر، أو الشهر واليوم، مثل 09 أو {"\u2066"}09-15{"\u2069"}.
wrong_period = نرجو كتابة سنة أو شهر أو يوم موجود في هذا التقويم، مثل 1403 أو {"\u2066"}1403-08{"\u2069"} أو {"\u2066"}1403-08-12{"\u2069"}.
wrong_same = من أصدر التكليف لا ينفّذه. نرجو اختيار غيره.
wrong_both = نرجو الاختيار من القائمة أو ذكر الاسم، لا كليهما.
wrong_fixed = يبقى تقويم السلسلة كما هو.
