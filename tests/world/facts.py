"""What every test may say of a fictional conference on river basins, 21 March 2030 (Nowruz) in Tehran."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

SPACE = UUID("52e3f1a6-90a4-4a0d-8b0e-0f4c8f6b7a02")
MORNING = datetime(2030, 3, 21, 5, 30, tzinfo=UTC)
EVENING = datetime(2030, 3, 21, 14, 30, tzinfo=UTC)
TITLE = {"en": "Shared river basins", "fa": "حوضه‌های مشترک رودها", "ar": "الأحواض المشتركة"}
VENUE = {"en": "Hall of the Delta", "fa": "تالار دلتا", "ar": "قاعة الدلتا"}


def known(name: object) -> UUID:
    """The same id for the same name."""
    return uuid5(SPACE, str(name))


GATHERING = known("gathering")


def gathering_facts(**other: Any) -> dict[str, Any]:
    """The conference, as a command or an event has it."""
    return {
        "gathering": GATHERING,
        "gathering_kind": "conference",
        "title": TITLE,
        "venue": VENUE,
        "mode": "in_person",
        "starts_at": MORNING,
        "ends_at": EVENING,
        "time_zone": "Asia/Tehran",
        "capacity": {"delegate": 300},
        **other,
    }
