# Where an invitation is answered, and where delegates are named. $name: who; $by: a day and an hour; $count, $number, $before, $rows: numbers.

invitation = دعوتكم
invitations = الدعوات
begins = البداية
ends = النهاية
venue = مكان الانعقاد
invited = المدعو
organization = المنظمة
category = بصفة
category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل
reply_by = آخر موعد للرد
name = الاسم
email = البريد الإلكتروني
position = المنصب
language_of_mails = لغة الرسائل

is_pending = تدعوكم الأمانة، وهذه دعوة باسمكم.
is_accepted = قبلتم الدعوة.
is_tentative = قلتم إن الأمر لم يتأكد بعد.
is_declined = اعتذرتم عن الحضور.
is_substituted = سيحضر شخص آخر نيابة عنكم.
is_expired = انتهى موعد الرد.
is_withdrawn = سحبت الأمانة الدعوة.
delegation_pending = وجّهت الأمانة إلى منظمتكم دعوة لإرسال مندوبين.
delegation_accepted = ترسل منظمتكم مندوبين.
delegation_declined = اعتذرت منظمتكم.
answer_by = نرجو الرد في موعد أقصاه { $by }.
accepted_text = يؤكَّد مقعدكم برسالة مستقلة.
comes_instead = يُبلَّغ { $name } برسالة.
late_text = إذا أردتم القبول الآن فنرجو الكتابة إلى الأمانة.
gathering_cancelled = أُلغي هذا اللقاء.

reply_accepted = أقبل
reply_tentative = لم يتأكد بعد
reply_declined = أعتذر
send_another = سيحضر شخص آخر نيابة عني
send_another_text = يُسجَّل ويُبلَّغ برسالة.
send_another_do = تسميته
source_letter = ورد بخطاب
source_telephone = ورد بالهاتف

refused_too-late = انتهى موعد الرد. نرجو الكتابة إلى الأمانة.
refused_withdrawn = سُحبت الدعوة.
refused_over = انتهى اللقاء أو أُلغي.
refused_quota = هذا أكثر مما يمكن لمنظمتكم إرساله. لتسمية شخص بدلًا من آخر اختاروا بدلًا ممّن.
refused_too-many = سُمّي هنا كثيرون من قبل. نرجو الكتابة إلى الأمانة.
refused_moved = سمّى شخص آخر مندوبين في هذه الأثناء. المسمَّون الآن في القائمة، وما كتبتموه ما زال أدناه. نرجو الاطلاع على كليهما ثم الإرسال مجددًا.
refused_past = نرجو اختيار موعد لم يحن بعد.
refused_other = لا يمكن القيام بهذا الآن. نرجو الكتابة إلى الأمانة.
error_email = اكتبوا عنوان بريد إلكتروني، مثل name@example.org.
error_same = هذا عنوانكم أنتم. اكتبوا عنوان من يحضر نيابة عنكم.

delegation = الوفد
delegates_named = المندوبون المسمَّون
became = الحالة
became_place = له مقعد
became_waits = في الانتظار
became_undecided = بانتظار القرار
became_unconfirmed = العنوان غير مؤكَّد
became_soon = قيد التسجيل
became_away = لن يحضر
soon_follows = تسجيلهم يستغرق لحظة. نرجو النظر مرة أخرى بعد قليل.
away_follows = من لن يحضر يبقى محسوبًا بين المسمَّين إلى أن تسمّوا شخصًا آخر بدلًا منه.
waits_before = { $before ->
    [zero] التالي في القائمة
    [one] قبله شخص واحد
    [two] قبله شخصان
    [few] قبله { $before } أشخاص
    [many] قبله { $before } شخصًا
   *[other] قبله { $before } شخص
}
remove = حذف
paste = من جدول
table = مندوب في كل سطر
table_hint = الاسم والبريد والمنصب، كما نُسخت من جدول حسابي أو مفصولة بفواصل. ويمكن كتابة اللغة أيضًا (en، fa، ar).
name_them = تسميتهم
one_by_one = واحدًا واحدًا
in_place_of = بدلًا من
beside_others = لا أحد، بل إلى جانب الآخرين
name_one = تسمية
decline_delegation = عندئذ لا ترسل منظمتكم أحدًا، وتُمنح مقاعد المسمَّين لغيرهم.
named_new = { $count ->
    [one] سُمّي شخص جديد
    [two] سُمّي شخصان جديدان
    [few] سُمّي { $count } أشخاص جدد
    [many] سُمّي { $count } شخصًا جديدًا
   *[other] سُمّي { $count } شخص جديد
}
named_before = { $count ->
    [one] كان واحد مسمًّى من قبل
    [two] كان اثنان مسمَّيين من قبل
    [few] كان { $count } أشخاص مسمَّين من قبل
    [many] كان { $count } شخصًا مسمَّين من قبل
   *[other] كان { $count } شخص مسمَّين من قبل
}
named_nothing = كل من أرسلتم أسماءهم كانوا مسمَّين من قبل. لم يتغير شيء.
named_gone = { $count ->
    [one] لم يعد أحدهم ضمن المسمَّين.
    [two] لم يعد اثنان منهم ضمن المسمَّين.
   *[other] لم يعد { $count } منهم ضمن المسمَّين.
}
and_others = { $count ->
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } أشخاص آخرون
    [many] و{ $count } شخصًا آخر
   *[other] و{ $count } شخص آخر
}
rows_left = { $count ->
    [one] سطر واحد لم يُسمَّ بعد. نرجو تصحيحه في الجدول.
    [two] سطران لم يُسمَّيا بعد. نرجو تصحيحهما في الجدول.
    [few] { $count } أسطر لم تُسمَّ بعد. نرجو تصحيحها في الجدول.
    [many] { $count } سطرًا لم تُسمَّ بعد. نرجو تصحيحها في الجدول.
   *[other] { $count } سطر لم تُسمَّ بعد. نرجو تصحيحها في الجدول.
}
rows_wrong = لم تُسمَّ هذه الأسطر بعد. ما زالت في الحقل، فنرجو تصحيحها هناك.
row = السطر { $number }
row_email = لا يوجد عنوان بريد يمكننا الكتابة إليه
row_name = الاسم غير موجود أو طويل جدًا
row_twice = هذا العنوان مكرر
row_quota = هذا أكثر مما يمكن لمنظمتكم إرساله

