# The form of a gathering, and the page of one registration.

register = التسجيل
register_me = إرسال
required = * يجب ملؤه
name = الاسم الكامل
name_hint = كما ينبغي أن يظهر على بطاقتك.
email = البريد الإلكتروني
email_hint = تؤكّده برابط نرسله إليه في رسالة.
write_in = اكتبوا إليّ باللغة
category = أشارك بصفة
# $category: as what somebody takes part.
category_delegate = مندوب
category_observer = مراقب
category_expert = خبير
category_press = صحافة
category_guest = ضيف
category_staff = فريق العمل
organization = المنظمة
no_organization = لا شيء، أشارك بصفتي الشخصية
privacy = تحتفظ الأمانة بهذه البيانات للإعداد لهذا اللقاء وللكتابة إليك. وتُحذف بعد يوم واحد ما لم تؤكدها.

# What is told of the gathering.
begins = البداية
ends = النهاية
venue = مكان الانعقاد
coordination = اجتماع تنسيقي
prepares = يحضّر لـ
prepared_by = يُحضَّر له في
theme = الشعار
programme = البرنامج
many_places = يُعقد في
no_seats = لا حاجة إلى تسجيل. أهلًا بكم في كل مكان من أماكن الانعقاد هذه.
not_yet = لم يُفتح التسجيل بعد.
no_longer = أُغلق باب التسجيل.
open_until = التسجيل مفتوح حتى { $at }.
opens_on = يُفتح التسجيل في { $at }.
was_open_until = كان التسجيل مفتوحًا حتى { $at }.
error_name = اكتب اسمك، ٢٠٠ حرف على الأكثر.
error_email = اكتب عنوان بريد إلكتروني مثل name@example.org.
error_category = اختر الصفة التي تشارك بها.
error_organization = اختر منظمة من القائمة أو لا شيء.

# After the form was sent.
received = بقيت خطوة واحدة
received_text = إذا كان هذا العنوان جديدًا لدينا، فثمة رسالة فيها رابط في طريقها إليه. افتح الرابط خلال يوم واحد وأكّد في الصفحة التي يؤدي إليها. قبل ذلك لم يُسجَّل شيء ولم يُحجز مقعد.

# How a registration stands.
your_registration = تسجيلك
state_confirmed = لك مقعد.
state_withdrawn = أبلغتنا أنك لن تحضر.
state_cancelled = ألغت الأمانة تسجيلك.
# $seat: the number of the place; $before: how many wait before the reader.
your_seat = رقم مقعدك: { $seat }
cannot_come = لا أستطيع الحضور
withdraw_text = عندها ينتقل مقعدك إلى المنتظر التالي.
withdraw = أتنازل عن مقعدي
decided = بقرار من الأمانة
by_invitation = بدعوة فقط: { $categories }
comma = { "، " }
only_invited = التسجيل للمدعوين فقط. إن كانت لديك دعوة، فاكتب إلى الأمانة.
error_invited = هذه الصفة بدعوة فقط. اختر صفة أخرى أو اكتب إلى الأمانة.
received_before = إن لم تصل رسالة، فقد سُجّل هذا العنوان أو كُتب في استمارة من قبل: استخدم الرابط الموجود في الرسالة التي لديك. تبيّن صفحته الوضع الحالي وكيفية تصحيح بياناتك.
confirm_title = تأكيد التسجيل
state_address_unconfirmed = لم يُسجَّل شيء بعد.
state_to_be_approved = تسجيلك قيد النظر.
to_be_approved_text = تقرر الأمانة وتكتب إليك. لا يُحجز لك مقعد قبل ذلك.
state_on_hold = لا تستطيع الأمانة البت في تسجيلك بعد.
held_incomplete = بعض بياناتك ناقص. اكتب إلى الأمانة.
held_being_checked = ما زالت بياناتك قيد التحقق.
held_places_limited = المقاعد محدودة، والقرار رهن بعدد الطلبات.
held_other = اسأل الأمانة عن السبب.
held_text = ستكتب إليك متى قررت. لا يُحجز لك مقعد قبل ذلك.
state_rejected = لم تتمكن الأمانة من قبول تسجيلك.
rejected_not_eligible = لم تُستوفَ شروط المشاركة بهذه الصفة.
rejected_incomplete = البيانات المتوفرة لدينا غير مكتملة. اكتب إلى الأمانة.
rejected_no_places = لم تعد هناك مقاعد متاحة.
rejected_duplicate = أنت مسجَّل من قبل ببيانات أخرى.
rejected_other = اسأل الأمانة عن السبب.
state_expired = لم يُؤكَّد هذا الطلب وقد حُذف. لم يُسجَّل شيء.
register_again = إلى استمارة التسجيل
confirm = نعم، سجّلوني
confirm_name_hint = هذا ما كُتب في الاستمارة. صحّحه عند الحاجة: هكذا سيظهر على بطاقتك.
confirm_decided = ثم تقرر الأمانة وتكتب إليك.
not_me = لم أكتب أنا هذا
not_me_text = يُحذف ما كُتب فورًا. وإن لم تفعل شيئًا يُحذف بعد يوم واحد.
delete_entry = احذفوه
also_waits = كُتب هذا العنوان أيضًا من أجل:
withdraw_pending_text = عندها لا تحتاج الأمانة إلى اتخاذ قرار.
withdraw_pending = أسحب تسجيلي
unconfirmed_text = يُرجى التحقق من صحة ذلك وتأكيده، وإلا فسيُحذف بعد يوم من كتابته.

