# برنامج اللقاء: جلساته.

programme_of = البرنامج
new_session = جلسة جديدة
change_session = تعديل الجلسة
withdraw_session = سحب من البرنامج
withdraw_follows = لن تبقى في البرنامج العام. لا رجوع عن ذلك.
no_sessions = لا جلسات في البرنامج بعد.
withdrawn_sessions = جلسات مسحوبة
outside = خارج وقت اللقاء
add_session = إضافة إلى البرنامج
save_session = حفظ
leave = إبقاؤها كما هي
the_venue = مكان الانعقاد
nothing = لا شيء
field_title = الجلسة
field_starts_at = تبدأ
field_ends_at = تنتهي
field_room = القاعة
field_reason = السبب
moved_on = عدّل شخص آخر هذه الجلسة في هذه الأثناء. يُرجى الاطلاع على حالها الآن.
not_now = لا يمكن تعديل البرنامج واللقاء على حاله الآن.
wrong_no_language = يُرجى كتابة هذا بلغة واحدة على الأقل.
wrong_outside = يُرجى اختيار وقت يكون اللقاء قد بدأ فيه.
wrong_end = يجب أن تنتهي بعد بدايتها وقبل نهاية اللقاء.