changes_until = يمكنكم حتى { $by } تسمية المندوبين أو تسمية غيرهم بدلًا منهم.
about_gathering = عن اللقاء
edition = الدورة
theme = الشعار
mode = شكل المشاركة
mode_in_person = حضوري
mode_online = عبر الإنترنت
mode_hybrid = حضوري وعبر الإنترنت
address = العنوان
to_calendar = أضف إلى تقويمي
public_page = صفحة اللقاء
received = وصلت الأسماء. يُسجَّل كل من سُمّي ويتلقى رسالة خاصة به، ويصلكم إيصال بالبريد.
from_file = من ملف
file = الملف
file_hint = ملف XLSX (ورقته الأولى) أو CSV: الاسم والبريد والمنصب، مندوب في كل سطر.
error_file = تتعذر قراءة هذا الملف. نرجو حفظه بصيغة XLSX أو «CSV UTF-8» واختياره من جديد.
error_table = هذا الجدول أطول مما يُقرأ دفعة واحدة، فلم يُسمَّ أحد منه. نرجو إرسال { $rows } سطر على الأكثر في كل مرة، بالاسم والبريد الإلكتروني والمنصب فقط.

# The secretariat's pages. $named, $quota: so many of so many.
invite = دعوة
invitations_sent = الدعوات في الطريق.
who_answered = من أجاب بماذا
answer = الرد
answers = الردود
show = عرض
state_pending = بلا رد
state_accepted = قبول
state_tentative = غير مؤكد
state_declined = اعتذار
state_substituted = يحضر غيره
state_expired = انتهى الموعد
state_withdrawn = مسحوبة
came_link = بالرابط
came_signed_in = بعد تسجيل الدخول
came_letter = بخطاب
came_telephone = بالهاتف
came_calendar = من التقويم
delegates_of = { $named } من { $quota } مندوب
nobody_so = لم يُجب أي مدعو هكذا.
nobody_invited = لا مدعو بعد.
not_open = توجَّه الدعوات بعد إعلان اللقاء وحتى انتهائه، ولكل مدعو دعوة.
not_invited-otherwise = أحدهم مدعو بصفة أخرى. نرجو سحب تلك الدعوة أولًا، وقد دُعي من قبله.
not_not-announced = توجَّه الدعوات، ولكل مدعو دعوة، بعد إعلان اللقاء.
not_over = انتهى اللقاء أو أُلغي.
not_other = لا يمكن القيام بهذا الآن.
somebody_else = اختيار غيره
search_person = البحث عن أشخاص بالاسم أو العنوان
an_organization = منظمة مع مندوبيها
body = الهيئة
holders_of = شاغلو مناصب هيئة
nobody_holds = لا أحد يشغل اليوم منصبًا في هذه الهيئة.
choose_it = اختيار
whom = من
focal_points = من يُكتب إليه في المنظمة
no_people_there = لا أحد مسجَّل من هذه المنظمة. نرجو إدخال أحد أفرادها أولًا.
search_first = ابحثوا أعلاه عمّن تريدون دعوته. ويمكن اختيار عدة أشخاص معًا.
nobody_on_record = لا أحد بهذا الاسم.
quota = الحد الأقصى للمندوبين
send_invitations = إرسال الدعوات
choose_somebody = اختاروا واحدًا على الأقل.
wrong_quota = نرجو كتابة عدد من ١ إلى ٢٠٠.
card_unanswered = دعوات بلا رد
card_go = إلى الدعوات
card_none = أُجيب عن كل دعوة.
answer_by_short = حتى { $by }
extend = موعد آخر للرد
extend_follows = ما انتهى موعده يُرسل مجددًا، ومن لم يُجب يُذكَّر قبل الموعد بثلاثة أيام.
withdraw = سحب
withdraw_follows = تُسحب كل دعوة مع المقاعد المحجوزة بها، ويُبلَّغ المعنيون برسالة.
letter = خطاب الدعوة
letters = خطابات الدعوة
