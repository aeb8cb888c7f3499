# What mails say. A mail is two texts: its subject, and what follows the greeting, where a blank line begins a paragraph (the
# details of the gathering stand behind the first). $gathering is its title, $rank a number on the waiting list.
# `<mail>-greeting` and such are said instead of what all mails say; a mail that is worded anew has a
# `<mail>-version` in the language.

## What all mails say

version = 1
greeting = حضرة { $name }،
salutation = تحية طيبة وبعد،
gathering = اللقاء
begins = البداية
ends = النهاية
begins_there = البداية بالتوقيت المحلي لمكان الانعقاد
venue = مكان الانعقاد
address = العنوان
venue_map = على الخريطة
online = عبر الإنترنت
page = عرض التسجيل
closing = وتفضلوا بقبول فائق الاحترام والتقدير،
secretariat = الأمانة
automatic = أُرسلت هذه الرسالة تلقائيًا بسبب تغيّر في حالة تسجيلكم.
edition = الدورة
edition_named = { $series }، الدورة { $number }
edition_due = موعد الاستحقاق
edition_planned = مقرَّرة في

## What is told of the thing, with its name

fact_adopted_at = الاعتماد
fact_category = صفة المشاركة
fact_seat = رقم المقعد المحجوز
fact_rank = الرقم في قائمة الانتظار
fact_reason = السبب
fact_office = الدور
fact_title = لأجل
fact_reply_by = آخر موعد للرد
fact_quota = الحد الأقصى للمندوبين
fact_named = المندوبون المسمَّون
fact_text = المطلوب تنفيذه
fact_due_on = الموعد الأقصى
fact_nth = رقم التصويب
fact_decided_by = صاحب القرار
fact_requirement = الشرط
fact_comments_until = التعليقات حتى

fact_mode = شكل الانعقاد
fact_was_starts_at = البداية السابقة
fact_was_ends_at = النهاية السابقة
fact_was_venue = مكان الانعقاد السابق
fact_was_venue_address = العنوان السابق
fact_was_mode = الشكل السابق
fact_grounds = سبب التغيير
fact_moved = جلسات تغيّر وقتها أو مكانها
fact_withdrawn = جلسات سُحبت
fact_added = جلسات جديدة
fact_quoted_as = الرمز
fact_awaited = لم تصل بعد باللغات
fact_hand_in_by = تُسلَّم حتى

## How people meet

mode_in_person = حضوريًا
mode_online = عبر الإنترنت
mode_hybrid = حضوريًا وعبر الإنترنت
was_mode_in_person = حضوريًا
was_mode_online = عبر الإنترنت
was_mode_hybrid = حضوريًا وعبر الإنترنت

## In which category somebody takes part

category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل

## What somebody may do for the conference

office_secretariat = الأمانة
office_observer = مراقب، يطّلع على ما ليس شخصيًا
office_chair = رئيس الهيئة
office_focal-point = جهة اتصال منظمة
office_checkin = استقبال لقاء

## Why a registration was rejected, or is on hold

reason_not_eligible = لم تُستوفَ شروط المشاركة بهذه الصفة.
reason_incomplete = البيانات المتوفرة لدينا غير مكتملة.
reason_being_checked = ما زالت بياناتكم قيد التحقق.
reason_places_limited = المقاعد محدودة، والقرار رهن بعدد الطلبات.
reason_no_places = لم تعد هناك مقاعد متاحة.
reason_duplicate = أنتم مسجَّلون من قبل ببيانات أخرى.
reason_other = نرجو التواصل مع الأمانة لمعرفة السبب.

## The mails

address-confirmation-subject = نرجو تأكيد عنوانكم: { $gathering }
address-confirmation =
    كُتب هذا العنوان في استمارة التسجيل في «{ $gathering }». لم يُسجَّل أحد بعد، ولا يتم التسجيل إلا بتأكيدكم.

    إذا كنتم أنتم من كتبه، فنرجو فتح الرابط أدناه والتأكيد في الصفحة التي يؤدي إليها. الرابط صالح ليوم واحد.

    وإذا لم تكونوا أنتم من كتبه، فلا يلزمكم القيام بأي إجراء. ويُحذف ما كُتب بعد يوم واحد.
address-confirmation-greeting = { "" }
address-confirmation-page = التأكيد في هذه الصفحة
address-confirmation-automatic = أُرسلت هذه الرسالة تلقائيًا لأن هذا العنوان كُتب في استمارة تسجيل.

