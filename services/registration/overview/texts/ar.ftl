# نظرة عامة على اللقاء وخطواته واستمارته وسجله. $n: عدد الأشخاص؛ $free و$seats: عدد المقاعد.

overview_of = نظرة عامة على اللقاء
new_gathering = لقاء جديد
edit_gathering = تعديل اللقاء
change = تعديل
save = حفظ
save_new = حفظ كمسودة
leave = إبقاؤه كما هو
back = العودة إلى كل اللقاءات
public_page = الصفحة العامة
next_steps = الخطوات التالية
facts = البيانات
taken = مشغول
free = { $free } من { $seats } شاغرة
waiting = في الانتظار
asking = بانتظار القرار
history = السجل
of_edition = لقاءاتها
none_of_edition = لا لقاء تابع لها بعد.
was_drafted = أُدخل كمسودة
nothing = لا شيء
no_body = بلا هيئة
no_edition = بلا دورة
part_what = ما هو
part_when = متى وأين
part_who = المشاركون
the_venue = مكان الانعقاد
hint_body = الهيئة صاحبة الاجتماع، ومن الأعضاء فيها يتكوّن النصاب.
hint_edition = دورة السلسلة التي هو جزء منها: المؤتمر نفسه أو ما يُعدّ له.
edition_of = الدورة { $number }، { $series }
hint_coordination = اجتماع يحضّر للدورة. إن لم يُكتب له عنوان سُمّي برقمه.
no_coordination = ليس اجتماعًا تنسيقيًا
prepared_by = يُحضَّر له في
nth_coordination = { $n ->
    [0] الاجتماع التنسيقي التالي
    [1] الاجتماع التنسيقي الأول
    [2] الاجتماع التنسيقي الثاني
    [3] الاجتماع التنسيقي الثالث
    [4] الاجتماع التنسيقي الرابع
    [5] الاجتماع التنسيقي الخامس
    [6] الاجتماع التنسيقي السادس
    [7] الاجتماع التنسيقي السابع
    [8] الاجتماع التنسيقي الثامن
    [9] الاجتماع التنسيقي التاسع
    [10] الاجتماع التنسيقي العاشر
    [11] الاجتماع التنسيقي الحادي عشر
    [12] الاجتماع التنسيقي الثاني عشر
    [13] الاجتماع التنسيقي الثالث عشر
    [14] الاجتماع التنسيقي الرابع عشر
    [15] الاجتماع التنسيقي الخامس عشر
    [16] الاجتماع التنسيقي السادس عشر
    [17] الاجتماع التنسيقي السابع عشر
    [18] الاجتماع التنسيقي الثامن عشر
    [19] الاجتماع التنسيقي التاسع عشر
    [20] الاجتماع التنسيقي العشرون
   *[other] الاجتماع التنسيقي رقم { $n }
}
hint_theme_more = سطر لكل منها: رمز اللغة، ثم نقطتان، ثم النص. مثلًا fa-AF: …
hint_theme_authoritative = رمز اللغة، مثل en أو fa أو fa-AF. اتركه فارغًا إن لم يتقدم نص على غيره.
hint_theme_announced_on = يوم ميلادي، مثل {"\u2066"}2030-01-14{"\u2069"}.
hint_time_zone = لمكان الانعقاد، كما تسميها IANA، مثل Asia/Tehran.
hint_coordinates = درجات الشمال والشرق، مثل 35.70,51.40، كما تعرضها كل خريطة. اتركه فارغًا إن لم يكن معروفًا.
hint_places = اترك الصفة فارغة إن لم يشارك بها أحد. وتُغلق الصفة الموجودة من قبل بالرقم ٠.
only_places = اللقاء منعقد الآن، ولا يمكن تعديل شيء سوى عدد المقاعد.
over = انتهى اللقاء أو أُلغي، ولا يمكن تعديل شيء منه بعد الآن.
material = إذا تغيّر الموعد أو مكان الانعقاد أو شكل المشاركة:
new_date = الموعد الجديد إن كان معروفًا الآن. وإلا فاترك الحقلين فارغين.

