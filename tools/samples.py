"""Writes the sample tables beside this file: 60 organizations and 400 people of a conference on river basins, all made up.

Rivers and places exist nowhere, countries are user-assigned codes of ISO 3166 (XA to XJ), addresses are of reserved domains
(RFC 2606). The same every time: `python tools/samples.py`.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

HERE = Path(__file__).parents[1] / "samples"

RIVERS = (
    ("Sarvab", "سرواب", "سرواب"),
    ("Niloor", "نیلور", "نيلور"),
    ("Mahrud", "ماهرود", "ماهرود"),
    ("Selmar", "سلمار", "سلمار"),
    ("Darisa", "داریسا", "داريسا"),
    ("Kelvan", "کلوان", "كلوان"),
    ("Velora", "ولورا", "فيلورا"),
    ("Samarin", "سامارین", "سامارين"),
    ("Lirenda", "لیرندا", "ليريندا"),
    ("Othmera", "اوتمرا", "أوثميرا"),
)
KINDS = (
    ("ASM", "assembly", "{} Basin Assembly", "مجمع حوضهٔ {}", "مجلس حوض {}"),
    ("COM", "committee", "Water Committee of the {} Basin Assembly", "کمیتهٔ آب مجمع حوضهٔ {}", "لجنة المياه في مجلس حوض {}"),
    ("MIN", "ministry", "{} Ministry of Water", "وزارت آب {}", "وزارة المياه في {}"),
    ("RIV", "authority", "{} River Authority", "سازمان رودخانهٔ {}", "هيئة نهر {}"),
    ("CTY", "municipality", "Municipality of {} Delta", "شهرداری دلتای {}", "بلدية دلتا {}"),
    ("FRM", "association", "{} Farmers' Association", "انجمن کشاورزان {}", "جمعية مزارعي {}"),
)  # fmt: skip


def _names(text: str) -> list[tuple[str, str]]:
    """Each name as it is written, and as it stands in an address."""
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))


PERSIAN_FIRST = _names("""
    آرزو arezu بهرام bahram پریسا parisa جمشید jamshid
    دریا darya رامین ramin سپیده sepideh شایان shayan
    فرناز farnaz کاوه kaveh لاله laleh مهران mehran
""")
PERSIAN_LAST = _names("""
    آبکنار abkenar باران‌دوست barandust چشمه‌سار cheshmehsar رودبان rudban
    سایه‌بان sayeban کاریزی karizi نخلستانی nakhlestani نیزاری neyzari
    هامون‌نشین hamunneshin دشت‌آرا dashtara ابرپوش abrpush
""")
ARABIC_FIRST = _names("""
    أمل amal بشير bashir جنى jana حاتم hatem
    دلال dalal رامي rami سلمى salma طارق tareq
    غادة ghada فارس fares ليان layan نزار nizar
""")
ARABIC_LAST = _names("""
    السواقي alsawaqi الينابيع alyanabi الغدير alghadir النواعير alnawair
    الضفاف aldifaf القصباء alqasba الجداول aljadawil المنابع almanabi
    الفيضان alfayadan الواحات alwahat السدود alsudud
""")
ENGLISH_FIRST = _names("""
    Alma alma Basil basil Clara clara Dorian dorian
    Edith edith Felix felix Greta greta Hector hector
    Imogen imogen Jasper jasper Lydia lydia Magnus magnus
""")
ENGLISH_LAST = _names("""
    Alderbrook alderbrook Brackwater brackwater Coldspring coldspring Deepford deepford
    Fenwater fenwater Millrace millrace Osierbed osierbed Reedham-Vale reedhamvale
    Sluicegate sluicegate Tidewell tidewell Weirside weirside
