# Reports for the press: the list, one report, and where it is written.

reports = گزارش‌ها
report = گزارش برای خبرنگاران
published_minutes = صورت‌جلسه‌ها
untitled = گزارش بدون تیتر
none_published = هنوز گزارشی منتشر نشده است.
none_published_text = گزارش هر نشست، به محض آنکه دبیرخانه منتشرش کند، همین‌جا در دسترس خبرنگاران و همگان است.
older = گزارش‌های قدیمی‌تر
feed = گزارش‌ها و اصلاح‌ها
feed_corrected = اصلاح شد: { $headline }
follow = دنبال‌کردن با خوراک (Atom)
subscribe = خبر با رایانامه
read_in = خواندن به زبانی دیگر
mark_draft = پیش‌نویس: منتشر نشده است و فقط نگه‌دارندگان صورت‌جلسه آن را می‌بینند.
state_draft = پیش‌نویس
state_published = منتشرشده
state_corrected = اصلاح‌شده
participant = یکی از شرکت‌کنندگان
translated = ترجمه
decisions = تصمیم‌ها
present = حاضران
organizations = { $count ->
    [one] یک سازمان
   *[other] { $count } سازمان
}
coverage = بازتاب در رسانه‌ها
no_coverage = هنوز چیزی گردآوری نشده است.
corrections = اصلاح‌ها
corrected_at = اصلاح در { $at }
what_changed = چه تغییر کرد
changed_elsewhere = در این زبان چیزی تغییر نکرد.
about = دربارهٔ این گزارش
gathering = گردهمایی
minutes_follow = صورت‌جلسه پس از این منتشر می‌شود.
source = منبع
related = گزارش‌های مرتبط
address = نشانی دائمی
files = دریافت پرونده
as_pdf = نسخهٔ PDF
page_of = صفحهٔ { $page } از { $pages }

# What a report is made of.
part_headline = تیتر
part_lead = لید
part_quote = نقل‌قول
part_text = متن

# How it begins; $people who came for $organizations.
comma = { "، " }
draft_lead = { $body }، { $day }، در { $venue } برای «{ $title }» تشکیل جلسه داد.
draft_lead_without_body = «{ $title }»، { $day }، در { $venue } برگزار شد.
draft_present = { $people ->
    [one] یک نماینده
   *[other] { $people } نماینده
} از { $organizations ->
    [one] یک سازمان
   *[other] { $organizations } سازمان
} حضور داشتند.
draft_agenda = دستور جلسه: { $items }.
draft_decided = تصمیم گرفته شد: { $text }

# Where it is written; $count: people of the press who are told.
no_report = هنوز گزارشی نیست
no_report_text = با آنچه در صورت‌جلسه آمده شروع کنید: چه کسانی جلسه داشتند، چه کسانی آمدند، چه تصمیمی گرفته شد، و سخنی از اظهارات. سپس با زبان خودتان ادامه دهید.
not_begun_text = به محض آنکه گردهمایی آغاز شود، می‌توان گزارش را از صورت‌جلسه ساخت.
do_draft = ساختن از روی صورت‌جلسه
preview = پیش‌نمایش
read_it = دیدن نسخهٔ منتشرشده
lead_hint = که، چه، کی و کجا؛ در یکی دو جمله.
quote_hint = سخنی از اظهاراتی که پایین‌تر برمی‌گزینید؛ در زبان دیگر، ترجمهٔ آن.
text_hint = سطر خالی بند تازه را آغاز می‌کند.
statement = اظهاراتی که نقل می‌شود
no_statement = از کسی نقل نمی‌شود
statement_hint = اظهارات علنی همین گردهمایی که پابرجاست.
reason = چرا اصلاح می‌شود
reason_hint = همه آن را زیر گزارش می‌خوانند.
told_follows = { $count ->
    [0] همگان بی‌درنگ آن را می‌خوانند. خبرنگاری در این گردهمایی ثبت‌نام نکرده است.
    [one] همگان بی‌درنگ آن را می‌خوانند و به یک خبرنگار با رایانامه خبر داده می‌شود.
   *[other] همگان بی‌درنگ آن را می‌خوانند و به { $count } خبرنگار با رایانامه خبر داده می‌شود.
}
subscribers_too = به هر کس که مشترک گزارش‌ها با رایانامه است نیز خبر داده می‌شود.
do_write = نگه‌داشتن
do_publish = انتشار
do_correct = اصلاح
quote_moved = اظهارات پس از آن تغییر کرده است و این سخن دیگر در آن نیست.
collect = ثبت بازتاب
outlet = رسانه
link = پیوند
place = محل
appeared_on = تاریخ
do_collect = ثبت
do_strike = برداشتن
done_draft = گزارش از روی صورت‌جلسه ساخته شد. بخوانید و ادامه دهید.
done_write = نگه داشته شد.
done_publish = منتشر شد.
done_correct = اصلاح شد.
done_collect = ثبت شد.
done_strike = برداشته شد.
trouble_not-begun = گردهمایی هنوز آغاز نشده است.
trouble_published = در این میان منتشر شده است. آن را با ذکر دلیل اصلاح کنید.
trouble_not-published = هنوز منتشر نشده است.
trouble_enough = برای یک گردهمایی بیش از این گردآوری نمی‌شود.
trouble_stale = در این میان کس دیگری آن را تغییر داده است.
trouble_other = این کار شدنی نیست. خانه‌ها را دوباره ببینید.
