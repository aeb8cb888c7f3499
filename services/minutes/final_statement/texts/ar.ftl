# The text that a conference ends with: where it is written, amended and adopted, and where everybody reads it.
final_statement = البيان الختامي
untitled = لقاء بلا عنوان
read_published = قراءة النص المنشور
none_yet = لا يوجد بيان ختامي بعد
none_yet_text = له ديباجة وفقرات مرقّمة. تقترح الوفود تعديلات عليه، ثم يعتمده اللقاء.
authoritative_language = اللغة التي يُعتدّ بنصها
authoritative_hint = توضع اللغات الأخرى إلى جانبها، وتُعلَّم كل لغة لا تقول بعد ما تقوله.
begin = بدء المسودة
state_draft = مسودة
state_under_amendment = مفتوح للتعديلات
state_adopted = معتمد

# The text.
part = موضعها
part_preamble = الديباجة
part_operative = الفقرات العاملة
none_preamble = لا فقرات في الديباجة بعد.
none_operative = لا توجد فقرات عاملة بعد.
of_preamble = فقرة من الديباجة
operative = الفقرة { $number }
counts = النص المعتمد
counting_is = النص المعتمد هو المكتوب بهذه اللغة: { $language }.
outdated = متقادم
not_there = لم يُكتب بعد.
write = تعديل النص
up = نقل إلى أعلى: { $place }
down = نقل إلى أسفل: { $place }
new_paragraph = فقرة أخرى
words_in = النص: { $language }
words_in_counting = النص المعتمد: { $language }
add = إضافة الفقرة
save = حفظ
outdated_since = منذ كتابته تغيّر النص المعتمد على هذا النحو:
holds = لا يزال صحيحًا كما هو: { $language }
leave_out = حذف هذه الفقرة
leave_out_follows = لا تبقى في النص، ويُعاد ترقيم ما بعدها.
correct = تصحيح
correct_follows = هذا النص معتمد. ينشئ التصحيح نسخة جديدة يقرؤها الجميع مع سببها، ويبقى ما اعتُمد مقروءًا.
why_corrected = السبب
why_corrected_hint = سطر واحد يقرؤه الجميع.
do_correct = إنشاء النسخة الجديدة

# The next step.
next_step = الخطوة التالية
draft_hint = اكتبوا الفقرات. وحين تُعرض على اللقاء تُقترح تعديلات عليها.
open = فتحه للتعديلات
open_follows = تُحفظ المسودة كما هي الآن، ويمكن تدوين تعديلات عليها. ولا تُرسل رسالة إلى أحد.
adopt_waits = يعتمده اللقاء من بدء جلسته فصاعدًا.
adopt = اعتماده
adopt_follows = من الآن يستطيع الجميع قراءته في عنوانه، وتُرسل رسالة إلى كل المسجَّلين. ولا يتغيّر بعد ذلك، والتصحيح نسخة جديدة لها سبب.
by_decision = اعتُمد بـ
no_decision = لا يُذكر قرار
decision_of = القرار { $number }: { $text }
adopted_hint = ما اعتُمد لا يُكتب فوقه، والتصحيح نسخة جديدة لها سبب.

# Amendments.
amendments = التعديلات
amendment = التعديل { $number }
no_amendments = لم يُقترح أي تعديل بعد.
propose = اقتراح تعديل
propose_first = فقرة أخرى في البداية
new_amendment = تدوين تعديل
kind = المقترح
kind_replace = نص آخر لهذه الفقرة
kind_insert = فقرة أخرى بعدها
kind_delete = حذف هذه الفقرة (لا تكتبوا نصًا)
proposed_by = صاحب الاقتراح
by_nobody = لم يُذكر أحد
do_propose = تدوينه
became_proposed = مقترح
became_accepted = مقبول
became_rejected = مرفوض
became_merged = مدمج
insert_first = فقرة في البداية
insert_behind = فقرة بعد الفقرة { $number }
insert_behind_preamble = فقرة في الديباجة
replace_operative = نص آخر للفقرة { $number }
replace_preamble = نص آخر في الديباجة
delete_operative = حذف الفقرة { $number }
delete_preamble = حذف فقرة من الديباجة
was_replace = نص آخر لفقرة لم تعد موجودة
was_insert = فقرة بعد فقرة لم تعد موجودة
was_delete = فقرة محذوفة
moved_chip = انظروا في النصين
moved_note = تقول الفقرة الآن غير ما اقتُرح عليه هذا التعديل. لا يُكتب فوق نص لم يُقرأ: قارنوا بينهما ثم قرّروا.
gone_note = لم تعد الفقرة في النص، فلا يمكن إلا رفض هذا التعديل أو دمجه.
meanwhile = ما تغيّر في هذه الأثناء
would_be = ما يغيّره الآن
as_proposed = كما اقتُرح
what_changes = ما يغيّره
accept = القبول
accept_hint = كما يدخل في النص. غيّروه إن اتفق اللقاء على نص آخر.
over = يحل محل ما تقوله الفقرة الآن
do_accept = قبوله
reject = الرفض
reason = السبب
reason_hint = يمكن أن يبقى فارغًا.
do_reject = رفضه
why_rejected = السبب
merge = الدمج في تعديل آخر
into = في أي تعديل
choose = يرجى الاختيار
do_merge = دمجه
merged_into = يُنظر فيه ضمن التعديل { $number }.
went_over = حين قُبل كانت الفقرة تقول غير ما اقتُرح عليه، وقد نُظر في النصين.
back_to_text = العودة إلى النص