registration-applied-subject = تلقينا طلب تسجيلكم: { $gathering }
registration-applied =
    نشكركم على التسجيل في «{ $gathering }». تقرر الأمانة من يشارك بهذه الصفة، ولم يُتخذ قرار بشأن طلبكم بعد.

    لا مقعد محجوزًا لكم حتى ذلك الحين. وسنكتب إليكم فور اتخاذ القرار. ونرجو عدم تثبيت ترتيبات السفر قبل ذلك.

    إذا لم تعودوا راغبين في الحضور، فيمكنكم إبلاغنا بذلك في صفحة تسجيلكم.

registration-confirmed-subject = تأكيد تسجيلكم: { $gathering }
registration-confirmed =
    يسرّنا أن نؤكد تسجيلكم في «{ $gathering }»، وقد حُجز لكم مقعد.

    عند الوصول، يُرجى ذكر اسمكم لدى مكتب الاستقبال.

    إذا تعذّر عليكم الحضور، فنرجو إبلاغ الأمانة في أقرب وقت ممكن، كي يُمنح المقعد لشخص آخر على قائمة الانتظار.

    نتطلع إلى الترحيب بكم.

registration-waitlisted-subject = أنتم على قائمة الانتظار: { $gathering }
registration-waitlisted =
    نشكركم على تسجيلكم في «{ $gathering }». جميع المقاعد المخصصة لصفة مشاركتكم مشغولة حاليًا، وقد أدرجنا اسمكم في قائمة
    الانتظار.

    رقمكم في القائمة هو { $rank }. وتُمنح المقاعد التي تشغر بحسب ترتيب هذه الأرقام، بدءًا من الأصغر.

    لا يلزمكم القيام بأي إجراء. وفور توفر مقعد لكم سنؤكده برسالة مماثلة. ونرجو عدم تثبيت ترتيبات السفر قبل ذلك.

    إذا لم تعودوا راغبين في الانتظار، فنرجو إبلاغ الأمانة.

registration-promoted-subject = توفّر مقعد لكم: { $gathering }
registration-promoted =
    يسرّنا إبلاغكم بأن مقعدًا قد توفّر في «{ $gathering }»، وبأن تسجيلكم أصبح مؤكدًا. ولم يعد اسمكم على قائمة الانتظار.

    عند الوصول، يُرجى ذكر اسمكم لدى مكتب الاستقبال.

    إذا تعذّر عليكم الحضور، فنرجو إبلاغ الأمانة في أقرب وقت ممكن، كي يُمنح المقعد لمن يليكم على قائمة الانتظار.

    نتطلع إلى الترحيب بكم.

registration-cancelled-subject = إلغاء تسجيلكم: { $gathering }
registration-cancelled =
    نأسف لإبلاغكم بأن الأمانة ألغت تسجيلكم في «{ $gathering }».

    لم يعد هناك مقعد محجوز لكم، ولم يعد اسمكم على قائمة الانتظار.

    إذا كنتم ترون أن في الأمر خطأ، أو كانت لديكم أسئلة، فنرجو التواصل مع الأمانة.

registration-withdrawn-subject = تأكيد سحب تسجيلكم: { $gathering }
registration-withdrawn =
    بناءً على طلبكم، سُجّل انسحابكم من «{ $gathering }». ولا يلزمكم القيام بأي إجراء آخر.

    نشكركم على إبلاغنا.

    إذا تغيّرت خططكم، فيمكنكم التسجيل مجددًا ما دام باب التسجيل مفتوحًا.

    إذا لم يصدر هذا الطلب عنكم، فنرجو التواصل مع الأمانة.

registration-held-subject = تسجيلكم معلَّق: { $gathering }
registration-held =
    لا تستطيع الأمانة البت في تسجيلكم في «{ $gathering }» بعد، وقد علّقته.

    لا يلزمكم القيام بشيء، ما لم يذكر السبب غير ذلك. سنكتب إليكم متى اتُّخذ القرار. لا يُحجز لكم مقعد قبل ذلك.

    إذا كان لديكم ما تضيفونه، فنرجو التواصل مع الأمانة.

registration-fell-back-subject = يُعاد البت في تسجيلكم: { $gathering }
registration-fell-back =
    غيّرتم شيئًا كانت الأمانة قد قررت بناءً عليه بشأن تسجيلكم في «{ $gathering }». ستقرر الأمانة من جديد وتكتب إليكم.

    لا يُحجز لكم مقعد حتى ذلك الحين.

    إذا لم يصدر هذا الطلب عنكم، فنرجو التواصل مع الأمانة.

