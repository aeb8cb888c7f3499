# How a day is told: names after Unicode CLDR; the months of other calendars by their usual transliteration.

day = { $weekday }, { $day } { $month } { $year }
date_time = { $date }, { $time }

weekday_0 = Monday
weekday_1 = Tuesday
weekday_2 = Wednesday
weekday_3 = Thursday
weekday_4 = Friday
weekday_5 = Saturday
weekday_6 = Sunday

era_gregorian = (Gregorian)
gregorian_1 = January
gregorian_2 = February
gregorian_3 = March
gregorian_4 = April
gregorian_5 = May
gregorian_6 = June
gregorian_7 = July
gregorian_8 = August
gregorian_9 = September
gregorian_10 = October
gregorian_11 = November
gregorian_12 = December

era_solar_hijri = SH
solar_hijri_1 = Farvardin
solar_hijri_2 = Ordibehesht
solar_hijri_3 = Khordad
solar_hijri_4 = Tir
solar_hijri_5 = Mordad
solar_hijri_6 = Shahrivar
solar_hijri_7 = Mehr
solar_hijri_8 = Aban
solar_hijri_9 = Azar
solar_hijri_10 = Dey
solar_hijri_11 = Bahman
solar_hijri_12 = Esfand

era_islamic = AH
islamic_1 = Muharram
islamic_2 = Safar
islamic_3 = Rabiʻ I
islamic_4 = Rabiʻ II
islamic_5 = Jumada I
islamic_6 = Jumada II
islamic_7 = Rajab
islamic_8 = Shaʻban
islamic_9 = Ramadan
islamic_10 = Shawwal
islamic_11 = Dhuʻl-Qiʻdah
islamic_12 = Dhuʻl-Hijjah
