# The door's tick list: read at arm's length.

door = در ورود
stop = ایست
is_inside = داخل
is_outside = بیرون
is_expected = در راه
no_place = بدون جا
name = نام
state = وضعیت
in_or_out = ورود یا خروج
enter = ورود
leave = خروج
search_name = جست‌وجو با نام
nameless = نام هنوز دانسته نیست
type_more = نام‌های دیگری هم هست. آغاز نام را بنویسید.
nobody_found = کسی به این نام نیست. حرف‌های کمتری بنویسید یا از دبیرخانه بپرسید.
nobody_expected = هنوز کسی جایی ندارد.
count_inside = داخل
count_expected = دارای جا
refused_not-confirmed = برای این شخص جایی تأیید نشده است. با دبیرخانه تماس بگیرید.
refused_already-inside = این شخص هم‌اکنون داخل است.
refused_not-inside = این شخص هم‌اکنون بیرون است.
refused_wrong-day = این گردهمایی در روز دیگری است.
refused_scans-full = این شخص بیش از اندازه رفت‌وآمد کرده است. با دبیرخانه تماس بگیرید.
refused_unknown = چنین ثبت‌نامی اینجا نیست. با دبیرخانه تماس بگیرید.
your_door = درِ ورود شما
to_door = رفتن به در ورود
