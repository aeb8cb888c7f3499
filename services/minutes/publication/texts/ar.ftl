# Minutes at their permanent address, and the list of what is published.

minutes = محضر الاجتماع
published_minutes = المحاضر المنشورة
latest = أحدث المحاضر
none_published = لم يُنشر أي محضر بعد.
older = محاضر أقدم
untitled = لقاء بلا عنوان
mark_draft = مسودة: لم تُعتمد ولم تُنشر بعد.
mark_in_review = قيد المراجعة: لم يُعتمد ولم يُنشر بعد.
mark_approved = معتمد ولم يُنشر بعد.
body = الهيئة
venue = مكان الانعقاد
role_chair = رئيس الجلسة
role_acting = رئيس الجلسة بالنيابة
role_opener = افتتح الجلسة
role_rapporteur = المقرِّر
role_minute_taker = كاتب المحضر
planned = الموعد المقرر
opened = افتُتحت الجلسة
closed = رُفعت الجلسة
approved = الاعتماد
published = النشر

# Decisions, with their votes and whether there was a quorum: $present of $members, of whom $required are needed.
decisions = القرارات
no_decisions = لم يُسجَّل أي قرار.
decision = القرار { $number }
adopted = اعتُمد
rejected = رُفض
deferred = أُرجئ
circulated = معروض
by_consensus = بتوافق الآراء
by_acclamation = بالتزكية
by_show_of_hands = برفع الأيدي
by_recorded_vote = بتصويت مسجَّل
by_silence_procedure = بإجراء الصمت
by_roll_call = بتصويت بنداء الأسماء
by_secret_ballot = باقتراع سري
votes =
    { $in_favour ->
        [zero] لا مؤيد
        [one] مؤيد واحد
        [two] مؤيدان
        [few] { $in_favour } مؤيدين
        [many] { $in_favour } مؤيدًا
       *[other] { $in_favour } مؤيد
    }، { $against ->
        [zero] لا معارض
        [one] معارض واحد
        [two] معارضان
        [few] { $against } معارضين
        [many] { $against } معارضًا
       *[other] { $against } معارض
    }، { $abstaining ->
        [zero] لا ممتنع
        [one] ممتنع واحد
        [two] ممتنعان
        [few] { $abstaining } ممتنعين
        [many] { $abstaining } ممتنعًا
       *[other] { $abstaining } ممتنع
    }
silent_until = يُعتمد في { $until } ما لم يعترض مندوب
objections = { $count ->
    [zero] لم يعترض مندوب.
    [one] اعترض مندوب واحد.
    [two] اعترض مندوبان.
    [few] اعترض { $count } مندوبين.
    [many] اعترض { $count } مندوبًا.
   *[other] اعترض { $count } مندوب.
}
reservation_of = تحفّظ { $member }
decision_quorum = الأعضاء الحاضرون: { $present } من { $members } (النصاب { $required }).
by_name = كيف صوّت كل عضو
member_unknown = عضو غير مسجَّل
declared = كما أعلن الرئيس.
voted_in_favour = مؤيد
voted_against = معارض
voted_abstaining = ممتنع
voted_not_voting = لم يصوّت
voted_absent = غائب
count_voted = { $how } ({ $count })
majority_simple = كانت الأغلبية البسيطة مطلوبة: { $required } من المؤيدين.
majority_two_thirds = كانت أغلبية الثلثين مطلوبة: { $required } من المؤيدين.
majority_three_quarters = كانت أغلبية ثلاثة أرباع مطلوبة: { $required } من المؤيدين.
majority_absolute = كانت أغلبية جميع الأعضاء مطلوبة: { $required } من المؤيدين.
in_series = رقم { $year }/{ $serial } في السلسلة
quorum = النصاب القانوني
quorum_statement =
    { $present ->
        [zero] لم يكن أي عضو ممثَّلًا
        [one] كان عضو واحد ممثَّلًا
        [two] كان عضوان ممثَّلَين
        [few] كان { $present } أعضاء ممثَّلين
        [many] كان { $present } عضوًا ممثَّلين
       *[other] كان { $present } عضو ممثَّلين
    } من أصل { $members ->
        [zero] { $members } عضو
        [one] عضو واحد
        [two] عضوين
        [few] { $members } أعضاء
        [many] { $members } عضوًا
       *[other] { $members } عضو
    }؛ والنصاب { $required ->
        [zero] { $required } عضو
        [one] عضو واحد
        [two] عضوان
        [few] { $required } أعضاء
        [many] { $required } عضوًا
       *[other] { $required } عضو
    }.
quorum_met = اكتمل النصاب.
quorum_missed = لم يكتمل النصاب.
quorum_none = لا توجد قاعدة تشترط نصابًا.
quorum_unknown = الهيئة المجتمعة غير مسجَّلة بعد.
quorum_by_item = بحسب بنود جدول الأعمال
quorum_on_no_item = خارج البنود
moment_taken_up = بدء النظر
moment_closed = اختتام النظر
quorum_reached = مكتمل
quorum_lacked = { $count ->
    [zero] لم ينقص أي عضو
    [one] نقص عضو واحد
    [two] نقص عضوان
    [few] نقص { $count } أعضاء
    [many] نقص { $count } عضوًا
   *[other] نقص { $count } عضو
}

