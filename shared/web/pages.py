"""Pages: a service's templates on the shared frame, in the reader's language and direction."""

from datetime import datetime
from functools import partial
from types import CodeType
from typing import Any, TypeVar
from uuid import uuid4
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import BytecodeCache, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from shared.contracts.people import Digits
from shared.http.visit import visit
from shared.locale import DEFAULTS, LANGUAGES, Texts, date_time, direction
from shared.locale import digits as as_digits
from shared.locale.languages import NAMES, Habits, negotiate

COOKIE = "language"

R = TypeVar("R", bound=Response)


class _Compiled(BytecodeCache):
    """What a process compiled of the shared frame, for every package that extends it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Templates(Environment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Most of what is shown are dictionaries and texts: they are asked as such first. Methods of dictionaries stay these."""
        keyed = type(obj) in {dict, Texts} and attribute in obj and not hasattr(dict, attribute)
        return obj[attribute] if keyed else super().getattr(obj, attribute)


class Pages:
    """The pages of one package, e.g. `Pages("services.minutes.record")`: the `*.html` in its folder, which extend `base.html`.

    Its texts are in `texts/<language>.ftl`. A template says `{{ t.key }}`, or `{{ t("key", rank=3) }}` where something is
    inserted (see `shared.locale.Texts`).
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._environment = _Templates(
            loader=ChoiceLoader([PackageLoader(package, ""), PackageLoader("shared.web")]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
            auto_reload=False,  # else it looks at the file of each part that a row includes
        )

    def answer(
        self, request: Request, name: str, *, status: int = 200, digits: Digits | None = None, **context: Any
    ) -> HTMLResponse:
        """The page `name`, with what is given. `digits` are the reader's, where they are known.

        Beside that: `t`, `language`, `direction`, `languages` (for the switcher), `caller`, `root` (where the app is mounted),
        and what docs/pages.md names.
        """
        language = reader_language(request)
        habits = DEFAULTS[language]._replace(digits=digits or DEFAULTS[language].digits)
        html = self._environment.get_template(name).render(
            t=Texts(language, habits.digits, self._package, "shared.web"),
            language=language,
            direction=direction(language),
            languages=_switcher(request),
            caller=visit(request).caller,
            root=request.scope.get("root_path", ""),
            path=request.url.path,
            calendar=habits.calendar,
            n=lambda number: as_digits(f"{number}", habits.digits),
            when=partial(_when, language, habits),
            new_key=uuid4,
            **context,
        )
        response = HTMLResponse(html, status, {"Content-Language": language, "Vary": "Accept-Language, Cookie"})
        return keeping_language(request, response)


def reader_language(request: Request) -> str:
    """`?lang=`, else the cookie, else `Accept-Language`, else English."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return negotiate(request.headers.get("accept-language", ""))


def keeping_language(request: Request, response: R) -> R:
    """The answer to somebody who chose a language by a link: the next page speaks it, too."""
    language = request.query_params.get("lang")
    if language in LANGUAGES:
        response.set_cookie(COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
    return response


def _when(language: str, habits: Habits, at: datetime | str, zone: str = "") -> str:
    """A moment as the reader says it, by the clocks of `zone`, else by the reader's own; "" for typed text that is none."""
    try:
        moment = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone)) if isinstance(at, str) else at
    except (KeyError, ValueError, OSError):
        return ""
    return date_time(moment, language=language, **habits._replace(zone=zone or habits.zone)._asdict())


def _switcher(request: Request) -> list[dict[str, str]]:
    """The same page in each language."""
    return [
        {
            "code": code,
            "name": name,
            "direction": direction(code),
            "href": f"?{request.url.include_query_params(lang=code).query}",
        }
        for code, name in NAMES.items()
    ]