waits_behind = { $before ->
    [zero] أنت في قائمة الانتظار، ولا أحد ينتظر قبلك.
    [one] أنت في قائمة الانتظار، وينتظر قبلك شخص واحد.
    [two] أنت في قائمة الانتظار، وينتظر قبلك شخصان.
    [few] أنت في قائمة الانتظار، وينتظر قبلك { $before } أشخاص.
    [many] أنت في قائمة الانتظار، وينتظر قبلك { $before } شخصًا.
   *[other] أنت في قائمة الانتظار، وينتظر قبلك { $before } شخص.
}
gathering_postponed = أُجِّل هذا اللقاء، وسنبلغك بالموعد الجديد.
gathering_cancelled = أُلغي هذا اللقاء.
own_time = بتوقيتك
participants = قائمة المشاركين
may_list_me = يجوز أن يرد اسمي ومنصبي واسم المنظمة التي آتي منها في قائمة المشاركين التي يستطيع كل مشارك قراءتها. (يمكنكم تغيير ذلك لاحقًا في هذه الصفحة.)
listed = يرد فيها اسمكم ومنصبكم واسم المنظمة التي تأتون منها. ويستطيع كل مشارك قراءتها.
not_listed = لا تردون فيها. إن وافقتم ورد فيها اسمكم ومنصبكم واسم المنظمة التي تأتون منها، واستطاع كل مشارك قراءتها.
list_me = أوافق على الورود فيها
unlist_me = احذفوني من القائمة
to_participants = إلى قائمة المشاركين
own_in_calendar = في تقويمي
to_calendar = أضف إلى تقويمي
correct_details = صحّح بياناتي
answer_questions = البيانات من أجل اللقاء
answers_kept = حُفظت بياناتك من أجل اللقاء.
details_corrected = صُحّحت بياناتك.
come_again = أستطيع الحضور بعد كل شيء
again_text = تحصل على مقعد إن كان شاغرًا، وإلا فتنضم إلى آخر قائمة الانتظار.
again_decided = تقرر الأمانة من جديد وتكتب إليك.
again_invited = هذه الصفة بدعوة فقط. إن أردت الحضور بعد كل شيء، فاكتب إلى الأمانة.
documents = الوثائق
documents_text = ما يُعرض على اللقاء، لمن يشاركون فيه.
to_documents = إلى الوثائق
minutes = المحضر
minutes_text = تجد المحضر خلف هذا الرابط متى نُشر.
to_minutes = إلى المحضر

# Somebody's own details.
own_details = بياناتك
own_name = الاسم
own_name_also = الاسم بالخط الآخر
name_also_hint = كما تريده على بطاقتك بذلك الخط، إن شئت.
own_title = اللقب
title_hint = كما تُخاطَب، مثل الدكتور. اتركه فارغًا إن شئت.
own_badge = الاسم على البطاقة
badge_hint = إن لم يكن اسمك الكامل.
own_position = الوظيفة
own_language = لغة الرسائل والصفحات
own_calendar = التقويم
calendar_gregorian = ميلادي
calendar_solar_hijri = هجري شمسي
calendar_islamic = هجري قمري
own_digits = الأرقام
digits_latin = 0 1 2 3
digits_persian = ۰ ۱ ۲ ۳
digits_arabic = ٠ ١ ٢ ٣
own_time_zone = المنطقة الزمنية
time_zone_hint = المدينة التي تعيش بتوقيتها. تُذكر الأوقات بتوقيت مكان الانعقاد أولًا، ثم بتوقيتك.
# $email: an address.
address_stays = نكتب إلى { $email }. لتغيير هذا العنوان أو المنظمة التي تمثلها، اكتب إلى الأمانة.
save_details = حفظ
leave_details = اتركه كما هو

own_registrations = تسجيلاتك
own_none = لم تسجّل في أي لقاء بعد.
is_confirmed = له مقعد
is_waitlisted = في قائمة الانتظار
is_pending = لم يكتمل بعد
is_address_unconfirmed = العنوان غير مؤكد بعد
is_to_be_approved = في انتظار الموافقة
is_on_hold = معلَّق
is_rejected = لم يُقبل
is_withdrawn = انسحب
is_cancelled = أُلغي
kind = النوع
kind_conference = مؤتمر
kind_meeting = اجتماع
kind_public_event = فعالية عامة
mode = شكل المشاركة
mode_in_person = حضوري
mode_online = عبر الإنترنت
mode_hybrid = حضوري وعبر الإنترنت
asked_later = ما ستُسأل عنه
asked_later_text = في صفحتك الخاصة، بعد أن تؤكد عنوانك. ولا يقرأ إجاباتك سوى الأمانة.
