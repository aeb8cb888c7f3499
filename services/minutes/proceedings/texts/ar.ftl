# The agenda of a gathering, and what was said, brought forward and decided on each item.

agenda = جدول الأعمال
untitled = لقاء بلا عنوان
provisional = مؤقت
adopted_on = أُقرّ: { $at }
to_agenda = البنود وترتيبها
no_agenda = لا شيء على جدول الأعمال بعد.
late = بند متأخر
taken_off = رُفع من جدول الأعمال
without_item = خارج البنود
prepares = يُعِدّ لـ
participant = أحد المشاركين
nobody_named = دون ذكر اسم
comma = { "، " }
manner_as_said = بنصّها
manner_summary = ملخّصًا
not_public = غير علني
withdrawn = سُحب
corrected_on = صُحِّح: { $at }
kind_suggestion = اقتراح
kind_criticism = نقد
kind_solution = حلّ
state_open = لم يُبتّ فيه بعد
state_taken_up = أُخذ به
state_declined = لم يُؤخذ به
state_made_action = حُوِّل إلى إجراء
state_kept = حُفظ لوقت لاحق
state_withdrawn = سُحب
answers = الردود
decision = القرار { $number }
decided_adopted = اعتُمد
decided_rejected = رُفض
decided_deferred = أُرجئ
decided_circulated = معروض
decided_withdrawn = سُحب
quorum_then = الأعضاء الحاضرون: { $present } من { $members }، والنصاب { $required }
quorum_lacked = { $count ->
    [zero] لم ينقص أي عضو
    [one] نقص عضو واحد
    [two] نقص عضوان
    [few] نقص { $count } أعضاء
    [many] نقص { $count } عضوًا
   *[other] نقص { $count } عضو
}
correct_or_withdraw = تصحيح أو سحب
answer_or_dispose = الرد أو تحديد المآل
add_statement = تسجيل بيان
add_contribution = اقتراح أو نقد أو حلّ
list_of_speakers = قائمة المتحدثين
statement_without_item = تسجيل بيان خارج البنود
contribution_without_item = اقتراح أو نقد أو حلّ خارج البنود

# The page of an agenda.
suggested = هل يُعتمد المحضر السابق أولًا؟
suggested_lead = عادةً يكون البند الأول اعتماد محضر اللقاء السابق:
approval_of = اعتماد المحضر: { $title }
put_first = ضعه أولًا
up_of = تقديم البند { $number }
down_of = تأخير البند { $number }
grip = اسحب لتغيير الترتيب
was_moved = نُقل، ورقمه الآن:
change_of = تعديل البند { $number }
change = تعديل
adopt = إقرار جدول الأعمال
adopt_follows = وافق اللقاء على تناول هذه البنود بهذا الترتيب. وما يُضاف إلى جدول الأعمال بعد ذلك يُوسَم بأنه متأخر.
adopt_waits = يُقرّ اللقاء جدول أعماله منذ افتتاح جلسته.
new_item = بند آخر
title_in = موضوع البند: { $language }
title_hint = تكفي لغة واحدة الآن، وتُضاف اللغات الأخرى لاحقًا.
prepares_all = كل ما يُعَدّ له هنا
parent = تحت بند آخر
parent_none = لا: بند مستقل
late_follows = أُقرّ جدول الأعمال: يُوسَم البند بأنه متأخر.
enter_item = إضافته إلى جدول الأعمال
change_item = تعديل البند
save_item = حفظ التعديل
take_off = رفعه من جدول الأعمال
take_off_follows = لا يُتناول هذا البند، ولا رقم له بعد الآن. ويبقى ما قيل فيه.

# The course of the meeting: which item is in hand, and when each was dealt with.
course = سير الجلسة
in_hand = البند قيد النظر
nothing_in_hand = لا بند قيد النظر الآن.
since = منذ { $at }
in_hand_since = قيد النظر منذ { $at }
dealt_with = نُظر فيه من { $since } إلى { $until }
dealt_with_at = نُظر فيه عند { $at }
taken = البنود التي نُظر فيها
another_item = بند آخر
take_up = بدء النظر
close_item = اختتام النظر
undo_taking_up = بدأ النظر فيه خطأً
undo_closing = اختُتم النظر فيه خطأً

# The form of a statement.
statement = بيان
new_statement = تسجيل بيان
speaker = المتكلم
speaker_hint = يظهر هنا كل من دخل. والملخّص الذي ليس باسم أحد هو ما يرويه المحضر نفسه عن النقاش، ولا يعلوه اسم.
speaker_unknown = غير مسجَّل
behalf = باسم
behalf_organization = المنظمة التي يمثّلها
behalf_body = الهيئة المجتمعة
behalf_self = عن نفسه فقط
words = ما قيل
said_in = لغة هذا الكلام
item = بند جدول الأعمال
item_none = لا شيء
manner = طريقة التسجيل
said_at = الوقت
said_at_hint = يمكن تركه. بتوقيت مكان الانعقاد.
public = يقرؤه الجميع متى نُشر المحضر
reason = السبب
reason_needed = في سطر واحد. المحضر منشور: يقرؤه الجميع.
reason_free = يمكن تركه.
correct = تصحيح البيان
record_statement = تسجيل البيان
withdraw_statement = سحب البيان
withdraw_statement_follows = لم يعد قائله يتمسك به. ولا يقرأ نصّه إلا من يتولّى حفظ المحضر. لا رجوع عن ذلك.
back = العودة إلى الاجتماع
wrong_behalf = غير مسجَّل لهذا المتكلم. يُرجى اختيار غيره.

