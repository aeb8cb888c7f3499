"""Letters as pages show them, and as papers."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, get_args

from fastapi import Request, Response

from services.registration.letters.model import How, Letter, Sheet
from services.registration.letters.paper import TEMPLATE, Origin, content
from services.registration.letters.press import pressed
from services.registration.letters.queries import replaced_by
from shared.flow.service import Service
from shared.locale import DEFAULTS, digits, direction
from shared.locale.dates import day
from shared.paper import MEDIA
from shared.periods import Period
from shared.periods.said import said
from shared.store import Store
from shared.web import Pages, reader_language

html = Pages("services.registration.letters")
TONES = {"numbered": "brand", "sent": "good", "void": "bad"}
SAYS = (
    *("the_secretariat", "subject", "greeting", "facts_follow", "venue_address", "delegates", "closing"),
    *("foot", "page_of", "code"),
)
"""The texts of a letter, and of the sheet that it stands on."""
HOW: tuple[How, ...] = get_args(How)
REFUSED = ("withdrawn", "declined", "too-late", "over", "vacant", "erased", "no-post")
"""Why no letter is written now, as far as there are words for it."""


def origin(request: Request) -> Origin:
    """Whose letters these are."""
    state = request.app.state
    service: Service = state.service
    return Origin(state.keys, state.installation.settings.address, service.clock())


async def paper(request: Request, letter: Letter) -> Response:
    """The letter as PDF, named by its number."""
    pdf = await pressed(request.app.state, TEMPLATE, content(letter, origin(request)))
    name = f'attachment; filename="letter-{letter.number.replace("/", "-")}.pdf"'
    return Response(pdf, media_type=MEDIA, headers={"Content-Disposition": name})


async def rows(request: Request, store: Store, letters: Sequence[Letter]) -> list[dict[str, Any]]:
    """Each with its number in the reader's digits, to whom it went, and by which it was replaced."""
    language, after = reader_language(request), await replaced_by(store, [each.id for each in letters])
    return [_row(each, after.get(each.id), language) for each in letters]


def _row(letter: Letter, after: Letter | None, language: str) -> dict[str, Any]:
    style, sheet = DEFAULTS[language].digits, letter.sheet
    return {
        "it": letter,
        "number": digits(letter.number, style),
        "dated": on_day(letter.dated, language),
        "to": sheet.addressee if sheet else [],
        "subject": sheet.subject if sheet else "",
        "sent_on": on_day(letter.sent_on, language) if letter.sent_on else "",
        "after": after,
        "after_number": digits(after.number, style) if after else "",
        "tone": TONES[letter.state],
    }


def sheet_of(sheet: Sheet | None) -> dict[str, Any] | None:
    """What a letter says, and in which direction it is read."""
    return asdict(sheet) | {"direction": direction(sheet.language)} if sheet else None


def on_day(at: date, language: str) -> str:
    """A day in the reader's calendar."""
    return said(Period(*day(at, DEFAULTS[language].calendar)), language)
