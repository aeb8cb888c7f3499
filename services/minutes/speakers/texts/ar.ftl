# The list of speakers of an item: who asked to speak, who speaks, who has spoken.

speakers = قائمة المتحدثين
untitled = لقاء بلا عنوان
participant = أحد المشاركين
no_agenda = لا شيء في جدول الأعمال بعد.
to_agenda = البنود وترتيبها
take_minutes = تدوين المحضر
to_room = عرضها في القاعة

# How a list stands.
state_open = مفتوحة
state_closed = مغلقة
state_none = لم تُفتح
list_open = القائمة مفتوحة
list_closed = القائمة مغلقة
items = البنود
waits = { $count ->
    [zero] لا أحد ينتظر
    [one] ينتظر واحد
    [two] ينتظر اثنان
    [few] ينتظر { $count }
    [many] ينتظر { $count }
   *[other] ينتظر { $count }
}
this_list = هذه القائمة
not_opened = لم تُفتح قائمة هذا البند بعد.
open_list = افتح القائمة
close_list = أغلق القائمة
close_follows = إذا أُغلقت لا تقبل أحدًا إلا لنقطة نظام أو حق الرد. ومن ينتظر يتحدث.
reopen = افتحها من جديد
closed_takes = القائمة مغلقة، لا تقبل إلا نقاط النظام وحق الرد.
limit = وقت كل متحدث
no_limit = بلا حدّ
set_limit = حدِّده
limit_is = لكلٍّ { $limit }
long_min = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
long_s = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}

# Who has the floor.
has_the_floor = الكلمة لـ
speaks_now = يتحدث الآن
nobody_speaks = لا أحد يتحدث الآن.
since = منذ { $at }
of_limit = من { $limit }
over = تجاوز الوقت
interrupted = قوطع، ثم يتابع:
next_is = التالي: { $name }
has_spoken = انتهى من كلمته
next = التالون
and_more = { $count ->
    [zero] ولا أحد غيرهم
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } آخرون
    [many] و{ $count } آخرون
   *[other] و{ $count } آخرون
}
in_hand = قيد النظر منذ { $at }
no_list = لا قائمة متحدثين مفتوحة.

# Who waits.
waiting = في الانتظار
nobody_waits = لا أحد ينتظر.
nth = المرة { NUMBER($nth) }
up_of = قدِّم { $name }
down_of = أخِّر { $name }
grip = اسحب للتقديم أو التأخير
was_moved = نُقل، وترتيبه الآن:
give_floor = أعطِه الكلمة
floor_of = أعطِه الكلمة: { $name }
more_of = نقل أو حذف
take_off = احذفه من القائمة
move = انقله
reason = السبب، إن لزم
before_of = قبل من يتحدث { $name }
before_whom = قبل { $name }
as_last = في الآخر

# Who is put on it.
add_title = طلب الكلمة
who = من
choose = اختر أحد الحاضرين
nobody_there = كل حاضر يمكن أن يُضاف إلى القائمة. ولا أحد حاضر بحسب الباب أو سجل الحضور.
purpose = لأي غرض
purpose_statement = بيان
purpose_point_of_order = نقطة نظام
purpose_right_of_reply = حق الرد
add = أضِفه إلى القائمة

# Who has spoken.
spoken = تحدثوا
from_until = { $since } إلى { $until }
write = دوِّنه
write_of = دوِّنه: { $name }

# What is in the way.
trouble_closed = هذه القائمة مغلقة، لا تقبل إلا نقاط النظام وحق الرد.
trouble_full = لم يبقَ في هذه القائمة مكان.
trouble_adjourned = رُفع اللقاء، فلا يتحدث أحد بعد.
trouble_not-waiting = لم يعد ينتظر: أعطاه غيرك الكلمة أو حذفه من القائمة.
trouble_not-speaking = ليست الكلمة له.
trouble_not-begun = من ينتظر يتحدث منذ بداية الجلسة.
trouble_already-approved = اعتُمد هذا المحضر، فلا يُضاف إليه شيء.
trouble_stale = غيّر شخص آخر هذه القائمة في أثناء ذلك. انظر إليها كما هي الآن ثم قرّر من جديد.
trouble_other = لا يمكن ذلك الآن.
