# The published versions of minutes, what differs between them, and how to check them; $count: how many paragraphs.

versions = نسخه‌های منتشرشده
untitled = گردهمایی بی‌عنوان
versions_lead = آنچه منتشر شده است همان‌گونه که بود نگه داشته می‌شود. با هر اصلاح نسخه‌ای تازه افزوده می‌شود و هیچ نسخه‌ای هرگز تغییر نمی‌کند.
version = نسخهٔ { $number }
newest = تازه‌ترین
hash = SHA-256
previous_hash = چکیدهٔ نسخهٔ پیش از آن
first_one = هیچ: این نخستین است
what_differs = خواندن و دیدن تفاوت‌ها
read_it = خواندن
file = پرونده (JSON)
none_yet = هنوز نسخه‌ای نگه داشته نشده است.
check_title = چگونه این را بررسی کنید
check_lead = هر نسخه یک چکیده دارد: رقم‌هایی که هر کس می‌تواند از پروندهٔ آن حساب کند و با تغییر حتی یک حرف دیگر می‌شوند. در پرونده چکیدهٔ نسخهٔ پیشین نیز هست. پس هیچ‌کس نمی‌تواند نسخه‌ای کهنه را تغییر دهد بی آنکه همهٔ نسخه‌های پس از آن دیگر شوند.
check_command = چکیدهٔ یک نسخه را خودتان حساب کنید:
check_same = آنچه چاپ می‌شود همان SHA-256 است که در بالا کنار آن نسخه آمده است.
check_chain = در پرونده، «previous» همان SHA-256 نسخهٔ پیش از آن است؛ در نخستین نسخه null است.
check_form = پرونده JSON است و به همان یگانه شیوه‌ای نوشته شده که RFC 8785 می‌گوید. افراد در آن تنها با شناسه می‌آیند. از آنچه همه نمی‌توانند بخوانند تنها یک چکیده در آن است که با رازی ساخته شده و نگه‌دارندگان صورت‌جلسه می‌توانند آن را نشان دهند.
is_first = این همان است که نخست منتشر شد.
differs = { $count ->
    [0] هیچ بندی با نسخهٔ پیش از آن تفاوت ندارد.
    [one] یک بند با نسخهٔ پیش از آن تفاوت دارد.
   *[other] { $count } بند با نسخهٔ پیش از آن تفاوت دارند.
}
names_now = نام‌ها چنان آمده‌اند که اکنون ثبت‌اند.
decision = تصمیم { $number }
statement = اظهارات
participant = یک شرکت‌کننده
kind_suggestion = پیشنهاد
kind_criticism = انتقاد
kind_solution = راه‌حل
changed = تغییر کرد
gone = دیگر نیست
state_recorded = ثبت‌شده
state_open = هنوز نتیجه‌ای نداشته است
state_taken_up = پذیرفته
state_declined = رد شده
state_made_action = اقدام شد
state_kept = برای بعد
state_withdrawn = پس‌گرفته
state_adopted = تصویب شد
state_rejected = رد شد
state_deferred = موکول شد
state_circulated = عرضه شد