registration-rejected-subject = تعذّر قبول تسجيلكم: { $gathering }
registration-rejected =
    يؤسفنا إبلاغكم بأن الأمانة لم تتمكن من قبول تسجيلكم في «{ $gathering }».

    لا مقعد محجوزًا لكم.

    إذا كنتم تعتقدون أن في الأمر خطأ، أو كان لديكم أي سؤال، فنرجو التواصل مع الأمانة.

sign-in-link-subject = رابط تسجيل الدخول
sign-in-link =
    طلبتم رابطًا لتسجيل الدخول. نرجو فتحه أدناه والضغط على الزر في الصفحة التي يؤدي إليها.

    يعمل الرابط مرة واحدة ولمدة ساعة. نرجو عدم إعطائه لأحد، فكل من يملكه يدخل باسمكم.

    إذا لم تطلبوه، فلا يلزمكم القيام بأي إجراء. ولم يدخل أحد.
sign-in-link-page = تسجيل الدخول في هذه الصفحة
sign-in-link-automatic = أُرسلت هذه الرسالة تلقائيًا لأن رابطًا لتسجيل الدخول طُلب لهذا العنوان.

role-granted-subject = أُسند إليكم دور: { $office }
role-granted =
    أسندت إليكم الأمانة دورًا. يمكنكم من الآن تسجيل الدخول والقيام بعملكم في صفحات المؤتمر.

    يعمل الرابط أدناه مرة واحدة ولمدة يوم. ويمكنكم بعد ذلك في أي وقت طلب رابط جديد إلى هذا العنوان في صفحة تسجيل الدخول.
    نرجو عدم إعطائه لأحد، فكل من يملكه يدخل باسمكم.

    إذا لم تكونوا تتوقعون هذه الرسالة، فنرجو التواصل مع الأمانة.
role-granted-page = تسجيل الدخول في هذه الصفحة
role-granted-automatic = أُرسلت هذه الرسالة تلقائيًا لأن دورًا أُسند إليكم.

gathering-changed-subject = تغيير في اللقاء: { $gathering }
gathering-changed =
    تغيّر شيء بشأن «{ $gathering }» ينبغي أن تعلموا به. تجدون أدناه ما هو عليه الآن، وما كان عليه من قبل.

    يبقى تسجيلكم قائمًا، ولا حاجة إلى أي إجراء منكم.

    إن تعذّر عليكم الحضور فنرجو إبلاغ الأمانة في صفحة تسجيلكم.
gathering-changed-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

programme-changed-subject = تغيير في البرنامج: { $gathering }
programme-changed =
    تغيّر برنامج «{ $gathering }» منذ نشره آخر مرة. تجدون أدناه الجلسات التي تغيّر وقتها أو مكانها، والجلسات التي لن
    تُعقد.

    وتجدون البرنامج كما هو الآن في صفحة تسجيلكم.

    تسجيلكم قائم كما كان، وليس عليكم فعل شيء.
programme-changed-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

final-statement-adopted-subject = اعتُمد البيان الختامي: { $gathering }
final-statement-adopted =
    اعتمد «{ $gathering }» بيانه الختامي ({ $adopted_at }).

    يمكنكم قراءته بكل لغاته، جنبًا إلى جنب، وعلى الورق. وليس عليكم فعل شيء.
final-statement-adopted-page = قراءة البيان الختامي
final-statement-adopted-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

gathering-rescheduled-subject = موعد جديد: { $gathering }
gathering-rescheduled =
    أُجّل «{ $gathering }» إلى موعد آخر. تجدون أدناه الموعد الجديد والموعد السابق والسبب.

    يبقى تسجيلكم قائمًا للموعد الجديد، ولا حاجة إلى أي إجراء منكم.

    إن تعذّر عليكم الحضور فنرجو إبلاغ الأمانة في صفحة تسجيلكم.
gathering-rescheduled-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

gathering-postponed-subject = تأجيل: { $gathering }
gathering-postponed =
    لن يُعقد «{ $gathering }» في الموعد المذكور أدناه. لم يُحدَّد موعد جديد بعد، وسنكتب إليكم حالما يُحدَّد.

    يبقى تسجيلكم قائمًا. نرجو ألا ترتّبوا سفرًا للموعد المذكور أدناه، وأن تلغوا ما رتّبتم له.
gathering-postponed-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

