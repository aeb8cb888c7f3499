# Minutes at their permanent address, and the list of what is published.

minutes = صورت‌جلسه
published_minutes = صورت‌جلسه‌های منتشرشده
latest = تازه‌ترین صورت‌جلسه‌ها
none_published = هنوز صورت‌جلسه‌ای منتشر نشده است.
older = صورت‌جلسه‌های پیشین
untitled = گردهمایی بدون عنوان
mark_draft = پیش‌نویس: هنوز تأیید و منتشر نشده است.
mark_in_review = در بازبینی: هنوز تأیید و منتشر نشده است.
mark_approved = تأییدشده، هنوز منتشر نشده است.
body = نهاد
venue = محل برگزاری
role_chair = رئیس جلسه
role_acting = سرپرست جلسه
role_opener = گشاینده
role_rapporteur = گزارشگر
role_minute_taker = منشی جلسه
planned = زمان برنامه‌ریزی‌شده
opened = آغاز جلسه
closed = پایان جلسه
approved = تأیید
published = انتشار

# Decisions, with their votes and whether there was a quorum: $present of $members, of whom $required are needed.
decisions = تصمیم‌ها
no_decisions = تصمیمی ثبت نشده است.
decision = تصمیم { $number }
adopted = تصویب شد
rejected = رد شد
deferred = موکول شد
circulated = عرضه شد
by_consensus = با اجماع
by_acclamation = با ابراز موافقت عمومی
by_show_of_hands = با بلند کردن دست
by_recorded_vote = با رأی‌گیری ثبت‌شده
by_silence_procedure = با رویهٔ سکوت
by_roll_call = با رأی‌گیری با فراخواندن نام
by_secret_ballot = با رأی‌گیری مخفی
votes = { $in_favour } موافق، { $against } مخالف، { $abstaining } ممتنع
silent_until = در { $until } تصویب می‌شود، مگر آنکه نماینده‌ای مخالفت کند
objections = { $count ->
    [one] یک نماینده مخالفت کرد.
   *[other] { $count } نماینده مخالفت کردند.
}
reservation_of = تحفظ { $member }
decision_quorum = اعضای حاضر: { $present } از { $members } (حد نصاب { $required }).
by_name = رأی هر عضو
member_unknown = عضوی که ثبت نشده است
declared = به اعلام رئیس.
voted_in_favour = موافق
voted_against = مخالف
voted_abstaining = ممتنع
voted_not_voting = رأی نداد
voted_absent = غایب
count_voted = { $how } ({ $count })
majority_simple = اکثریت ساده لازم بود: { $required } رأی موافق.
majority_two_thirds = دو سوم آرا لازم بود: { $required } رأی موافق.
majority_three_quarters = سه چهارم آرا لازم بود: { $required } رأی موافق.
majority_absolute = اکثریت همهٔ اعضا لازم بود: { $required } رأی موافق.
in_series = شمارهٔ { $year }/{ $serial } در سلسله
quorum = حد نصاب
quorum_statement =
    از { $members } عضو، { $present ->
        [0] هیچ عضوی نماینده نداشت
        [1] یک عضو نماینده داشت
       *[other] { $present } عضو نماینده داشتند
    }؛ حد نصاب { $required } عضو است.
quorum_met = حد نصاب به دست آمد.
quorum_missed = حد نصاب به دست نیامد.
quorum_none = هیچ قاعده‌ای حد نصاب نمی‌خواهد.
quorum_unknown = نهاد برگزارکننده هنوز ثبت نشده است.
quorum_by_item = به تفکیک بند دستور جلسه
quorum_on_no_item = بیرون از بندها
moment_taken_up = آغاز بررسی
moment_closed = پایان بررسی
quorum_reached = به دست آمد
quorum_lacked = { $count ->
    [1] یک عضو کم بود
   *[other] { $count } عضو کم بود
}

