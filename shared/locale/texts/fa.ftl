# How a day is told: names after Unicode CLDR; the months of other calendars by their usual transliteration.

day = { $weekday } { $day } { $month } { $year }
date_time = { $date }، ساعت { $time }

weekday_0 = دوشنبه
weekday_1 = سه‌شنبه
weekday_2 = چهارشنبه
weekday_3 = پنجشنبه
weekday_4 = جمعه
weekday_5 = شنبه
weekday_6 = یکشنبه

era_gregorian = میلادی
gregorian_1 = ژانویهٔ
gregorian_2 = فوریهٔ
gregorian_3 = مارس
gregorian_4 = آوریل
gregorian_5 = مهٔ
gregorian_6 = ژوئن
gregorian_7 = ژوئیهٔ
gregorian_8 = اوت
gregorian_9 = سپتامبر
gregorian_10 = اکتبر
gregorian_11 = نوامبر
gregorian_12 = دسامبر

era_solar_hijri = { "" }
solar_hijri_1 = فروردین
solar_hijri_2 = اردیبهشت
solar_hijri_3 = خرداد
solar_hijri_4 = تیر
solar_hijri_5 = مرداد
solar_hijri_6 = شهریور
solar_hijri_7 = مهر
solar_hijri_8 = آبان
solar_hijri_9 = آذر
solar_hijri_10 = دی
solar_hijri_11 = بهمن
solar_hijri_12 = اسفند

era_islamic = قمری
islamic_1 = محرم
islamic_2 = صفر
islamic_3 = ربیع‌الاول
islamic_4 = ربیع‌الثانی
islamic_5 = جمادی‌الاول
islamic_6 = جمادی‌الثانی
islamic_7 = رجب
islamic_8 = شعبان
islamic_9 = رمضان
islamic_10 = شوال
islamic_11 = ذیقعده
islamic_12 = ذیحجه
