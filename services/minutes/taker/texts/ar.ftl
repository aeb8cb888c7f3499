# The page of the minute taker: what is said is typed there as it is said.

taker = تدوين المحضر
untitled = لقاء بلا عنوان
without_item = خارج البنود
there = الحاضرون
inside_of = { $count ->
    [zero] في القاعة، ولم يُسمح لأحد بعد
    [one] في القاعة، من شخص واحد سُمح له
    [two] في القاعة، من شخصين سُمح لهما
    [few] في القاعة، من { $count } أشخاص سُمح لهم
    [many] في القاعة، من { $count } شخصًا سُمح لهم
   *[other] في القاعة، من { $count } شخص سُمح لهم
}
came = دخل { $at }
went = خرج { $at }
nameless = الاسم غير مسجَّل
nobody_yet = كل من يعبر الباب يظهر هنا من تلقاء نفسه.
moved_now = دخل أو خرج:

# What is typed.
new_paragraph = فقرة جديدة
goes_on = متابعة هذه الفقرة
item = بند جدول الأعمال
said_by = المتحدث
two_letters = حرفان، أو اسم
said_in = اللغة
mark = ما هي
mark_none = للتدوين فقط
mark_statement = بيان
mark_suggestion = اقتراح
mark_criticism = نقد
mark_solution = حلّ
mark_decision = قرار
mark_action = إجراء
words = ما يُقال
type_here = اكتب ما يُقال
keep = احفظها
keep_and_settle = احفظها في المحضر
leave_it = اتركها كما كانت
strike = اشطبها
edit = متابعة
settle = إلى المحضر
decide_it = تسجيل هذا القرار
where_it_is = موضعها

# Where each paragraph is kept.
kept_here = محفوظة في هذا المتصفح
kept_there = محفوظة على الخادم
in_record = في المحضر
not_kept = لا مكان في هذا المتصفح: انتظر حتى تصل إلى الخادم
waiting_for = في هذا المتصفح ولم يصل إلى الخادم بعد:
all_kept = كل شيء محفوظ على الخادم
sign_in_again = محفوظة في هذا المتصفح. عُد إلى تسجيل الدخول في نافذة أخرى فتُرسَل
refused_kept = لم يقبلها الخادم. تبقى في هذا المتصفح:
both = كتب شخص آخر في هذه الفقرة. لم يُمحَ شيء، وهذان النصّان معًا.
theirs_is = ما هو موجود
mine_is = ما كتبتَه
mine_again = طبّق نصّي من جديد
as_new = احفظ نصّي فقرةً جديدة
leave_theirs = أبقِ نصّه
try_again = حاول من جديد
discard = تخلَّ عمّا كتبتُ
replanned = تغيّر جدول الأعمال. افتح هذه الصفحة من جديد لتراه، وما كتبتَه باقٍ.

# Who speaks.
speaks_now = يتحدث الآن
nobody_speaks = لا أحد يتحدث الآن.
next_speak = التالون
unwritten = تحدثوا ولم يُكتب شيء بعد
list_of_speakers = قائمة المتحدثين
write_this = اكتب ما يقوله
purpose_point_of_order = نقطة نظام
purpose_right_of_reply = حق الرد

# Keys.
keys = المفاتيح
key_enter = احفظ الفقرة وابدأ التالية
key_line = سطر جديد في الفقرة
key_settle = احفظها وضعها في المحضر
key_mark = ما هي، برقمها
key_item = البند السابق، البند التالي
key_take_up = بدء النظر في البند المختار
key_speaker = في البداية: المتحدث بحرفين
key_speaks = بيان من له الكلمة
key_last = في الحقل الفارغ: تابع فقرتك الأخيرة
key_escape = العودة إلى الكتابة
key_help = هذه القائمة؛ علامة الاستفهام وحدها خارج الحقول

# Before it is closed.
closing = قبل الختام
no_gaps = لا ينقص شيء.
gap_to_settle = { $count ->
    [zero] لا فقرة تنتظر المحضر.
    [one] فقرة واحدة لها علامة وليست في المحضر بعد.
    [two] فقرتان لهما علامة وليستا في المحضر بعد.
    [few] { $count } فقرات لها علامة وليست في المحضر بعد.
    [many] { $count } فقرة لها علامة وليست في المحضر بعد.
   *[other] { $count } فقرة لها علامة وليست في المحضر بعد.
}
settle_all = ضعها كلها في المحضر
gap_unmarked = { $count ->
    [zero] لا فقرة للتدوين فقط.
    [one] فقرة واحدة للتدوين فقط، تبقى هنا ولا تدخل المحضر.
    [two] فقرتان للتدوين فقط، تبقيان هنا ولا تدخلان المحضر.
    [few] { $count } فقرات للتدوين فقط، تبقى هنا ولا تدخل المحضر.
    [many] { $count } فقرة للتدوين فقط، تبقى هنا ولا تدخل المحضر.
   *[other] { $count } فقرة للتدوين فقط، تبقى هنا ولا تدخل المحضر.
}
gap_to_decide = قرارات تنتظر التسجيل
gap_undisposed = لم يُبتّ بعد في
gap_ownerless = لا أحد مكلَّف بها بعد
to_desk = إلى صفحة الاجتماع

# What was done, and what is in the way.
done_kept = حُفظت.
done_settled = هي في المحضر.
done_struck = شُطبت.
taken_up = قيد النظر الآن:
trouble_not-in-session = يبدأ النظر في البنود ويُختتم ما دامت الجلسة منعقدة.
trouble_not-begun = يُكتب ما يُقال منذ بداية الجلسة.
trouble_already-approved = اعتُمد هذا المحضر، فلا يُضاف إليه شيء.
trouble_settled = هذه في المحضر، وتُصحَّح هناك.
trouble_struck = شُطبت هذه في أثناء ذلك.
trouble_unmarked = قل أولًا ما تكون في المحضر. النص محفوظ.
trouble_by-form = النص محفوظ. للقرار استمارة خاصة تجدها بجانبه، وبها يُسجَّل.
trouble_too-long = النص محفوظ. لا يزيد الإجراء على ٢٠٠٠ حرف: اختصره، أو ضع له علامة أخرى.
trouble_stale = كتب شخص آخر في هذه الفقرة في أثناء ذلك. انظر إليها ثم قرّر من جديد.
trouble_other = لا يمكن ذلك الآن.