# What was done, and what is in the way.
done_draft = بدأت المسودة. اكتبوا فقراتها.
done_write = دُوّن النص.
done_correct = هناك نسخة جديدة.
done_move = نُقلت.
done_leave-out = حُذفت.
done_open = يمكن تدوين التعديلات.
done_adopt = اعتُمد، ويستطيع الجميع قراءته الآن.
done_propose = دُوّن التعديل.
done_accept = قُبل التعديل وصار في النص.
done_reject = رُفض التعديل.
done_merge = دُمج التعديل.
trouble_adopted = اعتُمد من قبل: صحّحوه بنسخة جديدة.
trouble_not-open = تُدوَّن التعديلات ما دام النص مفتوحًا لها.
trouble_not-adopted = لم يُعتمد بعد: غيّروه مباشرة.
trouble_not-begun = يُعتمد من بدء الجلسة فصاعدًا.
trouble_no-paragraphs = اكتبوا فقرة عاملة واحدة على الأقل أولًا.
trouble_amendments-open = قرّروا أولًا مصير كل تعديل.
trouble_not-a-draft = فُتح باب التعديلات من قبل.
trouble_paragraph-moved = لم يُكتب فوق شيء: تقول الفقرة الآن غير ذلك. قارنوا بينهما أدناه، وضعوا العلامة لقبوله رغم ذلك.
trouble_paragraph-gone = لم تعد الفقرة في النص.
trouble_decided = بُتّ في هذا التعديل من قبل.
trouble_full = لا يُحفظ هذا العدد في نص واحد.
trouble_too-large = النص أكبر مما يمكن حفظه مع نسخه وتعديلاته. اختصروه أو احذفوا فقرة أو لغة؛ وما كتبتموه باقٍ في الاستمارة.
trouble_stale = غيّر أحدهم النص في هذه الأثناء. انظروا فيه كما هو الآن ثم قرّروا من جديد.
trouble_other = لم يكن ذلك ممكنًا.
wrong_same = هذا ما يقوله النص من قبل. يرجى كتابة غيره.

# Versions, and the page that everybody reads.
versions = النسخ
version_adopted = كما اعتُمد
version_corrected = مصحَّح
what_differs = الفروق كلمة كلمة
published_minutes = المحاضر المنشورة
adopted_on = اعتُمد:
by_decision_number = بالقرار { $number }
corrected_on = صُحّح:
corrected_notice = يبقى ما اعتُمد مقروءًا أدناه مع الفروق.
read_in = القراءة بلغة أخرى
side_by_side = اللغات جنبًا إلى جنب
one_language = لغة واحدة
as_pdf = PDF
files = تنزيل البيان
mark_draft = مسودة لم تُعتمد، وقد تتغيّر.
this_counts = هذا هو النص المعتمد.
address = العنوان
page_of = الصفحة { $page } من { $pages }
open_left = { $count ->
    [one] بقي تعديل واحد يُبتّ فيه قبل اعتماد النص.
    [two] بقي تعديلان يُبتّ فيهما قبل اعتماد النص.
    [few] بقيت { $count } تعديلات يُبتّ فيها قبل اعتماد النص.
    [many] بقي { $count } تعديلًا يُبتّ فيه قبل اعتماد النص.
   *[other] بقي { $count } تعديل يُبتّ فيه قبل اعتماد النص.
}
outdated_left = { $count ->
    [one] نص واحد متقادم: لا يقول بعد ما يقوله النص المعتمد.
    [two] نصان متقادمان: لا يقولان بعد ما يقوله النص المعتمد.
    [few] { $count } نصوص متقادمة: لا تقول بعد ما يقوله النص المعتمد.
    [many] { $count } نصًا متقادمًا: لا تقول بعد ما يقوله النص المعتمد.
   *[other] { $count } نص متقادم: لا يقول بعد ما يقوله النص المعتمد.
}