# Who was there; $count: how many beside the delegates.
present = الحاضرون
nobody = لم يحضر أي مندوب.
members_present = أعضاء الهيئة
no_organization = لا منظمة مسجَّلة
unnamed = الاسم غير مسجَّل
others = { $count ->
    [zero] لم يحضر آخرون.
    [one] وحضر شخص آخر.
    [two] وحضر شخصان آخران.
    [few] وحضر { $count } أشخاص آخرين.
    [many] وحضر { $count } شخصًا آخر.
   *[other] وحضر { $count } شخص آخر.
}
people = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
apologies = المعتذرون
away_excused = معتذر
away_represented = ناب عنه غيره
represented_by = ينوب عنه
address = العنوان الدائم

# What was changed in the open; $count: how many delegations came.
corrected = التصحيح
withdrawn = سُحب
corrected_on = صُحِّح في
changed_on = تغيّر في
corrected_notice = تغيّر شيء في هذا المحضر بعد أن نُشر. ما تغيّر مذكور تحت كل قرار وكل بيان: تصحيح أو سحب مع سببه، أو اعتماد أو إرجاء بإجراء الصمت.
came_adopted = لم يعترض أي مندوب، فاعتُمد بعد نشر هذا المحضر، في
came_deferred = اعترض أحد المندوبين، فأُرجئ بعد نشر هذا المحضر، في
said_before = ما كان نصه من قبل
withdrawn_on = سُحب في
delegations = { $count ->
    [zero] لا وفود
    [one] وفد واحد
    [two] وفدان
    [few] { $count } وفود
    [many] { $count } وفدًا
   *[other] { $count } وفد
}

# The page as a document: what it is, what stands in it, and how it is followed.
state_draft = مسودة
state_in_review = قيد المراجعة
state_approved = معتمد
state_published = منشور
state_corrected = منشور ومصحَّح
read_in = القراءة بلغة أخرى
agenda = جدول الأعمال وما قيل
contents = في هذا المحضر
about = عن هذا المحضر
what_changed = ما تغيّر:
other_languages = { $count ->
    [zero] لا نص بلغة أخرى
    [one] بلغة أخرى
    [two] بلغتين أخريين
    [few] بـ { $count } لغات أخرى
    [many] بـ { $count } لغة أخرى
   *[other] بـ { $count } لغة أخرى
}
members_came = { $count ->
    [zero] عضو ممثَّل
    [one] عضو ممثَّل
    [two] عضوان ممثَّلان
    [few] أعضاء ممثَّلون
    [many] عضوًا ممثَّلًا
   *[other] عضو ممثَّل
}
members_away = { $count ->
    [zero] عضو غائب
    [one] عضو غائب
    [two] عضوان غائبان
    [few] أعضاء غائبون
    [many] عضوًا غائبًا
   *[other] عضو غائب
}
delegates = { $count ->
    [zero] لا مندوبين
    [one] مندوب واحد
    [two] مندوبان
    [few] { $count } مندوبين
    [many] { $count } مندوبًا
   *[other] { $count } مندوب
}
feed = ما نُشر وما صُحِّح
reports = التقارير إلى الصحافة
follow = المتابعة عبر خلاصة (Atom)
versions = النسخ المنشورة
to_versions = جميع النسخ وكيفية التحقق منها
feed_published = نُشر محضر: { $title }
feed_corrected = صُحِّح القرار { $number }: { $title }
feed_withdrawn = سُحب القرار { $number }: { $title }
feed_adopted = اعتُمد القرار { $number } بإجراء الصمت: { $title }
feed_deferred = أُرجئ القرار { $number } بعد اعتراض: { $title }
feed_statement_corrected = صُحِّح بيان: { $title }
feed_statement_withdrawn = سُحب بيان: { $title }
feed_statement_hidden = سُحب بيان من الجزء العام من المحضر: { $title }
feed_statement_hidden_so = وهو محفوظ في الجزء الذي لا يطّلع عليه الجميع من المحضر.

# The list of minutes.
own_minutes = المحاضر التي تتولّون حفظها
running = الجلسة منعقدة
search_title = البحث في العناوين
none_found = لا محضر منشور بهذا العنوان.
none_found_text = اكتبوا حروفًا أقل، أو كلمة من العنوان بلغة أخرى.
all_minutes = كل المحاضر المنشورة
none_published_text = ما إن يُعتمد محضر لقاء ويُنشر حتى يظهر هنا ليقرأه الجميع.

# On paper.
as_pdf = نسخة PDF
final_statement = البيان الختامي
page_of = صفحة { $page } من { $pages }

# To take along: which part of the record, in which kind of file.
files = تنزيل المحضر
other_files = صيغ أخرى
part_full = المحضر كاملًا
part_summary = الملخص
part_decisions = القرارات فقط
