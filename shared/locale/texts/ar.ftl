# How a day is told: names after Unicode CLDR; the months of other calendars by their usual transliteration.

day = { $weekday } { $day } { $month } { $year }
date_time = { $date }، الساعة { $time }

weekday_0 = الاثنين
weekday_1 = الثلاثاء
weekday_2 = الأربعاء
weekday_3 = الخميس
weekday_4 = الجمعة
weekday_5 = السبت
weekday_6 = الأحد

era_gregorian = (ميلادي)
gregorian_1 = يناير
gregorian_2 = فبراير
gregorian_3 = مارس
gregorian_4 = أبريل
gregorian_5 = مايو
gregorian_6 = يونيو
gregorian_7 = يوليو
gregorian_8 = أغسطس
gregorian_9 = سبتمبر
gregorian_10 = أكتوبر
gregorian_11 = نوفمبر
gregorian_12 = ديسمبر

era_solar_hijri = هـ ش
solar_hijri_1 = فروردين
solar_hijri_2 = أرديبهشت
solar_hijri_3 = خرداد
solar_hijri_4 = تير
solar_hijri_5 = مرداد
solar_hijri_6 = شهريور
solar_hijri_7 = مهر
solar_hijri_8 = آبان
solar_hijri_9 = آذر
solar_hijri_10 = دي
solar_hijri_11 = بهمن
solar_hijri_12 = إسفند

era_islamic = هـ
islamic_1 = محرم
islamic_2 = صفر
islamic_3 = ربيع الأول
islamic_4 = ربيع الآخر
islamic_5 = جمادى الأولى
islamic_6 = جمادى الآخرة
islamic_7 = رجب
islamic_8 = شعبان
islamic_9 = رمضان
islamic_10 = شوال
islamic_11 = ذو القعدة
islamic_12 = ذو الحجة