gathering-announced-subject = سيُعقد: { $gathering }
gathering-announced =
    سيُعقد «{ $gathering }» الذي كان قد أُجّل. تجدون أدناه الموعد والمكان.

    يبقى تسجيلكم قائمًا. إن تعذّر عليكم الحضور فنرجو إبلاغ الأمانة في صفحة تسجيلكم.
gathering-announced-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

gathering-cancelled-subject = إلغاء: { $gathering }
gathering-cancelled =
    نأسف لإبلاغكم بأن «{ $gathering }» قد أُلغي ولن يُعقد.

    لا حاجة إلى أي إجراء منكم. نرجو إلغاء ترتيبات سفركم. وإن كانت لديكم أسئلة فنرجو الاتصال بالأمانة.
gathering-cancelled-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

invitation-subject = دعوة: { $gathering }
invitation =
    تتشرف الأمانة بدعوتكم إلى المشاركة في «{ $gathering }».

    نرجو إبلاغنا في موعد أقصاه { $reply_by } بما إذا كنتم ستحضرون. في الصفحة التي يؤدي إليها الرابط أدناه يمكنكم القبول أو
    الاعتذار، أو القول إن الأمر لم يتأكد بعد، أو تسمية من ينوب عنكم. ولا تحتاجون إلى حساب.

    وحالما تقبلون يُسجَّل لكم مقعد ونؤكده لكم برسالة.

    ويسعدنا كثيرًا أن نرحب بكم.
invitation-page = الرد في هذه الصفحة
invitation-automatic = أُرسلت هذه الرسالة لأن الأمانة تدعوكم. هذا الرابط لكم وحدكم، فنرجو عدم إعطائه لأحد.

invitation-delegation-subject = دعوة إلى منظمتكم: { $gathering }
invitation-delegation =
    تتشرف الأمانة بدعوة منظمتكم إلى المشاركة في «{ $gathering }» بوفد لا يتجاوز عدده { $quota }.

    نرجو تسمية المندوبين في موعد أقصاه { $reply_by } في الصفحة التي يؤدي إليها الرابط أدناه، واحدًا واحدًا أو من جدول. ويمكنكم
    حتى ذلك الحين تسمية غيرهم بدلًا منهم. ولا تحتاجون إلى حساب.

    ثم يُسجَّل كل مندوب ويتلقى رسالة خاصة به، وتتلقون أنتم إيصالًا.
invitation-delegation-page = تسمية المندوبين في هذه الصفحة
invitation-delegation-automatic = أُرسلت هذه الرسالة لأنكم جهة اتصال منظمة تدعوها الأمانة.

invitation-reminder-subject = نرجو الرد في موعد أقصاه { $reply_by }: { $gathering }
invitation-reminder =
    أرسلت الأمانة قبل مدة دعوة إلى «{ $gathering }»، ولم يصلنا ردّ بعد.

    نرجو الرد في موعد أقصاه { $reply_by } في الصفحة التي يؤدي إليها الرابط أدناه. والاعتذار يفيدنا أيضًا، إذ يتيح لغيركم الحضور.

    وإذا كان ردكم في الطريق، فلا يلزمكم القيام بأي إجراء.
invitation-reminder-page = الرد في هذه الصفحة
invitation-reminder-automatic = أُرسلت هذه الرسالة تلقائيًا لأن دعوة لم يُردّ عليها بعد.

delegation-named-subject = إيصال بوفدكم: { $gathering }
delegation-named =
    شكرًا لكم. تلقينا أسماء وفد منظمتكم إلى «{ $gathering }»: { $named } من { $quota } على الأكثر.

    سُجّل كل مندوب وسيتلقى رسالة خاصة به. ويمكنكم حتى { $reply_by } تسمية غيرهم بدلًا منهم في الصفحة التي يؤدي إليها الرابط أدناه.

    إذا لم تكونوا أنتم من أرسلها، فنرجو التواصل مع الأمانة.
delegation-named-page = إلى صفحة الوفد
delegation-named-automatic = أُرسلت هذه الرسالة تلقائيًا لأن وفد منظمتكم سُمّي.

invitation-withdrawn-subject = سحب الدعوة: { $gathering }
invitation-withdrawn =
    نأسف لإبلاغكم بأن الأمانة سحبت الدعوة إلى «{ $gathering }».

    لا حاجة إلى أي إجراء منكم. وإن كانت لديكم أسئلة فنرجو التواصل مع الأمانة.
invitation-withdrawn-automatic = أُرسلت هذه الرسالة تلقائيًا لأن دعوة سُحبت.

