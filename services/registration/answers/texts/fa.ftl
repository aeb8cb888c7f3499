# What is answered to it.

your_answers = اطلاعات شما برای گردهمایی
answers_hint = این‌ها را تنها دبیرخانه می‌خواند و با دیگر اطلاعات شما پاک می‌شود.
secretariat_says = از سوی دبیرخانه
nothing_asked = برای این عنوان چیزی پرسیده نمی‌شود.
edit_over = این‌ها را دیگر نمی‌توان اینجا تغییر داد. اگر نادرست است، لطفاً به دبیرخانه بنویسید.
not_answered = بی‌پاسخ
answer_yes = بله
answer_no = خیر
until_then = تا این زمان می‌توانید تغییر دهید:
save_answers = ذخیره
leave_answers = همین‌گونه بماند
answers_kept = ذخیره شد.
moved_meanwhile = این در این میان تغییر کرد. اکنون چنین است؛ لطفاً تغییرهای خود را دوباره وارد کنید.
not_now = این را دیگر نمی‌توان تغییر داد.
said_by_shown = شخص این را می‌خواند.
said_by_secretariat = تنها دبیرخانه این را می‌خواند.
your_registration = ثبت‌نام شما
registrations = ثبت‌نام‌ها
comma = { "، " }
wrong_day = لطفاً یک روز وارد کنید.
wrong_unknown = این پرسیده نمی‌شود.
