# The agenda of a gathering, and what was said, brought forward and decided on each item.

agenda = دستور جلسه
untitled = گردهمایی بدون عنوان
provisional = موقت
adopted_on = تصویب شد: { $at }
to_agenda = بندها و ترتیب آن‌ها
no_agenda = هنوز چیزی در دستور جلسه نیست.
late = بند دیرآمده
taken_off = از دستور جلسه برداشته شد
without_item = بیرون از بندها
prepares = زمینه‌ساز
participant = یکی از شرکت‌کنندگان
nobody_named = بی‌نام
comma = { "، " }
manner_as_said = عین گفته
manner_summary = خلاصه
not_public = غیرعلنی
withdrawn = پس گرفته شد
corrected_on = اصلاح شد: { $at }
kind_suggestion = پیشنهاد
kind_criticism = انتقاد
kind_solution = راه‌حل
state_open = هنوز سرانجامی ندارد
state_taken_up = پذیرفته شد
state_declined = پذیرفته نشد
state_made_action = به اقدام سپرده شد
state_kept = برای بعد نگه داشته شد
state_withdrawn = پس گرفته شد
answers = پاسخ‌ها
decision = تصمیم { $number }
decided_adopted = تصویب شد
decided_rejected = رد شد
decided_deferred = موکول شد
decided_circulated = عرضه شد
decided_withdrawn = پس گرفته شد
quorum_then = { $present } عضو از { $members } عضو حاضر، حد نصاب { $required }
quorum_lacked = { $count ->
    [1] یک عضو کم بود
   *[other] { $count } عضو کم بود
}
correct_or_withdraw = اصلاح یا پس گرفتن
answer_or_dispose = پاسخ یا تعیین سرانجام
add_statement = ثبت اظهارات
add_contribution = پیشنهاد، انتقاد یا راه‌حل
list_of_speakers = فهرست سخنرانان
statement_without_item = ثبت اظهارات بیرون از بندها
contribution_without_item = پیشنهاد، انتقاد یا راه‌حل بیرون از بندها

# The page of an agenda.
suggested = نخست صورت‌جلسهٔ پیشین تأیید شود؟
suggested_lead = معمولاً نخستین بند، تأیید صورت‌جلسهٔ گردهمایی پیش از این است:
approval_of = تأیید صورت‌جلسه: { $title }
put_first = در آغاز بگذار
up_of = بند { $number } یکی بالاتر
down_of = بند { $number } یکی پایین‌تر
grip = برای تغییر ترتیب بکشید
was_moved = جابه‌جا شد؛ شمارهٔ آن اکنون:
change_of = تغییر بند { $number }
change = تغییر
adopt = تصویب دستور جلسه
adopt_follows = گردهمایی پذیرفت که به این بندها به همین ترتیب بپردازد. هر چه بعداً به دستور جلسه افزوده شود، دیرآمده نشان داده می‌شود.
adopt_waits = دستور جلسه را خود گردهمایی، از آغاز جلسه به بعد، تصویب می‌کند.
new_item = بندی دیگر
title_in = موضوع بند: { $language }
title_hint = فعلاً یک زبان کافی است؛ زبان‌های دیگر را بعداً می‌توان افزود.
prepares_all = هر آنچه اینجا زمینه‌سازی می‌شود
parent = زیر بندی دیگر
parent_none = خیر: بندی مستقل
late_follows = دستور جلسه تصویب شده است: این بند دیرآمده نشان داده می‌شود.
enter_item = افزودن به دستور جلسه
change_item = تغییر بند
save_item = نگه داشتن تغییر
take_off = برداشتن از دستور جلسه
take_off_follows = به این بند پرداخته نمی‌شود و دیگر شماره‌ای ندارد. آنچه دربارهٔ آن گفته شده است، می‌ماند.

# The form of a statement.
statement = اظهارات
new_statement = ثبت اظهارات
speaker = سخنران
speaker_hint = هر کس وارد شده است، اینجاست. خلاصه‌ای که به نام کسی نباشد، شرح خودِ صورت‌جلسه از گفت‌وگوست و نامی بالای آن نمی‌آید.
speaker_unknown = ثبت نشده است
behalf = از طرف
behalf_organization = سازمان خود
behalf_body = نهاد برگزارکننده
behalf_self = تنها از سوی خود
words = آنچه گفته شد
said_in = زبان این گفته
item = بند دستور جلسه
item_none = هیچ‌کدام
manner = شیوهٔ ثبت
said_at = زمان
said_at_hint = می‌توان خالی گذاشت. به وقت محل برگزاری.
public = پس از انتشار صورت‌جلسه همه آن را می‌خوانند
reason = دلیل
reason_needed = در یک سطر. صورت‌جلسه منتشر شده است: همه آن را می‌خوانند.
reason_free = می‌توان خالی گذاشت.
correct = اصلاح اظهارات
record_statement = ثبت اظهارات
withdraw_statement = پس گرفتن اظهارات
withdraw_statement_follows = گوینده دیگر بر آن نیست. متن آن را تنها نگهدارندگان صورت‌جلسه می‌خوانند. این کار بازگشت ندارد.
back = بازگشت به نشست
wrong_behalf = برای این سخنران ثبت نشده است. لطفاً گزینهٔ دیگری برگزینید.

# Who did what at the meeting.
roles = نقش‌ها در این جلسه
roles_hint = هر کس وارد شده است، اینجاست. نامشان در متن می‌آید.
role_none = نام کسی نیامده
role_chair = رئیس جلسه
role_acting = به جای دارندهٔ منصب
role_opener = گشاینده
role_rapporteur = گزارشگر
role_minute_taker = منشی جلسه
name_roles = نگه‌داشتن نقش‌ها

# The form of a contribution, and its thread.
new_contribution = پیشنهاد، انتقاد یا راه‌حل
kind = نوع
origin = از سوی چه کسی
origin_hint = یک نفر، چند نفر با هم، یا هیچ‌کس: آنگاه نامی برده نمی‌شود.
people = افراد
organizations = سازمان‌ها
record_contribution = ثبت
disposition = سرانجام آن
disposition_legend = این نظر
reason_disposition = اگر پذیرفته نشود لازم است. هر کس صورت‌جلسه را بخواند، آن را می‌خواند.
to_action = به اقدام
dispose = ثبت سرانجام
answer = پاسخ
record_answer = ثبت پاسخ
withdraw_contribution = پس گرفتن
withdraw_contribution_follows = گوینده آن را پس گرفته یا نادرست ثبت شده است. این کار بازگشت ندارد.

# What is in the way.
trouble_not-begun = گفته‌ها از آغاز جلسه به بعد ثبت می‌شوند.
trouble_already-approved = این صورت‌جلسه تأیید شده است: دیگر چیزی افزوده نمی‌شود.
trouble_already-adopted = این دستور جلسه پیش‌تر تصویب شده است.
trouble_withdrawn = در این میان پس گرفته شده است.
trouble_no-items = چیزی در این دستور جلسه نیست که تصویب شود.
trouble_has-sub-items = نخست بندهای زیر آن را از دستور جلسه بردارید.
trouble_stale = کس دیگری در این میان آن را تغییر داده است. آن را چنان‌که اکنون هست ببینید و دوباره تصمیم بگیرید.
trouble_other = این کار اکنون شدنی نیست.