action-assigned-subject = أُسند إليكم إجراء
action-assigned =
    بحسب محضر المؤتمر، يُنتظر منكم، أو من المنظمة التي أنتم جهة اتصالها، تنفيذ ما يرد أدناه.

    يمكنكم في الصفحة التي يؤدي إليها الرابط أدناه أن تقبلوه، وأن تذكروا إلى أين وصل، وأن تفيدوا بأنه أُنجز. ولا حاجة إلى حساب.

    وإذا لم يكن هذا من شأنكم، فنرجو إبلاغ الأمانة.
action-assigned-page = الإبلاغ عن التقدم في هذه الصفحة
action-assigned-automatic = أُرسلت هذه الرسالة لأنكم مسؤولون عن إجراء. هذا الرابط لكم، فنرجو عدم إعطائه لأحد.

action-due-subject = موعد إجرائكم { $due_on }
action-due =
    نذكّركم بما يُنتظر تنفيذه منكم، أو من المنظمة التي أنتم جهة اتصالها. وموعده الأقصى { $due_on }.

    نرجو أن تذكروا في الصفحة التي يؤدي إليها الرابط أدناه إلى أين وصل. وإن كان قد أُنجز، فضغطة واحدة تكفي.

    وإذا كنتم قد ذكرتم ذلك في هذه الأثناء، فلا يلزمكم أي شيء.
action-due-page = الإبلاغ عن التقدم في هذه الصفحة
action-due-automatic = أُرسلت هذه الرسالة تلقائيًا لأن موعد إجراء قد اقترب.

invited-changed-subject = تغيير في اللقاء: { $gathering }
invited-changed =
    تغيّر شيء ينبغي أن تعلموا به بشأن «{ $gathering }» الذي دعتكم الأمانة إليه أو دعت إليه منظمتكم. تجدون أدناه ما هو عليه
    الآن، وما كان عليه من قبل.

    تبقى الدعوة قائمة. وإن لم يُردّ عليها بعد فيمكنكم الرد كما من قبل في الصفحة التي يؤدي إليها الرابط أدناه.
invited-changed-page = إلى صفحة الدعوة
invited-changed-automatic = أُرسلت هذه الرسالة تلقائيًا بسبب دعوة إليكم أو إلى منظمتكم.

invited-rescheduled-subject = موعد جديد: { $gathering }
invited-rescheduled =
    أُجّل «{ $gathering }» الذي دعتكم الأمانة إليه أو دعت إليه منظمتكم إلى موعد آخر. تجدون أدناه الموعد الجديد والموعد السابق
    والسبب.

    تبقى الدعوة قائمة للموعد الجديد. وإن لم يُردّ عليها بعد فيمكنكم الرد كما من قبل في الصفحة التي يؤدي إليها الرابط أدناه.
invited-rescheduled-page = إلى صفحة الدعوة
invited-rescheduled-automatic = أُرسلت هذه الرسالة تلقائيًا بسبب دعوة إليكم أو إلى منظمتكم.

invited-postponed-subject = تأجيل: { $gathering }
invited-postponed =
    لن يُعقد «{ $gathering }» الذي دعتكم الأمانة إليه أو دعت إليه منظمتكم في الموعد المذكور أدناه. لم يُحدَّد موعد جديد بعد،
    وسنكتب إليكم حالما يُحدَّد.

    تبقى الدعوة قائمة. نرجو ألا ترتّبوا سفرًا للموعد المذكور أدناه، وأن تلغوا ما رتّبتم له.
invited-postponed-page = إلى صفحة الدعوة
invited-postponed-automatic = أُرسلت هذه الرسالة تلقائيًا بسبب دعوة إليكم أو إلى منظمتكم.

invited-announced-subject = سيُعقد: { $gathering }
invited-announced =
    سيُعقد «{ $gathering }» الذي كان قد أُجّل. تجدون أدناه الموعد والمكان.

    تبقى دعوة الأمانة إليكم أو إلى منظمتكم قائمة. وإن لم يُردّ عليها بعد فيمكنكم الرد كما من قبل في الصفحة التي يؤدي إليها
    الرابط أدناه.
invited-announced-page = إلى صفحة الدعوة
invited-announced-automatic = أُرسلت هذه الرسالة تلقائيًا بسبب دعوة إليكم أو إلى منظمتكم.

