"""Names of weekdays and months: after Unicode CLDR; Solar Hijri months in Arabic by their usual transliteration."""


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(","))


WEEKDAYS = {  # Monday first, as `datetime.weekday` counts
    "en": _names("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"),
    "fa": _names("دوشنبه,سه‌شنبه,چهارشنبه,پنجشنبه,جمعه,شنبه,یکشنبه"),
    "ar": _names("الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد"),
}

MONTHS = {
    "gregorian": {
        "en": _names("January,February,March,April,May,June,July,August,September,October,November,December"),
        "fa": _names("ژانویهٔ,فوریهٔ,مارس,آوریل,مهٔ,ژوئن,ژوئیهٔ,اوت,سپتامبر,اکتبر,نوامبر,دسامبر"),
        "ar": _names("يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر"),
    },
    "solar_hijri": {
        "en": _names("Farvardin,Ordibehesht,Khordad,Tir,Mordad,Shahrivar,Mehr,Aban,Azar,Dey,Bahman,Esfand"),
        "fa": _names("فروردین,اردیبهشت,خرداد,تیر,مرداد,شهریور,مهر,آبان,آذر,دی,بهمن,اسفند"),
        "ar": _names("فروردين,أرديبهشت,خرداد,تير,مرداد,شهريور,مهر,آبان,آذر,دي,بهمن,إسفند"),
    },
    "islamic": {
        "en": _names(
            "Muharram,Safar,Rabiʻ I,Rabiʻ II,Jumada I,Jumada II,Rajab,Shaʻban,Ramadan,Shawwal,Dhuʻl-Qiʻdah,Dhuʻl-Hijjah"
        ),
        "fa": _names("محرم,صفر,ربیع‌الاول,ربیع‌الثانی,جمادی‌الاول,جمادی‌الثانی,رجب,شعبان,رمضان,شوال,ذیقعده,ذیحجه"),
        "ar": _names(
            "محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة"
        ),
    },
}

ERAS = {  # said where the reader may not expect the calendar
    "gregorian": {"en": "(Gregorian)", "fa": "میلادی", "ar": "(ميلادي)"},
    "solar_hijri": {"en": "SH", "fa": "", "ar": "هـ ش"},
    "islamic": {"en": "AH", "fa": "قمری", "ar": "هـ"},
}

AT = {"en": ", {time}", "fa": "، ساعت {time}", "ar": "، الساعة {time}"}
"""Joins a time to a date."""
