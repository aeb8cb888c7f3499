"""A letter on paper: what `letter.typ` shows. To what the letter says itself come its number, its code and the frame."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import orjson
import segno

from services.registration.letters.drawing import PACKAGES
from services.registration.letters.model import Letter, LetterState, Sheet
from shared.auth import Keys
from shared.errors import NotFound
from shared.locale import Texts, digits, direction

TEMPLATE: Final = Path(__file__).with_name("letter.typ")
_LETTERS: Final = str.maketrans("0123456789abcdef", "ABCDEFGHJKLMNPRT")
"""Digits would change places among words from right to left."""
_EVEN: Final = timedelta(milliseconds=500)
"""A link that is made again ends in the same second: the same letter is the same paper."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose letters these are: the key that signs their links, where the installation is, and what time it is."""

    keys: Keys
    address: str
    now: datetime

    def reply_address(self, letter: Letter) -> str:
        """Where the invitation is answered, without an account."""
        good_for = letter.answers_until.replace(microsecond=0) - self.now + _EVEN
        return (
            f"{self.address}/registration/invitation?link={self.keys.link('invitation', letter.invitation, good_for)}"
        )

    def check(self, letter: Letter) -> str:
        """What stands at its foot, and only this installation can tell; of a letter that says anything else it is another."""
        said = sha256(orjson.dumps(asdict(letter.sheet)) if letter.sheet else b"").hexdigest()
        text = self.keys.fingerprint("letter", f"{letter.number} {letter.id} {said}").hex.translate(_LETTERS)
        return f"{text[:4]} {text[4:8]}"


def content(letter: Letter, origin: Origin) -> dict[str, Any]:
    """What the template needs. Raises NotFound once nothing is kept of it but the number."""
    if letter.sheet is None:
        raise NotFound("Of this letter nothing is kept but its number.")
    sheet = letter.sheet
    t = Texts(sheet.language, sheet.digits, *PACKAGES)
    number, address = f"\u2066{digits(letter.number, sheet.digits)}\u2069", origin.reply_address(letter)
    return {
        **asdict(sheet),
        "direction": direction(sheet.language),
        "site": sheet.head,
        "title": f"{sheet.subject} ({number})",
        "foot": t("foot", number=number, check=f"\u2066{origin.check(letter)}\u2069"),
        "page": t("page_of", page="@", pages="#"),
        "about": _about(sheet, number, t),
        "void": t["void_mark"] if letter.state is LetterState.VOID else None,
        "address": address,
        "code": code(address),
        "texts": {"code": t["code"]},
    }


def code(address: str) -> str:
    """The address as a code for cameras, as SVG."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _about(sheet: Sheet, number: str, t: Texts) -> list[dict[str, str]]:
    told = {"number": number, "date": sheet.date, "in_place_of": sheet.replaces}
    return [{"label": t[key], "value": value} for key, value in told.items() if value]
