# دوره‌های گردهمایی: فهرست، و فرم مصوبه. $years: سال‌های میان دو دوره.

all_series = سلسله‌ها
new_series = سلسلهٔ تازه
bring_editions = آوردن دوره‌های پیشین
edit_series = تغییر سلسله
search_series = واژه‌ای از نام، به هر خط
no_series = هنوز سلسله‌ای وارد نشده است
no_series_hint = سلسله، گردهمایی‌ای است که به حکم یک مصوبه بارها برگزار می‌شود.
nothing_found = چیزی پیدا نشد
nothing_found_hint = آغاز یکی از واژه‌های نام را بنویسید؛ با هر صفحه‌کلیدی که باشد.
save = ذخیره
leave = همان‌گونه بماند
history = تاریخچه
was_entered = وارد شد
nothing = هیچ
every = { $years ->
    [1] هر سال
   *[other] هر { $years } سال
}
part_what = چیستی
part_when = فاصله و گاه‌شماری
part_mandate = مصوبه
on_record = از فهرست
not_on_record = هیچ‌کدام
stated = در فهرست نیست: نام آن را بنویسید

# آنچه مصوبه می‌گوید.
field_title = نام
field_gathering_kind = آنچه برگزار می‌شود
field_calendar = گاه‌شماری مصوبه
field_interval = فاصله
field_counts_from = فاصلهٔ بعدی شمرده می‌شود از
field_recurs_on = ماه یا روز
field_instrument = سند
field_instrument_date = تاریخ سند
field_issuer = صادرکننده
field_issuer_name = نام صادرکننده
field_body = نهاد مکلف
field_body_name = نام نهاد مکلف
field_secretariat = دبیرخانه
field_secretariat_name = نام دبیرخانه
field_name = نام
kind_conference = همایش
kind_meeting = نشست
kind_public_event = رویداد همگانی
calendar_gregorian = میلادی
calendar_solar_hijri = هجری خورشیدی
calendar_islamic = هجری قمری
counts_nominal = سالی که دوره موعدش بود
counts_actual = سالی که دوره برگزار شد
calendar_stays = تغییر نمی‌کند؛ موعد دوره‌ها به همین گاه‌شماری است.
hint_calendar = همهٔ سال‌ها و روزهای این سلسله به این گاه‌شماری است و بعد تغییر نمی‌کند.
hint_interval = شمار سال‌ها از یک دوره تا دورهٔ بعد.
hint_recurs_on = اگر همهٔ دوره‌ها در یک ماه یا روز سال است، مانند ۰۹ یا {"\u2066"}۰۹-۱۵{"\u2069"}.
hint_instrument = آنچه نهاد را مکلف می‌کند: مصوبه، قانون، نامه.
hint_instrument_date = تا آنجا که معلوم است، به گاه‌شماری مصوبه: ۱۴۰۳، {"\u2066"}۱۴۰۳-۰۸{"\u2069"} یا {"\u2066"}۱۴۰۳-۰۸-۱۲{"\u2069"}.
hint_issuer = آن که مصوبه را صادر کرده است.
hint_body = آن که باید برگزار کند.
hint_secretariat = آن که کارها را انجام می‌دهد.

# نادرستی‌ها.
wrong_no_language = لطفاً این را دست‌کم به یک زبان بنویسید.
wrong_interval = لطفاً بنویسید چند سال: از ۱ تا ۱۰۰.
wrong_recurs = لطفاً ماه، یا ماه و روز را بنویسید، مانند ۰۹ یا {"\u2066"}۰۹-۱۵{"\u2069"}.
wrong_period = لطفاً سال، ماه یا روزی را بنویسید که در این گاه‌شماری هست، مانند ۱۴۰۳، {"\u2066"}۱۴۰۳-۰۸{"\u2069"} یا {"\u2066"}۱۴۰۳-۰۸-۱۲{"\u2069"}.
wrong_same = صادرکنندهٔ مصوبه خود آن را انجام نمی‌دهد. لطفاً دیگری را برگزینید.
wrong_both = لطفاً یا از فهرست برگزینید یا نام را بنویسید، نه هر دو.
wrong_fixed = گاه‌شماری سلسله تغییر نمی‌کند.
