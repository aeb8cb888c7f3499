# The review of a draft: of who is asked, and of who keeps the minutes.

review = مراجعة المسودة
untitled = لقاء بلا عنوان
no_account = وصلتم بالرابط في البريد، ولا حاجة إلى حساب.
review_lead = كنتم حاضرين: نرجو قراءة مسودة المحضر، وأن تذكروا عند كل فقرة ما ليس صحيحًا. وتجيب الأمانة عن كل تعليق.
open_until = تُقبل التعليقات حتى
closed_now = انتهى وقت التعليق. وما كتبتموه وما آل إليه يرد أدناه.
is_published = هذا المحضر منشور.
to_published = قراءة ما نُشر
approve_title = اعتمادكم
approve_lead = سُمّيتم لاعتماد هذا المحضر. ومتى اعتمده كل من سُمّي صار معتمدًا. وإن تغيّر النص بعد ذلك سُئلتم من جديد.
approve = أعتمد هذا المحضر
approved_by_you = اعتمدتم هذا المحضر كما هو. شكرًا لكم.
not_now = لا شيء للاعتماد الآن.
whole = المسودة بمجملها
decision = القرار { $number }
about_statement = بيان
about_contribution = ما طُرح
about_action = إجراء
kind_suggestion = اقتراح
kind_criticism = نقد
kind_solution = حل
gone = سُحب
not_public = غير علني
became_open = لم يؤل إلى شيء بعد
became_taken_up = أُخذ به
became_declined = رُفض
became_made_action = صار إجراءً
became_kept = أُرجئ
became_withdrawn = سُحب
became_adopted = اعتُمد
became_rejected = رُفض
became_circulated = معروض
became_deferred = أُرجئ
comment_here = التعليق على هذا
what_is_wrong = ما الذي ليس صحيحًا، وكيف ينبغي أن يكون؟
said_in = لغة هذا التعليق
send_comment = إرسال التعليق
your_comment = تعليقكم
answer = الجواب
settled_open = لم يُجب عنه بعد
settled_taken_up = أُخذ به
settled_declined = يبقى كما هو
done_own_comment = وصل تعليقكم. ستجيب الأمانة عنه، وتجدون الجواب في هذه الصفحة.
done_own_approve = سُجّل اعتمادكم. شكرًا لكم.

# The page of who keeps the minutes; $count: how many people.

how_it_stands = كيف يقف الأمر
takes_comments = تُقبل التعليقات
time_over = انتهى الوقت
comments_until = التعليقات حتى
asked = سُئل
asked_count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
approvers = من يعتمده
approver_number = من يعتمده ({ $number })
approvers_hint = يعتمده كل منهم برابط في رسالة أو بعد تسجيل الدخول. وإن لم يكن أحد اعتمدتم المحضر بأنفسكم.
nobody = لا أحد
nameless = الاسم غير مسجَّل
awaited = ليس بعد
approved_at = اعتُمد: { $at }
approver_gone = حُذفت بياناته ولا يمكنه الاعتماد: ابدأوا أدناه جولة جديدة من دونه.
note_approval = اعتُمد بخطاب أو هاتفيًا
circulate_title = سؤال الحاضرين
ask_again = إتاحة وقت أطول أو بدء جولة جديدة
circulate_lead = يتلقى كل من حضر رسالة فيها رابط إلى المسودة، ويمكنه التعليق على كل فقرة.
circulate_again_follows = تبدأ جولة جديدة: يتلقى الجميع رسالة أخرى، ولا يُعتد بما سبق من اعتماد.
circulate_follows = يُبلَّغون فورًا. ويمكنكم تصحيح المسودة في أثناء ذلك، ويُسأل من جديد من اعتمدها قبلًا.
circulate = تعميم المسودة
comments = التعليقات
no_comments = لم يعلّق أحد بعد.
no_comments_text = ما يكتبه الحاضرون يرد هنا عند فقرته.
erased = مُحي من كتب هذا، ومُحيت كلماته معه.
to_statement = تصحيح البيان
to_decision = تصحيح القرار
settle = الإجابة
settle_again = إجابة أخرى
reason = السبب، أو ما الذي تغيّر
reason_hint = لازم حيث يبقى النص كما هو. ويقرؤه صاحب التعليق.
take_up = أُخذ به: المسودة تقول ذلك
decline = يبقى كما هو
done_circulate = عُمّمت المسودة ويُبلَّغ الحاضرون.
done_approve = سُجّل الاعتماد.
done_settle = سُجّل الجواب، ويجده صاحب التعليق في صفحته.

# What is in the way.

trouble_comments-closed = انتهى وقت التعليق. ولم يُحفظ ما كتبتموه، فنرجو إبلاغ الأمانة.
trouble_enough = لا يُحفظ من الشخص الواحد أكثر من هذا العدد من التعليقات.
trouble_no-approver = سُمّي غيركم لاعتماد هذا المحضر.
trouble_changed = تغيّر المحضر وأنتم تقرؤونه. نرجو النظر فيه كما هو الآن، ثم اعتماده.
trouble_not-closed = تُعمَّم المسودة بعد انتهاء اللقاء.
trouble_already-approved = هذا المحضر معتمد من قبل.
trouble_already-published = هذا المحضر منشور: وما فيه من خطأ يُصحَّح علنًا.
trouble_has-approvers = يعتمد هذا المحضر من سُمّوا لذلك.
trouble_stale = غيّر شخص آخر هذا في أثناء ذلك. انظروا إليه كما هو الآن ثم قرروا من جديد.
trouble_other = لا يمكن فعل هذا الآن.
