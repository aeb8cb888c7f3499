# The text that a conference ends with: where it is written, amended and adopted, and where everybody reads it.
final_statement = بیانیهٔ پایانی
untitled = گردهمایی بدون عنوان
read_published = خواندن متن منتشرشده
none_yet = هنوز بیانیهٔ پایانی‌ای نیست
none_yet_text = یک مقدمه و بندهای شماره‌دار دارد. هیئت‌ها برای آن اصلاحیه پیشنهاد می‌کنند و گردهمایی آن را تصویب می‌کند.
authoritative_language = زبانی که متن آن معتبر است
authoritative_hint = زبان‌های دیگر در کنار آن می‌آیند. هر کدام که هنوز با آن یکی نیست، نشانه‌گذاری می‌شود.
begin = آغاز پیش‌نویس
state_draft = پیش‌نویس
state_under_amendment = در حال اصلاح
state_adopted = تصویب‌شده

# The text.
part = جای آن
part_preamble = مقدمه
part_operative = بندهای اجرایی
none_preamble = مقدمه هنوز بندی ندارد.
none_operative = هنوز بند اجرایی‌ای نیست.
of_preamble = بند مقدمه
operative = بند { $number }
counts = متن معتبر
counting_is = متن معتبر به این زبان است: { $language }.
outdated = قدیمی‌شده
not_there = هنوز نوشته نشده است.
write = تغییر
up = بردن به بالا: { $place }
down = بردن به پایین: { $place }
new_paragraph = یک بند دیگر
words_in = متن: { $language }
words_in_counting = متن معتبر: { $language }
add = افزودن بند
save = ذخیره
outdated_since = از زمانی که نوشته شد، متن معتبر چنین تغییر کرده است:
holds = همین‌گونه درست است: { $language }
leave_out = کنار گذاشتن این بند
leave_out_follows = دیگر در متن نمی‌آید و بندهای پس از آن از نو شماره می‌گیرند.
correct = تصحیح
correct_follows = این متن تصویب شده است. تصحیح، نسخه‌ای تازه می‌سازد که همه آن را با دلیلش می‌خوانند؛ متن تصویب‌شده خواندنی می‌ماند.
why_corrected = دلیل
why_corrected_hint = یک سطر که همه می‌خوانند.
do_correct = ساختن نسخهٔ تازه

# The next step.
next_step = گام بعد
draft_hint = بندها را بنویسید. وقتی پیش روی گردهمایی گذاشته شد، برای آنها اصلاحیه پیشنهاد می‌شود.
open = گشودن برای اصلاحیه
open_follows = پیش‌نویس چنان‌که اکنون هست نگه داشته می‌شود و می‌توان برای آن اصلاحیه ثبت کرد. به کسی رایانامه فرستاده نمی‌شود.
adopt_waits = گردهمایی آن را از آغاز جلسهٔ خود به بعد تصویب می‌کند.
adopt = تصویب
adopt_follows = از این پس همه می‌توانند آن را در نشانی خودش بخوانند و به همهٔ کسانی که ثبت‌نام کرده‌اند رایانامه فرستاده می‌شود. پس از آن تغییر نمی‌کند؛ تصحیح، نسخه‌ای تازه با ذکر دلیل است.
by_decision = تصویب با
no_decision = تصمیمی نام برده نمی‌شود
decision_of = تصمیم { $number }: { $text }
adopted_hint = متن تصویب‌شده بازنویسی نمی‌شود. تصحیح، نسخه‌ای تازه با ذکر دلیل است.

# Amendments.
amendments = اصلاحیه‌ها
amendment = اصلاحیهٔ { $number }
no_amendments = هنوز اصلاحیه‌ای پیشنهاد نشده است.
propose = پیشنهاد اصلاحیه
propose_first = یک بند دیگر در آغاز
new_amendment = ثبت اصلاحیه
kind = آنچه پیشنهاد می‌شود
kind_replace = متنی دیگر برای این بند
kind_insert = یک بند دیگر پس از آن
kind_delete = کنار گذاشتن این بند (متنی ننویسید)
proposed_by = پیشنهاددهنده
by_nobody = کسی نام برده نشده
do_propose = ثبت
became_proposed = پیشنهادشده
became_accepted = پذیرفته‌شده
became_rejected = ردشده
became_merged = ادغام‌شده
insert_first = بندی در آغاز
insert_behind = بندی پس از بند { $number }
insert_behind_preamble = بندی در مقدمه
replace_operative = متنی دیگر برای بند { $number }
replace_preamble = متنی دیگر در مقدمه
delete_operative = کنار گذاشتن بند { $number }
delete_preamble = کنار گذاشتن بندی از مقدمه
was_replace = متنی دیگر برای بندی که دیگر نیست
was_insert = بندی پس از بندی که دیگر نیست
was_delete = بندی که کنار گذاشته شد
moved_chip = هر دو را ببینید
moved_note = این بند اکنون چیزی می‌گوید جز آنچه اصلاحیه برای آن پیشنهاد شده بود. هیچ متنی نادیده بازنویسی نمی‌شود: هر دو را بسنجید، سپس تصمیم بگیرید.
gone_note = این بند دیگر در متن نیست؛ پس این اصلاحیه را تنها می‌توان رد یا ادغام کرد.
meanwhile = آنچه در این میان تغییر کرد
would_be = آنچه اکنون تغییر می‌دهد
as_proposed = چنان‌که پیشنهاد شد
what_changes = آنچه تغییر می‌دهد
accept = پذیرفتن
accept_hint = چنان‌که در متن می‌آید؛ اگر گردهمایی بر متن دیگری توافق کرد، آن را تغییر دهید.
over = به جای آنچه بند اکنون می‌گوید بیاید
do_accept = پذیرفتن آن
reject = رد کردن
reason = دلیل
reason_hint = می‌تواند خالی بماند.
do_reject = رد آن
why_rejected = دلیل
merge = ادغام در اصلاحیه‌ای دیگر
into = در کدام
choose = لطفاً انتخاب کنید
do_merge = ادغام آن
merged_into = به عنوان بخشی از اصلاحیهٔ { $number } به آن رسیدگی می‌شود.
went_over = هنگام پذیرش، بند چیزی جز آنچه اصلاحیه برای آن پیشنهاد شده بود می‌گفت؛ هر دو دیده شد.
back_to_text = بازگشت به متن