# بيانات اللقاء.
field_gathering_kind = النوع
field_title = عنوان اللقاء
field_venue = مكان الانعقاد
field_venue_address = العنوان
field_coordinates = على الخريطة
field_mode = شكل المشاركة
field_starts_at = البداية
field_ends_at = النهاية
field_time_zone = المنطقة الزمنية
field_capacity = المقاعد
field_coordination = اجتماع تنسيقي
field_prepares = يحضّر لـ
field_theme = الشعار
field_theme_more = الشعار بلغات ومناطق أخرى
field_theme_authoritative = النص المعتمد
field_theme_announced_by = من أعلن الشعار
field_theme_announced_on = يوم إعلان الشعار
field_body = الهيئة
field_edition = الدورة
field_admission = من يُقبل
field_state = الحالة
field_reason = السبب
kind_conference = مؤتمر
kind_meeting = اجتماع
kind_public_event = فعالية عامة
mode_in_person = حضوري
mode_online = عبر الإنترنت
mode_hybrid = حضوري وعبر الإنترنت
rule_open = من يسبق
rule_approval = من تقبله الأمانة
rule_invited = بدعوة فقط
category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل
state_draft = مسودة
state_announced = معلن
state_open = التسجيل مفتوح
state_closed = التسجيل مغلق
state_in_session = منعقد
state_adjourned = انتهت الجلسة
state_held = انتهى
state_postponed = مؤجَّل
state_cancelled = ملغى

# الخطوات وما يترتب عليها.
step_announce = إعلان
step_open = فتح التسجيل
step_close = إغلاق التسجيل
step_convene = بدء الجلسة
step_adjourn = إنهاء الجلسة
step_hold = إعلان الانتهاء
step_postpone = تأجيل
step_cancel = إلغاء اللقاء
follows_announce = يمكن للجميع رؤيته من الآن.
follows_open = يمكن التسجيل من الآن.
follows_close = لا يمكن لأحد التسجيل بعد ذلك. وتذهب المقاعد التي تخلو إلى المنتظرين.
follows_convene = تبدأ الجلسة الآن ويُفتح محضر لها.
follows_adjourn = تنتهي الجلسة الآن ويُغلق محضر لها.
follows_hold = لا يمكن تغيير شيء بعد ذلك.
follows_postpone = مع موعد جديد يبقى كل شيء آخر كما هو. ومن دونه لا يمكن لأحد التسجيل حتى يُعلن ويُفتح من جديد.
follows_cancel = لا يمكن لأحد التسجيل أو الدخول بعد ذلك. لا رجعة في هذا.
holders = { $n ->
    [0] لا أحد لديه مقعد.
    [one] لشخص واحد مقعد.
    [two] لشخصين مقعدان.
    [few] لـ { $n } أشخاص مقاعد.
    [many] لـ { $n } شخصًا مقاعد.
   *[other] لـ { $n } شخص مقاعد.
}
told = { $n ->
    [0] لا أحد مسجَّل، فلا يُبلَّغ أحد.
    [one] سيُبلَّغ شخص واحد برسالة.
    [two] سيُبلَّغ شخصان برسالة.
    [few] سيُبلَّغ { $n } أشخاص برسائل.
    [many] سيُبلَّغ { $n } شخصًا برسائل.
   *[other] سيُبلَّغ { $n } شخص برسائل.
}

# ما يعترض الأمر.
moved_on = غيّر شخص آخر هذا اللقاء في هذه الأثناء. نرجو النظر في حاله الآن والاختيار من جديد.
not_now = لا يمكن هذا واللقاء في حاله الآن.
say_why = نرجو ذكر السبب بلغة واحدة على الأقل.
wrong_no_language = نرجو كتابة هذا بلغة واحدة على الأقل.
wrong_coordination = يُرجى اختيار رقم لا يحمله اجتماع تنسيقي آخر للدورة، لاجتماع من اجتماعات دورة.
wrong_theme_more = يُرجى كتابة سطر لكل منها: رمز اللغة (مثل fa-AF)، ثم نقطتان، ثم النص.
wrong_authoritative = يُرجى كتابة رمز لغة للشعار نص بها.
wrong_day = يُرجى كتابة يوم، مثل {"\u2066"}2030-01-14{"\u2069"}.
wrong_zone = نرجو كتابة المنطقة الزمنية كما تسميها IANA، مثل Asia/Tehran.
wrong_coordinates = يُرجى كتابة درجات الشمال والشرق، مثل 35.70,51.40.
wrong_order = يجب أن تكون النهاية بعد البداية.
wrong_same = هو في هذا الموعد من قبل. نرجو اختيار موعد آخر.
wrong_seats = نرجو كتابة رقم من ٠ إلى ١٬٠٠٠٬٠٠٠.
wrong_no_seats = نرجو تحديد مقاعد لصفة واحدة على الأقل.
