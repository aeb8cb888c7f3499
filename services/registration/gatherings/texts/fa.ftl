# What was announced.

gatherings = گردهمایی‌ها
none_announced = هنوز چیزی اعلام نشده است.
is_open = ثبت‌نام باز است
next = گردهمایی‌های پیش رو
all_gatherings = همهٔ گردهمایی‌ها
take_part = ثبت‌نام
