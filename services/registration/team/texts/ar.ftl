# The team: who has which role.

team_text = من يستطيع ماذا. والدور الذي تسحبونه يزول في كل مكان خلال خمس ثوانٍ.
invite = دعوة شخص
was_invited = أُسند الدور، ورسالة فيها رابط لتسجيل الدخول في طريقها.
last_secretary = لا بد أن يبقى أحد في الأمانة. ادعوا شخصًا آخر أولًا.
office_secretariat = الأمانة
office_observer = مراقب
office_chair = رئيس
office_focal-point = جهة اتصال
office_checkin = الاستقبال
installation = من يشغّل النظام
erased = لم يعد مسجَّلًا
since = منذ
revoke = سحب الدور
# $name is the person's.
revoke_follows = لن يكون لـ { $name } هذا الدور بعد الآن على أي جهاز.
nobody = لا أحد له دور بعد
nobody_text = ادعوا الأول أدناه.
name = الاسم
email = البريد الإلكتروني
email_hint = يُرسل رابط تسجيل الدخول إلى هذا العنوان. ومن كان مسجَّلًا يبقى له الاسم واللغة كما هما.
write_in = لغة الرسائل
role = الدور
choose = اختاروا دورًا
for_what = لأجل
for_what_hint = الرئيس لأجل الهيئة، وجهة الاتصال لأجل منظمة، والاستقبال لأجل لقاء، وسائر الأدوار للجميع.
for_nothing = الجميع
what_body = الهيئة
what_organization = منظمة
what_gathering = لقاء
send_invitation = دعوة
wrong_email = اكتبوا عنوان بريد إلكتروني واحدًا، مثل name@example.org.
wrong_thing = اختاروا لأجل ماذا هذا الدور: الهيئة أو منظمة أو لقاء بحسب الدور، ولسائر الأدوار «الجميع».
