"""What conferences often ask for, to begin with: taken over, they are the category's own and may be changed like all others."""

from collections.abc import Mapping
from typing import Final

from services.registration.fields.checks import Choice, Field, Kind, SaidBy
from shared.contracts.gatherings import GatheringKind
from shared.locale import LANGUAGES

_Words = tuple[str, str, str]


def _text(words: _Words) -> dict[str, str]:
    return dict(zip(LANGUAGES, words, strict=True))


def _of(
    key: str, kind: Kind, words: _Words, choices: dict[str, _Words] | None = None, said_by: SaidBy = "person"
) -> Field:
    offered = [Choice(each, _text(label)) for each, label in (choices or {}).items()]
    return Field(key, kind, _text(words), offered, said_by=said_by)


PRESETS: Final = {
    each.key: each
    for each in (
        _of("passport", "text", ("Passport number", "شمارهٔ گذرنامه", "رقم جواز السفر")),
        _of(
            "passport_copy",
            "file",
            (
                "Copy of the page of the passport with the photo",
                "رونوشت صفحهٔ عکس‌دار گذرنامه",
                "نسخة من صفحة الصورة في جواز السفر",
            ),
        ),
        _of("photo", "photo", ("Photo for the badge", "عکس برای کارت شرکت", "صورة للبطاقة")),
        _of("passport_expires", "date", ("Passport valid until", "اعتبار گذرنامه تا", "صلاحية جواز السفر حتى")),
        _of(
            "visa_letter",
            "yes_no",
            ("I need a letter for a visa", "برای روادید نامه لازم دارم", "أحتاج إلى رسالة للتأشيرة"),
        ),
        _of(
            "visa_status",
            "choice",
            ("Letter for the visa", "نامهٔ روادید", "رسالة التأشيرة"),
            {
                "asked": ("asked for", "درخواست شده", "طُلبت"),
                "sent": ("sent", "فرستاده شده", "أُرسلت"),
                "refused": ("not possible", "ممکن نیست", "غير ممكنة"),
            },
            "shown",
        ),
        _of(
            "visa_paper", "file", ("The letter for the visa", "نامه برای روادید", "رسالة التأشيرة نفسها"), None, "shown"
        ),
        _of("arrival", "date", ("Day of arrival", "روز رسیدن", "يوم الوصول")),
        _of("departure", "date", ("Day of departure", "روز رفتن", "يوم المغادرة")),
        _of(
            "accommodation",
            "choice",
            ("Accommodation", "اقامت", "الإقامة"),
            {
                "own": ("I see to it myself", "خودم فراهم می‌کنم", "أتدبرها بنفسي"),
                "arranged": ("please arrange it", "لطفاً فراهم کنید", "أرجو ترتيبها"),
            },
        ),
        _of(
            "interpretation",
            "several",
            ("Interpretation", "ترجمهٔ هم‌زمان", "الترجمة الفورية"),
            {
                "en": ("into English", "به انگلیسی", "إلى الإنجليزية"),
                "fa": ("into Persian", "به فارسی", "إلى الفارسية"),
                "ar": ("into Arabic", "به عربی", "إلى العربية"),
                "sign": ("into sign language", "به زبان اشاره", "إلى لغة الإشارة"),
            },
        ),
        _of(
            "diet",
            "several",
            ("Diet", "رژیم غذایی", "النظام الغذائي"),
            {
                "vegetarian": ("vegetarian", "گیاهخواری", "نباتي"),
                "vegan": ("vegan", "وگان", "نباتي صرف"),
                "halal": ("halal", "حلال", "حلال"),
                "no_gluten": ("without gluten", "بدون گلوتن", "خالٍ من الغلوتين"),
                "no_nuts": ("without nuts", "بدون آجیل", "خالٍ من المكسرات"),
            },
        ),
        _of(
            "access",
            "long_text",
            (
                "What helps you to take part (a ramp, an induction loop, a companion)",
                "آنچه شرکت را برای شما آسان می‌کند (سطح شیب‌دار، حلقهٔ شنوایی، همراه)",
                "ما يسهّل مشاركتك (منحدر، حلقة سمعية، مرافق)",
            ),
        ),
    )
}

USUAL: Final[Mapping[GatheringKind, tuple[str, ...]]] = {
    "conference": (
        "passport",
        "visa_letter",
        "arrival",
        "departure",
        "accommodation",
        "interpretation",
        "diet",
        "access",
    ),
    "meeting": ("interpretation", "diet", "access"),
    "public_event": ("access",),
}
"""What each kind of gathering usually asks of those who come: it is proposed where a category asks for nothing yet."""