# Who was there; $count: how many beside the delegates.
present = حاضران
nobody = هیچ نماینده‌ای حاضر نبود.
members_present = اعضای نهاد
no_organization = سازمان ثبت نشده
unnamed = نام ثبت نشده
others = { $count ->
    [1] یک نفر دیگر نیز حاضر بود.
   *[other] { $count } نفر دیگر نیز حاضر بودند.
}
people = { $count ->
    [one] یک نفر
   *[other] { $count } نفر
}
apologies = غایبان با عذر موجه
away_excused = عذر خواسته
away_represented = دیگری به نمایندگی از او
represented_by = به نمایندگی از او
address = نشانی دائمی

# What was changed in the open; $count: how many delegations came.
corrected = اصلاح
withdrawn = پس گرفته شد
corrected_on = اصلاح‌شده در
changed_on = تغییریافته در
corrected_notice = در این صورت‌جلسه پس از انتشار چیزی تغییر کرده است. آنچه تغییر کرده است زیر هر تصمیم و زیر اظهارات آمده است: اصلاح یا پس گرفتن، با دلیل آن، یا تصویب یا موکول شدن با رویهٔ سکوت.
came_adopted = هیچ نماینده‌ای مخالفت نکرد؛ پس از انتشار این صورت‌جلسه تصویب شد، در
came_deferred = نماینده‌ای مخالفت کرد؛ پس از انتشار این صورت‌جلسه موکول شد، در
said_before = متن پیشین
withdrawn_on = پس گرفته شده در
delegations = { $count } هیئت

# The page as a document: what it is, what stands in it, and how it is followed.
state_draft = پیش‌نویس
state_in_review = در بازبینی
state_approved = تأییدشده
state_published = منتشرشده
state_corrected = منتشرشده، اصلاح‌شده
read_in = خواندن به زبانی دیگر
agenda = دستور جلسه و گفته‌ها
contents = در این صورت‌جلسه
about = دربارهٔ این متن
what_changed = آنچه تغییر کرده است:
other_languages = { $count ->
    [1] به یک زبان دیگر
   *[other] به { $count } زبان دیگر
}
members_came = { $count ->
    [1] عضو دارای نماینده
   *[other] عضو دارای نماینده
}
members_away = { $count ->
    [1] عضو غایب
   *[other] عضو غایب
}
delegates = { $count ->
    [1] یک نماینده
   *[other] { $count } نماینده
}
feed = انتشارها و اصلاح‌ها
reports = گزارش‌ها برای خبرنگاران
follow = دنبال کردن با خوراک (Atom)
versions = نسخه‌های منتشرشده
to_versions = همهٔ نسخه‌ها و راه بررسی آن‌ها
feed_published = انتشار صورت‌جلسه: { $title }
feed_corrected = اصلاح تصمیم { $number }: { $title }
feed_withdrawn = پس گرفتن تصمیم { $number }: { $title }
feed_adopted = تصویب تصمیم { $number } با رویهٔ سکوت: { $title }
feed_deferred = موکول شدن تصمیم { $number } پس از مخالفت: { $title }
feed_statement_corrected = اصلاح اظهارات: { $title }
feed_statement_withdrawn = پس گرفتن اظهارات: { $title }
feed_statement_hidden = اظهاراتی از بخش عمومی صورت‌جلسه برداشته شد: { $title }
feed_statement_hidden_so = اکنون در بخشی از صورت‌جلسه نگهداری می‌شود که همه آن را نمی‌خوانند.

# The list of minutes.
own_minutes = صورت‌جلسه‌هایی که نگه می‌دارید
running = جلسه برقرار است
search_title = جست‌وجو در عنوان‌ها
none_found = صورت‌جلسهٔ منتشرشده‌ای به این نام نیست.
none_found_text = حرف‌های کمتری بنویسید، یا واژه‌ای از عنوان را به زبانی دیگر.
all_minutes = همهٔ صورت‌جلسه‌های منتشرشده
none_published_text = صورت‌جلسهٔ هر گردهمایی همین که تأیید و منتشر شود، اینجا برای همه خواندنی است.

# On paper.
as_pdf = نسخهٔ PDF
final_statement = بیانیهٔ پایانی
page_of = صفحهٔ { $page } از { $pages }

# To take along: which part of the record, in which kind of file.
files = دریافت پرونده
other_files = قالب‌های دیگر
part_full = صورت‌جلسهٔ کامل
part_summary = خلاصه
part_decisions = فقط تصمیم‌ها