# What was done, and what is in the way.
done_draft = پیش‌نویس آغاز شد. بندهای آن را بنویسید.
done_write = نوشته شد.
done_correct = نسخهٔ تازه آماده است.
done_move = جابه‌جا شد.
done_leave-out = کنار گذاشته شد.
done_open = می‌توان اصلاحیه ثبت کرد.
done_adopt = تصویب شد. اکنون همه می‌توانند آن را بخوانند.
done_propose = اصلاحیه ثبت شد.
done_accept = اصلاحیه پذیرفته شد و در متن آمد.
done_reject = اصلاحیه رد شد.
done_merge = اصلاحیه ادغام شد.
trouble_adopted = پیش‌تر تصویب شده است: آن را با نسخه‌ای تازه تصحیح کنید.
trouble_not-open = اصلاحیه زمانی ثبت می‌شود که متن برای آن گشوده است.
trouble_not-adopted = هنوز تصویب نشده است: آن را به‌سادگی تغییر دهید.
trouble_not-begun = از آغاز جلسه به بعد تصویب می‌شود.
trouble_no-paragraphs = نخست دست‌کم یک بند اجرایی بنویسید.
trouble_amendments-open = نخست بگویید با هر اصلاحیه چه می‌شود.
trouble_not-a-draft = پیش‌تر برای اصلاحیه گشوده شده است.
trouble_paragraph-moved = چیزی بازنویسی نشد: این بند اکنون چیز دیگری می‌گوید. هر دو را در زیر بسنجید؛ برای پذیرفتن، خانه را علامت بزنید.
trouble_paragraph-gone = این بند دیگر در متن نیست.
trouble_decided = پیش‌تر دربارهٔ این اصلاحیه تصمیم گرفته شده است.
trouble_full = این شمار در یک متن نمی‌گنجد.
trouble_too-large = این متن با آنچه نسخه‌ها و اصلاحیه‌هایش نگه می‌دارند بیش از اندازه بزرگ است. آن را کوتاه‌تر بنویسید، بندی را کنار بگذارید یا زبانی را بردارید؛ آنچه نوشتید در فرم مانده است.
trouble_stale = در این میان کسی متن را تغییر داد. آن را چنان‌که اکنون هست ببینید و دوباره تصمیم بگیرید.
trouble_other = این کار ممکن نشد.
wrong_same = همین اکنون نیز همین را می‌گوید. لطفاً متن دیگری بنویسید.

# Versions, and the page that everybody reads.
versions = نسخه‌ها
version_adopted = چنان‌که تصویب شد
version_corrected = تصحیح‌شده
what_differs = تفاوت، واژه به واژه
published_minutes = صورت‌جلسه‌های منتشرشده
adopted_on = تصویب:
by_decision_number = با تصمیم { $number }
corrected_on = تصحیح:
corrected_notice = متن تصویب‌شده در زیر، با تفاوت‌ها، خواندنی می‌ماند.
read_in = خواندن به زبان دیگر
side_by_side = زبان‌ها در کنار هم
one_language = یک زبان
as_pdf = PDF
files = دریافت پرونده
mark_draft = پیش‌نویس است؛ تصویب نشده و ممکن است تغییر کند.
this_counts = این متن معتبر است.
address = نشانی
page_of = صفحهٔ { $page } از { $pages }
open_left = { $count ->
    [1] پیش از تصویب متن، باید دربارهٔ یک اصلاحیه تصمیم گرفته شود.
   *[other] پیش از تصویب متن، باید دربارهٔ { $count } اصلاحیه تصمیم گرفته شود.
}
outdated_left = { $count ->
    [1] یک متن قدیمی شده است: هنوز با متن معتبر یکی نیست.
   *[other] { $count } متن قدیمی شده است: هنوز با متن معتبر یکی نیست.
}