invited-cancelled-subject = إلغاء: { $gathering }
invited-cancelled =
    نأسف لإبلاغكم بأن «{ $gathering }» الذي دعتكم الأمانة إليه أو دعت إليه منظمتكم قد أُلغي ولن يُعقد.

    لم تعد هناك حاجة إلى الرد على الدعوة. وإن كنتم قد رتّبتم سفرًا فنرجو إلغاءه. وإن كانت لديكم أسئلة فنرجو الاتصال بالأمانة.
invited-cancelled-page = إلى صفحة الدعوة
invited-cancelled-automatic = أُرسلت هذه الرسالة تلقائيًا بسبب دعوة إليكم أو إلى منظمتكم.

edition-planned-subject = تحدّد موعدها: { $edition }
edition-planned =
    تقرّر عقد «{ $edition }» في الموعد المذكور أدناه.

    نرجو النظر في ما يترتب على ذلك في عملكم: مكان الانعقاد، والاجتماعات التنسيقية، والرسائل.

    وتجدون ما آلت إليه الدورة من قبل وشروطها في صفحة الدورة.
edition-planned-page = إلى صفحة الدورة
edition-planned-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسؤولون عن السلسلة أو تعملون لدى الجهة المسؤولة عنها.

edition-lapsed-subject = فات موعدها: { $edition }
edition-lapsed =
    انقضى موعد «{ $edition }» ولم تُعقد، ولم يتخذ أحد قرارًا بشأنها. وقد سجّلت الأمانة فوات موعدها.

    ويمكن تقرير موعد جديد لها في أي وقت في صفحة الدورة.
edition-lapsed-page = إلى صفحة الدورة
edition-lapsed-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسؤولون عن السلسلة أو تعملون لدى الجهة المسؤولة عنها.

edition-postponed-subject = تأجيل: { $edition }
edition-postponed =
    تقرّر ألا تُعقد «{ $edition }» في موعدها المقرّر. تجدون أدناه السبب وصاحب القرار.

    لم يُحدَّد موعد جديد بعد، وسنكتب إليكم حالما يُحدَّد.
edition-postponed-page = إلى صفحة الدورة
edition-postponed-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسؤولون عن السلسلة أو تعملون لدى الجهة المسؤولة عنها.

edition-requirement-subject = أُعلن شرط: { $edition }
edition-requirement =
    أُعلن ما ينبغي أن تكون عليه «{ $edition }». تجدون نصه أدناه.

    يبقى هذا الشرط قائمًا حتى يُسحب، ويظهر حيثما أمكن تغيير طريقة عقد أحد لقاءات الدورة. أما من أعلنه ومتى فمذكور في صفحة
    الدورة.
edition-requirement-page = إلى صفحة الدورة
edition-requirement-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسؤولون عن السلسلة أو تعملون لدى الجهة المسؤولة عنها.

minutes-published-subject = نُشر المحضر: { $gathering }
minutes-published =
    نُشر محضر «{ $gathering }» الذي أنتم مسجَّلون فيه. ويمكن للجميع قراءته في عنوانه الدائم عبر الرابط أدناه.

    يذكر المحضر من حضر وما قيل وما تقرّر. وإن كان فيه ما ليس صحيحًا فنرجو إبلاغ الأمانة: ما يُصحَّح يبقى ظاهرًا إلى جانب ما كان من قبل.
minutes-published-page = إلى المحضر
minutes-published-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

minutes-corrected-subject = صُحّح المحضر: { $gathering }
minutes-corrected =
    في محضر «{ $gathering }» المنشور، الذي أنتم مسجَّلون فيه، صُحّح قرار أو سُحب. وتبيّن الصفحة التي يؤدي إليها الرابط أدناه نصّه
    الآن، وما كان من قبل، والسبب.
minutes-corrected-page = إلى المحضر
minutes-corrected-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

minutes-decision-corrected-subject = صُحّح قرار: { $gathering }
minutes-decision-corrected =
    في محضر «{ $gathering }» المنشور، الذي أنتم مسجَّلون فيه، صُحّح قرار. وتبيّن الصفحة التي يؤدي إليها الرابط أدناه نصّه الآن،
    وما كان من قبل، والسبب.
minutes-decision-corrected-page = إلى المحضر
minutes-decision-corrected-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

minutes-decision-withdrawn-subject = سُحب قرار: { $gathering }
minutes-decision-withdrawn =
    في محضر «{ $gathering }» المنشور، الذي أنتم مسجَّلون فيه، سُحب قرار ولم يعد قائمًا. وتبيّن الصفحة التي يؤدي إليها الرابط أدناه
    نصّه، وسبب سحبه.
minutes-decision-withdrawn-page = إلى المحضر
minutes-decision-withdrawn-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

