# Reports for the press: the list, one report, and where it is written.

reports = التقارير
report = تقرير إلى الصحافة
published_minutes = المحاضر
untitled = تقرير بلا عنوان
none_published = لم يُنشر أي تقرير بعد.
none_published_text = يُنشر هنا تقرير كل اجتماع، للصحافة وللجميع، فور أن تنشره الأمانة.
older = تقارير أقدم
feed = التقارير والتصويبات
feed_corrected = تصويب: { $headline }
follow = المتابعة عبر الخلاصة (Atom)
subscribe = التبليغ بالبريد الإلكتروني
read_in = القراءة بلغة أخرى
mark_draft = مسودة: لم تُنشر بعد، ولا يراها إلا من يتولّى حفظ المحضر.
state_draft = مسودة
state_published = منشور
state_corrected = مصوَّب
participant = أحد المشاركين
translated = مترجم
decisions = ما تقرَّر
present = الحاضرون
organizations = { $count ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
coverage = في وسائل الإعلام
no_coverage = لم يُجمع شيء بعد.
corrections = التصويبات
corrected_at = صُوِّب في { $at }
what_changed = ما الذي تغيّر
changed_elsewhere = لم يتغيّر شيء في هذه اللغة.
about = عن هذا التقرير
gathering = اللقاء
minutes_follow = يُنشر المحضر لاحقًا.
source = المصدر
related = تقارير ذات صلة
address = العنوان الدائم
files = تنزيل التقرير
as_pdf = نسخة PDF
page_of = صفحة { $page } من { $pages }

# What a report is made of.
part_headline = العنوان
part_lead = المقدمة
part_quote = الاقتباس
part_text = النص

# How it begins; $people who came for $organizations.
comma = { "، " }
draft_lead = اجتمع { $body } يوم { $day } في { $venue } ضمن «{ $title }».
draft_lead_without_body = عُقد «{ $title }» يوم { $day } في { $venue }.
draft_present = حضر { $people ->
    [zero] لا أحد
    [one] مندوب واحد
    [two] مندوبان
    [few] { $people } مندوبين
    [many] { $people } مندوبًا
   *[other] { $people } مندوب
} من { $organizations ->
    [zero] أي منظمة
    [one] منظمة واحدة
    [two] منظمتين
    [few] { $organizations } منظمات
    [many] { $organizations } منظمة
   *[other] { $organizations } منظمة
}.
draft_agenda = جدول الأعمال: { $items }.
draft_decided = تقرَّر: { $text }

# Where it is written; $count: people of the press who are told.
no_report = لا يوجد تقرير بعد
no_report_text = ابدؤوا بما في المحضر: من اجتمع، ومن حضر، وماذا تقرَّر، وكلمات من أحد البيانات. ثم واصلوا بأسلوبكم.
not_begun_text = يمكن إعداد التقرير من المحضر فور انعقاد اللقاء.
do_draft = إعداده من المحضر
preview = معاينة
read_it = قراءته كما نُشر
lead_hint = من وماذا ومتى وأين، في جملة أو جملتين.
quote_hint = كلمات من البيان الذي تختارونه أدناه؛ وبلغة أخرى ترجمتها.
text_hint = السطر الفارغ يبدأ فقرة جديدة.
statement = البيان المقتبس
no_statement = لا اقتباس
statement_hint = بيانات علنية في هذا اللقاء لا تزال قائمة.
reason = سبب التصويب
reason_hint = يقرؤه الجميع أسفل التقرير.
told_follows = { $count ->
    [0] يقرؤه الجميع فورًا. لم يُسجَّل أحد من الصحافة في هذا اللقاء.
    [one] يقرؤه الجميع فورًا، ويُخطَر صحفي واحد بالبريد.
    [two] يقرؤه الجميع فورًا، ويُخطَر صحفيان بالبريد.
    [few] يقرؤه الجميع فورًا، ويُخطَر { $count } صحفيين بالبريد.
    [many] يقرؤه الجميع فورًا، ويُخطَر { $count } صحفيًا بالبريد.
   *[other] يقرؤه الجميع فورًا، ويُخطَر { $count } صحفي بالبريد.
}
subscribers_too = ويُخطَر كذلك كل مشترك في التقارير بالبريد.
do_write = حفظ
do_publish = نشر
do_correct = تصويب
quote_moved = تغيّر البيان بعد ذلك، ولم تعد هذه الكلمات فيه.
collect = تسجيل ما نُشر
outlet = الوسيلة الإعلامية
link = الرابط
place = المكان
appeared_on = التاريخ
do_collect = تسجيل
do_strike = إزالة
done_draft = أُعدَّ التقرير من المحضر. اقرؤوه وواصلوا.
done_write = حُفظ.
done_publish = نُشر.
done_correct = صُوِّب.
done_collect = سُجِّل.
done_strike = أُزيل.
trouble_not-begun = لم ينعقد اللقاء بعد.
trouble_published = نُشر في هذه الأثناء. صوِّبوه مع ذكر السبب.
trouble_not-published = لم يُنشر بعد.
trouble_enough = لا يُجمع أكثر من ذلك للقاء واحد.
trouble_stale = غيّره شخص آخر في هذه الأثناء.
trouble_other = لا يمكن ذلك. راجعوا الخانات مرة أخرى.
