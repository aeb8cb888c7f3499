# The mails as the secretariat reads them. $n: how many people.

mails = الرسائل الإلكترونية
mail_states = الرسائل بحسب الحالة
all_states = عرض كل الحالات
all_mails = عرض كل الرسائل
no_mails = لا توجد رسائل هنا.
no_mails_yet = ما إن يُبلَّغ أحد بشيء حتى يظهر هنا.
older_mails = الرسائل الأقدم
nobody = المستلم غير معروف
subject = الموضوع
to = إلى
state = الحالة
when = الوقت
due = المحاولة التالية
attempts = المحاولات

# Of one gathering.
told_everybody = ما أُبلغ به جميع المعنيّين
to_registered = إلى المسجَّلين
to_invited = إلى المدعوّين
being_told = عدد من أُبلغوا حتى الآن
told_so_many = { $n ->
    [zero] لم يُبلَّغ أحد
    [one] أُبلغ شخص واحد
    [two] أُبلغ شخصان
    [few] أُبلغ { $n } أشخاص
    [many] أُبلغ { $n } شخصًا
   *[other] أُبلغ { $n } شخص
}

# One mail.
what_to_do = ما يمكن فعله
correct_address = تصحيح العنوان
can_retry = إن كان العنوان خاطئًا فصحّحوه أولًا، ثم أعيدوا إرسال الرسالة.
can_again = أُرسلت هذه الرسالة. إن لم يجدها المستلم فأعيدوا إرسالها؛ وإن كان العنوان خاطئًا فصحّحوه أولًا.
can_call-off = لم تخرج بعد. يمكنكم إيقافها، وعندئذ لا يُبلَّغ أحد.
do_retry = إعادة الإرسال
do_again = إعادة الإرسال
do_call-off = إيقاف الإرسال
follows_retry = تُرسل إلى العنوان المسجَّل الآن.
follows_again = تُرسل رسالة أخرى إلى العنوان المسجَّل الآن. ومن لديه الأولى يرى الاثنتين.
follows_call-off = لا يُبلَّغ المستلم بما تقوله هذه الرسالة. ويمكنكم إرسالها لاحقًا.
is_repeat = أعاد أحدهم إرسال هذه الرسالة يدويًا.
see_first = عرض الرسالة الأولى
sent_again = أُعيد إرسالها
asked_by = بطلب من
by_secretariat = الأمانة
being_called_off = يجري إيقافها. فإن كانت قيد التسليم الآن فستصل رغم ذلك.
called_off_late = كان يُراد إيقافها، وكانت قيد التسليم حينئذ.
all_to_them = كل الرسائل إلى هذا الشخص
of_gathering = اللقاء
asked_for = وقت الطلب
left_at = وقت التسليم
as_written = النص كما كُتب
link_hidden = [رابط شخصي لا يُعرض هنا]
taken_over = تسلّمها خادم البريد
refused_superseded = ما تقوله هذه الرسالة لم يعد صحيحًا فلم تُرسل. انظروا ما أُبلغ بعدها.
refused_not-failed = لم تفشل هذه الرسالة، ولم يُعَد إرسال شيء.
refused_moved = تغيّرت حالة هذه الرسالة في هذه الأثناء. انظروا إليها كما هي الآن.
refused_not-sent = لم تُرسل بعد، فلا يمكن إعادة إرسالها.
refused_on-its-way = يُعاد إرسالها الآن. انتظروا حتى ينتهي ذلك.
refused_often-enough = أُعيد إرسالها بما يكفي. تحققوا من العنوان، وتواصلوا مع المستلم بطريقة أخرى.
refused_may-have-arrived = هي قيد التسليم، وربما وصلت. لا يمكن إيقافها.
refused_otherwise = لم يكن ذلك ممكنًا.

# The card of Today.
card_failed = رسائل فشلت
card_none = لم تفشل أي رسالة.
nothing_leaves = { $n ->
    [zero] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. منذ
    [one] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. رسالة واحدة تنتظر منذ
    [two] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. رسالتان تنتظران منذ
    [few] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. { $n } رسائل تنتظر منذ
    [many] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. { $n } رسالة تنتظر منذ
   *[other] لا تخرج أي رسالة لأن خادم البريد لا يتسلّم شيئًا. { $n } رسالة تنتظر منذ
}
look_at_waiting = عرض ما ينتظر
card_go_permanent_failure = الرسائل المرفوضة
card_go_technical_failure = الرسائل التي فشلت لأسباب تقنية

# The states of a mail, why one was not sent, and what went wrong.
state_scheduled = مجدولة
state_queued = في الانتظار
state_sending = قيد الإرسال
state_sent = أُرسلت
state_temporary_failure = متأخرة، تُعاد المحاولة
state_permanent_failure = مرفوضة
state_technical_failure = فشلت لأسباب تقنية
state_suppressed = لم تُرسل عمدًا
reason_past = انتهى اللقاء
reason_erased = حُذفت بيانات المستلم
reason_superseded = لم تعد صحيحة
reason_called_off = أوقفتها الأمانة
trouble_refused_for_now = لم تُقبل مؤقتًا
trouble_refused = مرفوضة
trouble_technical = خلل تقني لدينا
trouble_unknown = المستلم أو اللقاء غير معروف بعد
trouble_lost = لم يصل رد؛ ربما وصلت
