# What is answered to it.

your_answers = بياناتك من أجل اللقاء
answers_hint = لا يقرأ هذا إلا الأمانة، ويُحذف مع سائر بياناتك.
secretariat_says = من الأمانة
nothing_asked = لا يُسأل عن شيء لهذه الصفة.
edit_over = لم يعد يمكن تغيير هذا هنا. إن كان فيه خطأ، فاكتب إلى الأمانة.
not_answered = بلا جواب
answer_yes = نعم
answer_no = لا
until_then = يمكنك تغيير هذا حتى:
save_answers = حفظ
leave_answers = اتركه كما هو
answers_kept = حُفظ.
moved_meanwhile = تغيّر هذا في الأثناء. هذا ما هو عليه الآن؛ يرجى إدخال تغييراتك من جديد.
not_now = لم يعد يمكن تغيير هذا.
decides_hint = قررت الأمانة بناءً على هذا. إن غيّرته، يصبح مقعدك شاغرًا حتى تقرر من جديد.
was_before = من قبل:
anew_title = تقرر الأمانة من جديد
wrong_anew = غيّرت ما قررت الأمانة بناءً عليه. يرجى تأكيد أنك تعرف ما يترتب على ذلك.
anew_known = أعرف أن مقعدي يصبح شاغرًا حتى تقرر الأمانة من جديد.
said_by_shown = يقرأ الشخص هذا.
said_by_secretariat = لا يقرأ هذا إلا الأمانة.
your_registration = تسجيلك
registrations = التسجيلات
comma = { "، " }
wrong_day = يرجى إدخال يوم.
wrong_unknown = لا يُسأل عن هذا.
