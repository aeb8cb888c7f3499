# الإجراءات والالتزامات: اللوحة، وواحد منها، وصفحة المسؤول عنه.

board = الإجراءات والالتزامات
actions = الإجراءات والالتزامات
of_gathering = إجراءات الاجتماع
minutes_of = محضر الاجتماع
kind_action = إجراء
kind_commitment = التزام
is_action = إجراء: ما اتُّفق على أن ينفذه أحد
is_commitment = التزام: ما تعهّد به أحد من تلقاء نفسه
to_do = المطلوب تنفيذه
owner = المسؤول
organization = المنظمة
due = الموعد الأقصى
whenever = بلا موعد
state = الحالة
late = متأخر
gathering = اللقاء
edition = الدورة
edition_of = الدورة { $number }، { $series }
nameless = الاسم غير مسجَّل
no_owner = لا أحد بعد
choose = يرجى الاختيار
state_open = مفتوح
state_accepted = مقبول
state_in_progress = قيد التنفيذ
state_done = منجَز
state_dropped = متروك

# The board.
who_owes = ما على كل منظمة
owed = ما عليها
late_of = متأخر
owed_still = غير متأخر
late_count = { $count ->
    [zero] لا متأخر
    [one] واحد متأخر
    [two] اثنان متأخران
    [few] { $count } متأخرة
    [many] { $count } متأخرًا
   *[other] { $count } متأخر
}
show = عرض
none_so = لا شيء من هذا القبيل.
none_yet = لا شيء على أحد
none_yet_text = ما على أحد أن ينفذه، أو وعد به، يبقى هنا من اجتماع إلى آخر.
none_of_gathering = لم يُطلب من أحد شيء.
card_late = الإجراءات المتأخرة
none_late = لا شيء متأخر.
to_board = ما على كل جهة

# Recording.
record = تسجيل إجراء
what = ما هو
text_in = المطلوب تنفيذه ({ $language })
text_hint = تكفي لغة واحدة، ويمكن ترك سائرها فارغًا.
owner_hint = من يُبلَّغ بالبريد ويذكر إلى أين وصل؛ ومن المنظمة جهات اتصالها.
due_hint = سنة أو شهر أو يوم، مثل «{"\u2066"}1410{"\u2069"}»؛ ويُكتب الشهر واليوم بعد السنة مفصولين بشرطة. والفراغ يعني بلا موعد.
due_hint_in = سنة أو شهر أو يوم ({ $calendar })؛ والفراغ يعني إبقاءه كما هو.
calendar = التقويم
calendar_gregorian = الميلادي
calendar_solar_hijri = الهجري الشمسي
calendar_islamic = الهجري القمري
no_edition = من غير دورة
edition_of_gathering = دورة هذا اللقاء
quiet = لا يُخبَر به أحد الآن: هذا أقدم من تسجيله هنا. أما التذكير قبل الموعد فيُرسَل.
do_record = تسجيل

# One of them.
find_owner = لا مسؤول عنه بعد
do_assign = إسناده
do_accept = قبول
how_far = إلى أين وصل؟
not_done_yet = ألم يُنجز بعد؟
note = بكلماتكم
note_hint = يقرأ هذا كل من يتابعه.
do_progress = إبلاغ
is_done = هل أُنجز؟
outcome = ما نتج عنه
outcome_hint = يمكن تركه فارغًا.
do_done = أُنجز
carry = ترحيل
carry_text = ينظر فيه الاجتماع التالي أو الدورة التالية من جديد.
next_gathering = اللقاء الذي ينظر فيه بعد هذا
next_edition = الدورة
as_it_is = كما هو
why_carried = السبب (يمكن تركه فارغًا)
do_carry = ترحيل
drop = ترك
why_dropped = لماذا لن يُنفَّذ
why_dropped_hint = يقرأ هذا كل من يتابعه.
do_drop = تركه
so_far = ما جرى له
step_open = سُجّل
step_accepted = قُبل
step_in_progress = قيد التنفيذ
step_done = أُنجز
step_dropped = تُرك
step_carried = رُحّل
by_link = بالرابط في البريد
no_account = وصلتم بالرابط في البريد، ولا حاجة إلى حساب.
done_accept = شكرًا. قُبل.
done_progress = شكرًا. دُوّن.
done_done = شكرًا. أُنجز.
done_assign = صار له مسؤول يُبلَّغ بالبريد.
done_carry = رُحّل.
done_drop = تُرك.
refused_over = لم يعد ذلك ممكنًا: أُنجز، أو تُرك.
refused_no-owner = لا مسؤول عنه بعد؛ جدوا له أحدًا أولًا.
refused_owned = له مسؤول. لإسناده إلى غيره اتركوه وسجّلوا إجراءً آخر.
refused_said-enough = قيل عنه ما لا يُحفظ أكثر منه؛ نرجو مخاطبة الأمانة.
refused_other = لم يكن ذلك ممكنًا.
wrong_text = نرجو ذكر المطلوب تنفيذه بلغة واحدة على الأقل.
wrong_due = نرجو كتابة سنة أو شهر أو يوم موجود.
wrong_carried = نرجو ذكر من ينظر فيه بعد هذا، أو موعده.
history = ما قيل في الدورات السابقة
bring = إحضار جدول