minutes-decision-adopted-subject = اعتُمد قرار بإجراء الصمت: { $gathering }
minutes-decision-adopted =
    في محضر «{ $gathering }» المنشور، الذي أنتم مسجَّلون فيه، اعتُمد بإجراء الصمت قرار سبق عرضه: لم يعترض مندوب حتى الموعد.
    وتجدونه في الصفحة التي يؤدي إليها الرابط أدناه.
minutes-decision-adopted-page = إلى المحضر
minutes-decision-adopted-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

minutes-decision-deferred-subject = أُرجئ قرار بعد اعتراض: { $gathering }
minutes-decision-deferred =
    في محضر «{ $gathering }» المنشور، الذي أنتم مسجَّلون فيه، أُرجئ قرار سبق عرضه: اعترض عليه مندوب. وتجدونه في الصفحة التي
    يؤدي إليها الرابط أدناه.
minutes-decision-deferred-page = إلى المحضر
minutes-decision-deferred-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون.

decision-circulated-subject = لصمتكم أو اعتراضكم: { $gathering }
decision-circulated =
    يُعرض النص الوارد أدناه على المندوبين في «{ $gathering }» بإجراء الصمت: يُعتمد في { $reply_by } ما لم يعترض مندوب قبل ذلك.

    إن كنتم موافقين فلا يلزمكم أي شيء. وإن كنتم معترضين فنرجو أن تذكروا ذلك في الصفحة التي يؤدي إليها الرابط أدناه؛ ولا حاجة إلى
    حساب. وبعد ذلك الموعد لا يمكن لأحد الاعتراض.
decision-circulated-page = الاعتراض في هذه الصفحة
decision-circulated-text = النص المعروض
decision-circulated-reply_by = موعد الاعتماد
decision-circulated-automatic = أُرسلت هذه الرسالة لأنكم مندوبون. هذا الرابط لكم، فنرجو عدم إعطائه لأحد.

effect-asked-subject = للتأكيد أو الرفض: أثر قرار من { $gathering }
effect-asked =
    اعتُمد في «{ $gathering }» قرار يؤجّل شيئًا أو يغيّر طريقة انعقاده أو يدعو إلى اجتماع. وأنت تشغل منصبًا في الهيئة التي قررت.

    لم يحدث شيء بعد. نرجو تأكيده أو رفضه مع ذكر السبب في الصفحة التي يفتحها الرابط أدناه؛ لا حاجة إلى حساب.
effect-asked-page = تأكيد أو رفض
effect-asked-text = القرار
effect-asked-automatic = أُرسلت هذه الرسالة لأنك تشغل منصبًا في الهيئة. هذا الرابط لك؛ نرجو ألا تعطيه لغيرك.

minutes-review-subject = نرجو مراجعة مسودة المحضر: { $gathering }
minutes-review =
    شاركتم في «{ $gathering }». ومسودة محضره جاهزة.

    يمكنكم في الصفحة التي يؤدي إليها الرابط أدناه قراءتها، وأن تذكروا عند كل فقرة ما ليس صحيحًا، حتى { $comments_until }. ولا حاجة إلى
    حساب.

    وإن كان كل شيء صحيحًا، فلا يلزمكم أي شيء.
minutes-review-page = قراءة المسودة والتعليق عليها
minutes-review-automatic = أُرسلت هذه الرسالة لأنكم شاركتم في اللقاء. هذا الرابط لكم، فنرجو عدم إعطائه لأحد.

minutes-approval-subject = نرجو اعتماد المحضر: { $gathering }
minutes-approval =
    أنتم ممن سُمّوا لاعتماد محضر «{ $gathering }». والمسودة جاهزة.

    يمكنكم في الصفحة التي يؤدي إليها الرابط أدناه قراءتها، والتعليق على كل فقرة حتى { $comments_until }، واعتمادها. ولا حاجة إلى حساب.

    ومتى اعتمدها كل من سُمّي أمكن نشرها.
minutes-approval-page = قراءة المحضر واعتماده
minutes-approval-automatic = أُرسلت هذه الرسالة لأنكم سُمّيتم لاعتماد المحضر. هذا الرابط لكم، فنرجو عدم إعطائه لأحد.

minutes-changed-subject = تغيّر المحضر، فنرجو اعتماده من جديد: { $gathering }
minutes-changed =
    بعد أن اعتمدتم محضر «{ $gathering }» تغيّر شيء فيه، فلم يعد اعتمادكم معتدًا به.

    تجدونه كما هو الآن في الصفحة التي يؤدي إليها الرابط أدناه. وإن كان صحيحًا فنرجو اعتماده من جديد.