""")
POSITIONS = {
    "fa": ("کارشناس آب", "نمایندهٔ مجمع", "مدیر حوضه", "مهندس سد", "پژوهشگر"),
    "ar": ("خبير مياه", "عضو المجلس", "مديرة حوض", "مهندس سدود", "باحثة"),
    "en": ("Hydrologist", "Member of the Assembly", "Basin manager", "Dam engineer", "Researcher"),
}
HABITS = {
    "fa": (("solar_hijri", "persian", "Asia/Tehran"),),
    "ar": (
        ("islamic", "arabic", "Asia/Baghdad"),
        ("gregorian", "arabic", "Africa/Cairo"),
        ("gregorian", "latin", "Africa/Tunis"),
    ),
    "en": (
        ("gregorian", "latin", "Europe/London"),
        ("gregorian", "latin", "Africa/Nairobi"),
        ("gregorian", "latin", "Asia/Singapore"),
    ),
}
NAMES = {"fa": (PERSIAN_FIRST, PERSIAN_LAST), "ar": (ARABIC_FIRST, ARABIC_LAST), "en": (ENGLISH_FIRST, ENGLISH_LAST)}
DOMAINS = ("example.org", "example.net", "example.com")
PEOPLE = ("email", "name", "language", "calendar", "digits", "time_zone", "organization", "position")
IN_FULL = ("title", "badge", "passport", "precedence")
FIRST = (
    ("دکتر", "", "ABKENAR AREZU", "2"),
    ("الدكتورة", "أمل", "", "1"),
    ("Dr", "Alma", "ALDERBROOK ALMA JUNE", "1"),
)
"""What is told in full of the first of them."""

BROKEN = (
    ("darya.rudban@example.org", "دریا رودبان", "fa", "solar_hijri", "persian", "Asia/Tehran", "", "کارشناس آب"),
    ("not an address", "Alma Fenwater", "en", "gregorian", "latin", "UTC", "", ""),
    ("basil.millrace@example.net", "", "en", "gregorian", "latin", "UTC", "", ""),
    ("rami.alghadir@example.com", "رامي الغدير", "xx", "lunar", "arabic", "Mars/Olympus", "", ""),
    ("clara.tidewell@example.org", '=HYPERLINK("http://example.org")', "en", "gregorian", "latin", "UTC", "", ""),
    ("DARYA.rudban@example.org", "دریا رودبان", "fa", "solar_hijri", "persian", "Asia/Tehran", "", ""),
    ("felix.weirside@example.net", "Felix Weirside", "en", "gregorian", "latin", "UTC", "NOBODY-99", ""),
    ("greta.deepford@example.com", "Greta Deepford", "en", "gregorian", "latin", "UTC", "", "Engineer", "too much"),
)


def organizations() -> Iterator[tuple[str, ...]]:
    """Six of each river; the committee belongs to the assembly."""
    yield ("code", "name_en", "name_fa", "name_ar", "kind", "country", "parent")
    for number, (en, fa, ar) in enumerate(RIVERS):
        for code, kind, in_en, in_fa, in_ar in KINDS:
            parent = f"{en[:3].upper()}-ASM" if kind == "committee" else ""
            country = f"X{chr(ord('A') + number)}"
            yield (
                f"{en[:3].upper()}-{code}",
                in_en.format(en),
                in_fa.format(fa),
                in_ar.format(ar),
                kind,
                country,
                parent,
            )


def people(many: int) -> Iterator[tuple[str, ...]]:
    """A third each in Persian, Arabic and English."""
    yield (*PEOPLE, *IN_FULL)
    codes = cycle([row[0] for row in organizations()][1:])
    for n, language in enumerate(islice(cycle(("fa", "ar", "en")), many)):
        turn = n // 3
        firsts, lasts = NAMES[language]
        first, last = firsts[turn % len(firsts)], lasts[turn % len(lasts)]  # 12 and 11: no pair comes twice in 132
        again = turn // (len(firsts) * len(lasts))
        address = f"{first[1]}.{last[1]}{again + 1 if again else ''}@{DOMAINS[n % 3]}"
        habits = HABITS[language][turn % len(HABITS[language])]
        name, position = f"{first[0]} {last[0]}", POSITIONS[language][turn % 5]
        full = FIRST[n] if n < len(FIRST) else ("",) * len(IN_FULL)
        yield (address, name, language, *habits, next(codes), position, *full)


def write(name: str, rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> None:
    """A table with a byte-order mark, so that spreadsheets read it as UTF-8."""
    with (HERE / name).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    write("organizations.csv", organizations())
    write("people.csv", people(400))
    write("broken.csv", (PEOPLE, *BROKEN))
