# What was announced.

gatherings = اللقاءات
none_announced = لم يُعلن عن شيء بعد.
is_open = التسجيل مفتوح
next = اللقاءات القادمة
all_gatherings = كل اللقاءات
take_part = تسجيل
