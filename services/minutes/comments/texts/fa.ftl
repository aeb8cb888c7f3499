# The review of a draft: of who is asked, and of who keeps the minutes.

review = بازبینی پیش‌نویس
untitled = گردهمایی بی‌عنوان
no_account = با پیوند رایانامه آمده‌اید؛ به حساب کاربری نیازی نیست.
review_lead = شما حاضر بودید: خواهشمند است پیش‌نویس صورت‌جلسه را بخوانید و در کنار هر بند بگویید چه چیزی درست نیست. دبیرخانه به هر نظر پاسخ می‌دهد.
open_until = نظرها پذیرفته می‌شوند تا
closed_now = زمان نظر دادن به پایان رسیده است. آنچه نوشتید و نتیجهٔ آن در زیر آمده است.
is_published = این صورت‌جلسه منتشر شده است.
to_published = خواندن آنچه منتشر شده است
approve_title = تأیید شما
approve_lead = شما برای تأیید این صورت‌جلسه نام برده شده‌اید. پس از تأیید همهٔ نام‌بردگان، صورت‌جلسه تأییدشده است. اگر متن پس از آن تغییر کند، دوباره از شما پرسیده می‌شود.
approve = این صورت‌جلسه را تأیید می‌کنم
approved_by_you = شما این صورت‌جلسه را به همین صورت تأیید کرده‌اید. سپاسگزاریم.
not_now = اکنون چیزی برای تأیید نیست.
whole = پیش‌نویس در کل
decision = تصمیم { $number }
about_statement = اظهارات
about_contribution = طرح‌شده
about_action = اقدام
kind_suggestion = پیشنهاد
kind_criticism = انتقاد
kind_solution = راه‌حل
gone = پس‌گرفته
not_public = غیرعلنی
became_open = هنوز نتیجه‌ای نداشته است
became_taken_up = پذیرفته
became_declined = رد شده
became_made_action = اقدام شد
became_kept = برای بعد
became_withdrawn = پس‌گرفته
became_adopted = تصویب شد
became_rejected = رد شد
became_circulated = عرضه شد
became_deferred = موکول شد
comment_here = نظر دربارهٔ این بند
what_is_wrong = چه چیزی درست نیست و چگونه باید باشد؟
said_in = زبان این نظر
send_comment = فرستادن نظر
your_comment = نظر شما
answer = پاسخ
settled_open = هنوز بی‌پاسخ
settled_taken_up = پذیرفته شد
settled_declined = همان‌گونه می‌ماند
done_own_comment = نظر شما رسید. دبیرخانه به آن پاسخ می‌دهد؛ پاسخ را در همین صفحه می‌یابید.
done_own_approve = تأیید شما ثبت شد. سپاسگزاریم.

# The page of who keeps the minutes; $count: how many people.

how_it_stands = وضعیت کنونی
takes_comments = نظرها پذیرفته می‌شوند
time_over = زمان به پایان رسیده
comments_until = نظرها تا
asked = پرسیده‌شده
asked_count = { $count ->
    [one] یک نفر
   *[other] { $count } نفر
}
approvers = تأییدکنندگان
approver_number = تأییدکننده ({ $number })
approvers_hint = هر یک با پیوند رایانامه یا پس از ورود تأیید می‌کند. اگر کسی نباشد، خودتان صورت‌جلسه را تأیید می‌کنید.
nobody = هیچ‌کس
nameless = نام ثبت نشده است
awaited = هنوز نه
approved_at = تأیید: { $at }
approver_gone = پاک شده است و نمی‌تواند تأیید کند: در پایین دور تازه‌ای بدون او آغاز کنید.
note_approval = تأیید با نامه یا تلفن
circulate_title = پرسش از حاضران
ask_again = دادن زمان بیشتر یا آغاز دور تازه
circulate_lead = هر که حاضر بوده است رایانامه‌ای با پیوند پیش‌نویس می‌گیرد و می‌تواند دربارهٔ هر بند نظر دهد.
circulate_again_follows = دور تازه‌ای آغاز می‌شود: همه رایانامهٔ دیگری می‌گیرند و تأییدهای پیشین دیگر به حساب نمی‌آیند.
circulate_follows = بی‌درنگ آگاه می‌شوند. در این میان می‌توانید پیش‌نویس را اصلاح کنید؛ از هر که پیش از آن تأیید کرده دوباره پرسیده می‌شود.
circulate = فرستادن پیش‌نویس
comments = نظرها
no_comments = هنوز کسی نظری نداده است.
no_comments_text = آنچه حاضران می‌نویسند اینجا در کنار بند آن می‌آید.
erased = نویسندهٔ این نظر و نوشته‌اش پاک شده‌اند.
to_statement = اصلاح اظهارات
to_decision = اصلاح تصمیم
settle = پاسخ دادن
settle_again = پاسخ دیگر
reason = دلیل یا آنچه تغییر کرد
reason_hint = جایی که متن همان‌گونه می‌ماند لازم است. نویسندهٔ نظر آن را می‌خواند.
take_up = پذیرفته شد: پیش‌نویس چنین می‌گوید
decline = همان‌گونه می‌ماند
done_circulate = پیش‌نویس فرستاده شد و حاضران آگاه می‌شوند.
done_approve = تأیید ثبت شد.
done_settle = پاسخ ثبت شد؛ نویسندهٔ نظر آن را در صفحهٔ خود می‌یابد.

# What is in the way.

trouble_comments-closed = زمان نظر دادن به پایان رسیده است. آنچه نوشتید نگه داشته نشد؛ خواهشمند است دبیرخانه را آگاه سازید.
trouble_enough = از هر نفر تا همین شمار نظر نگه داشته می‌شود.
trouble_no-approver = کسان دیگری برای تأیید این صورت‌جلسه نام برده شده‌اند.
trouble_changed = صورت‌جلسه هنگام خواندن شما تغییر کرد. خواهشمند است آن را به صورت کنونی ببینید و سپس تأیید کنید.
trouble_not-closed = پیش‌نویس پس از پایان گردهمایی فرستاده می‌شود.
trouble_already-approved = این صورت‌جلسه پیش‌تر تأیید شده است.
trouble_already-published = این صورت‌جلسه منتشر شده است: نادرستی‌ها آشکارا اصلاح می‌شوند.
trouble_has-approvers = نام‌بردگان این صورت‌جلسه را تأیید می‌کنند.
trouble_stale = در این میان کس دیگری این را تغییر داده است. آن را به صورت کنونی ببینید و دوباره تصمیم بگیرید.
trouble_other = این کار اکنون شدنی نیست.