minutes-changed-page = قراءة المحضر واعتماده
minutes-changed-automatic = أُرسلت هذه الرسالة لأنكم سُمّيتم لاعتماد المحضر. هذا الرابط لكم، فنرجو عدم إعطائه لأحد.

report-published-subject = تقرير إلى الصحافة: { $gathering }
report-published =
    نُشر تقرير عن «{ $gathering }». وهو يذكر ما تقرَّر ويقتبس من أحد البيانات، بعدة لغات، ويبقى في عنوانه الدائم عبر الرابط أدناه.

    ويُجمع هناك أيضًا ما يُنشر في وسائل الإعلام. فإن نشرتم شيئًا فنرجو إرسال رابطه إلى الأمانة.
report-published-page = إلى التقرير
report-published-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون في اللقاء عن الصحافة.

report-corrected-subject = صُوِّب التقرير: { $gathering }
report-corrected =
    كان في تقرير «{ $gathering }» ما ليس صحيحًا، وقد صُوِّب. وتبيّن الصفحة التي يؤدي إليها الرابط أدناه ما تغيّر كلمةً كلمةً،
    وسببه.

    وإن كنتم قد نشرتم ما لم يكن صحيحًا فنرجو تصويبه.
report-corrected-page = إلى ما صُوِّب
report-corrected-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسجَّلون في اللقاء عن الصحافة.

leave = إلغاء الاشتراك

subscription-confirmation-subject = نرجو التأكيد: التقارير بالبريد الإلكتروني
subscription-confirmation =
    كُتب هذا العنوان في الاستمارة التي يُبلَّغ بها الناس بالتقارير بالبريد الإلكتروني. لم يشترك أحد بعد: لا يحدث ذلك إلا إذا أكّدتموه.

    إن كنتم أنتم من كتبه فنرجو فتح الرابط أدناه والتأكيد في الصفحة التي يؤدي إليها. الرابط صالح ليوم واحد.

    وإن لم تكونوا أنتم فلا حاجة إلى فعل شيء. يُحذف ما كُتب بعد يوم واحد.
subscription-confirmation-greeting = { "" }
subscription-confirmation-page = التأكيد في هذه الصفحة
subscription-confirmation-automatic = أُرسلت هذه الرسالة آليًا لأن هذا العنوان كُتب في استمارة.

report-news-subject = نُشر تقرير: { $gathering }
report-news =
    نُشر تقرير عن «{ $gathering }». يذكر ما تقرَّر ويقتبس من بيان أحد المشاركين، بعدة لغات، ويبقى على عنوانه الدائم خلف الرابط أدناه. ويمكن
    تنزيله هناك بصيغة PDF أو DOCX أو HTML أو Markdown.
report-news-greeting = { "" }
report-news-page = إلى التقرير
report-news-automatic = أُرسلت هذه الرسالة لأنكم مشتركون في التقارير بالبريد الإلكتروني.

report-news-corrected-subject = صُوِّب تقرير: { $gathering }
report-news-corrected =
    كان في التقرير عن «{ $gathering }» شيء غير صحيح وقد صُوِّب. وتبيّن الصفحة التي يؤدي إليها الرابط أدناه ما تغيّر كلمةً كلمةً، وسببه.

    وإن كنتم قد نشرتم ما لم يكن صحيحًا فنرجو تصويبه.
report-news-corrected-greeting = { "" }
report-news-corrected-page = إلى ما صُوِّب
report-news-corrected-automatic = أُرسلت هذه الرسالة لأنكم مشتركون في التقارير بالبريد الإلكتروني.

document-overdue-subject = لم تُسلَّم بعد: { $quoted_as }
document-overdue =
    كان ينبغي تسليم الوثيقة المذكورة أدناه حتى { $hand_in_by } من أجل «{ $gathering }»، ولم تصل بعد بهذه اللغات:
    { $awaited }.

    يرجى إرسالها إلى الأمانة أو إبلاغها بمكانها. وإن فعلتم ذلك في الأثناء فلا يلزمكم شيء. تُرسل هذه الرسالة مرة واحدة.
document-overdue-page = ما لم يصل بعد
document-overdue-title = الوثيقة
document-overdue-automatic = أُرسلت هذه الرسالة تلقائيًا لأنكم مسؤولون عن هذه الوثيقة أو تعملون في الأمانة.