# Who did what at the meeting.
roles = الأدوار في هذا الاجتماع
roles_hint = يظهر هنا كل من دخل، وتُذكر أسماؤهم في النص.
role_none = لم تُذكر أسماء
role_chair = رئيس الجلسة
role_acting = نيابةً عن صاحب المنصب
role_opener = افتتح الجلسة
role_rapporteur = المقرِّر
role_minute_taker = كاتب المحضر
name_roles = احفظ الأدوار

# The form of a contribution, and its thread.
new_contribution = اقتراح أو نقد أو حلّ
kind = النوع
origin = ممّن
origin_hint = واحد أو عدة معًا أو لا أحد: وعندها لا يُذكر اسم.
people = أشخاص
organizations = منظمات
record_contribution = تسجيل
disposition = مآله
disposition_legend = هذه المساهمة
reason_disposition = لازم إذا لم يُؤخذ به. يقرؤه كل من يقرأ المحضر.
became_owed = الإجراء لم يُنفَّذ بعد.
became_done = نُفِّذ الإجراء.
became_dropped = لن يُنفَّذ الإجراء.
to_action = إلى الإجراء
dispose = تثبيت المآل
answer = رد
record_answer = تسجيل الرد
withdraw_contribution = سحبه
withdraw_contribution_follows = سحبه صاحبه أو سُجّل خطأً. لا رجوع عن ذلك.

# The documents of a meeting.
documents = الوثائق
no_documents = لا وثيقة في القائمة بعد.
documents_lead = وثائق معروضة على اللقاء لمن يشاركون فيه. وما وُسم بأنه محدود ليس لغيرهم.
documents_wait = يظهر هنا ما يُعرض على اللقاء.
revision = التنقيح { $number }
awaited_lead = كان ينبغي تسليم هذه الوثيقة، ولم تصل بعد بكل لغة مطلوبة. يرجى إرسالها إلى الأمانة أو إبلاغها بمكانها.
awaited_none = لا شيء متأخر منها، ولا يلزمكم شيء.
overdue_told = أُبلغ المسؤولون عنها في { $at }
new_document = وثيقة أخرى
document_title_in = عنوان الوثيقة: { $language }
prefix = بداية رمز الوثيقة
prefix_hint = مثل RBC/7/DOC. يتبعه الرقم تلقائيًا، ولا يُعطى لوثيقة أخرى.
hand_in_by = تُسلَّم حتى
hand_in_by_hint = يمكن تركه فارغًا. يُحسب اليوم بتوقيت مكان الانعقاد.
languages_asked = اللغات المطلوبة
distribution = من يقرؤها
distribution_general = عامة
distribution_limited = محدودة
distribution_restricted = مقيّدة
reads_general = عامة: كل من يقرأ المحضر
reads_limited = محدودة: من يشاركون
reads_restricted = مقيّدة: من يتولّون المحضر
submitted_by = مقدَّمة من
secretariat = الأمانة
due = { $language }: لم تصل بعد
overdue = { $language }: متأخرة
open_it = افتح
open_document = افتح { $symbol }
list_document = أضف الوثيقة إلى القائمة
versions = أين توجد
written_in = اللغة
address = الرابط
address_hint = يبدأ بـ https. ويبقى الملف حيث هو.
add_version = احفظ الرابط
change_document = عدِّل الوثيقة
revise = نقِّحها
revise_follows = يحلّ التنقيح محلها بالرقم نفسه، ويُسلَّم من جديد بكل لغة.
withdraw_document = اسحب الوثيقة
withdraw_document_follows = لا يُنظر فيها، ولا يُعطى رقمها لوثيقة أخرى. لا رجوع في ذلك.

# What is in the way.
trouble_not-begun = يُسجَّل ما يقال منذ افتتاح الجلسة.
trouble_already-approved = اعتُمد هذا المحضر: لا يُضاف إليه شيء.
trouble_already-adopted = سبق إقرار جدول الأعمال هذا.
trouble_withdrawn = سُحب هذا في الأثناء.
trouble_no-items = لا شيء على جدول الأعمال هذا ليُقرّ.
trouble_not-in-session = يبدأ النظر في البنود ويُختتم ما دامت الجلسة منعقدة.
trouble_not-in-hand = لم يعد هذا البند قيد النظر.
trouble_nothing-to-undo = لم يبدأ النظر في أي بند حتى يُلغى ذلك.
trouble_body-unknown = الهيئة المجتمعة غير مسجَّلة بعد. حاولوا مجددًا بعد قليل.
trouble_has-sub-items = ارفعوا أولًا البنود التي تحته من جدول الأعمال.
trouble_no-versions = لم يصل منها شيء بعد لينقَّح.
trouble_full = لا متسع لنسخة أخرى من هذه الوثيقة.
trouble_stale = غيّره شخص آخر في الأثناء. انظروا إليه كما هو الآن ثم قرّروا من جديد.
trouble_other = لا يمكن ذلك الآن.
