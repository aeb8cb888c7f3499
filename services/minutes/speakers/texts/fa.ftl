# The list of speakers of an item: who asked to speak, who speaks, who has spoken.

speakers = فهرست سخنرانان
untitled = گردهمایی بدون عنوان
participant = یکی از شرکت‌کنندگان
no_agenda = هنوز چیزی در دستور جلسه نیست.
to_agenda = بندها و ترتیب آن‌ها
take_minutes = نگارش صورت‌جلسه
to_room = نمایش در سالن

# How a list stands.
state_open = باز
state_closed = بسته
state_none = باز نشده
list_open = فهرست باز است
list_closed = فهرست بسته است
items = بندها
waits = { $count ->
    [0] کسی در نوبت نیست
    [one] یک نفر در نوبت
   *[other] { $count } نفر در نوبت
}
this_list = این فهرست
not_opened = فهرست این بند هنوز باز نشده است.
open_list = فهرست را باز کن
close_list = فهرست را ببند
close_follows = فهرست بسته کس دیگری نمی‌پذیرد، مگر برای تذکر آیین‌نامه‌ای یا حق پاسخ. آنان که در نوبت‌اند سخن می‌گویند.
reopen = دوباره باز کن
closed_takes = فهرست بسته است و تنها تذکر آیین‌نامه‌ای و حق پاسخ می‌پذیرد.
limit = وقت هر سخنران
no_limit = بی‌محدودیت
set_limit = تعیین
limit_is = هر نفر { $limit }
long_min = { $count } دقیقه
long_s = { $count } ثانیه

# Who has the floor.
has_the_floor = نوبت سخن با
speaks_now = اکنون سخن می‌گوید
nobody_speaks = اکنون کسی سخن نمی‌گوید.
since = از { $at }
of_limit = از { $limit }
over = بیش از وقت
interrupted = سخنش قطع شده و سپس ادامه می‌دهد:
next_is = نفر بعدی: { $name }
has_spoken = سخنش تمام شد
next = نفرهای بعدی
and_more = { $count ->
    [one] و یک نفر دیگر
   *[other] و { $count } نفر دیگر
}
in_hand = در دست بررسی از { $at }
no_list = هیچ فهرست سخنرانانی باز نیست.

# Who waits.
waiting = در نوبت
nobody_waits = کسی در نوبت نیست.
nth = بار { NUMBER($nth) }
up_of = { $name } زودتر سخن بگوید
down_of = { $name } دیرتر سخن بگوید
grip = برای زودتر یا دیرتر شدن بکشید
was_moved = جابه‌جا شد؛ اکنون در ترتیب:
give_floor = نوبت بده
floor_of = نوبت بده: { $name }
more_of = جابه‌جایی یا برداشتن
take_off = از فهرست بردار
move = جابه‌جا کن
reason = دلیل، اگر لازم است
before_of = { $name } پیش از چه کسی سخن بگوید
before_whom = پیش از { $name }
as_last = آخرین نفر

# Who is put on it.
add_title = کسی نوبت می‌خواهد
who = چه کسی
choose = یکی از حاضران را برگزینید
nobody_there = هر کس حاضر باشد به فهرست افزوده می‌شود. تا اینجا، به گفتهٔ در یا حضور و غیاب، کسی حاضر نیست.
purpose = برای چه
purpose_statement = اظهارات
purpose_point_of_order = تذکر آیین‌نامه‌ای
purpose_right_of_reply = حق پاسخ
add = به فهرست بیفزا

# Who has spoken.
spoken = سخن گفته‌اند
from_until = { $since } تا { $until }
write = نوشتن آن
write_of = نوشتن آن: { $name }

# What is in the way.
trouble_closed = این فهرست بسته است و تنها تذکر آیین‌نامه‌ای و حق پاسخ می‌پذیرد.
trouble_full = در این فهرست دیگر جایی نیست.
trouble_adjourned = گردهمایی پایان یافته است؛ دیگر کسی سخن نمی‌گوید.
trouble_not-waiting = دیگر در نوبت نیست: کس دیگری نوبت را به او داد یا او را برداشت.
trouble_not-speaking = نوبت سخن با او نیست.
trouble_not-begun = آنان که در نوبت‌اند از آغاز نشست سخن می‌گویند.
trouble_already-approved = این صورت‌جلسه تأیید شده است؛ دیگر چیزی افزوده نمی‌شود.
trouble_stale = کس دیگری در این میان این فهرست را تغییر داد. آن را ببینید و دوباره تصمیم بگیرید.
trouble_other = این اکنون شدنی نیست.
