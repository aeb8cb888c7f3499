"""Pages: a service's templates on the shared frame, in the reader's language and direction."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from shared.contracts.people import Digits
from shared.http.visit import visit
from shared.locale import DEFAULTS, LANGUAGES, NAMES, Texts, choose, direction, negotiate

COOKIE = "language"

R = TypeVar("R", bound=Response)


class Pages:
    """The pages of one package, e.g. `Pages("services.minutes.record")`: the `*.html` in its folder, which extend `base.html`.

    Its texts are in `texts/<language>.ftl`. A template says `{{ t.key }}`, or `{{ t("key", rank=3) }}` where something is
    inserted (see `shared.locale.Texts`).
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._environment = Environment(
            loader=ChoiceLoader(
                [PackageLoader(package, folder) for package, folder in _folders("shared.web", package)]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def answer(
        self, request: Request, name: str, *, status: int = 200, digits: Digits | None = None, **context: Any
    ) -> HTMLResponse:
        """The page `name`, with what is given. `digits` are the reader's, where they are known.

        Beside that: `t`, `language`, `direction`, `languages` (for the switcher), `caller`, `root` (where the app is mounted).
        """
        language = reader_language(request)
        html = self._environment.get_template(name).render(
            t=self._texts(language, digits or DEFAULTS[language].digits),
            language=language,
            direction=direction(language),
            languages=_switcher(request),
            caller=visit(request).caller,
            root=request.scope.get("root_path", ""),
            **context,
        )
        response = HTMLResponse(html, status, {"Content-Language": language, "Vary": "Accept-Language, Cookie"})
        return keeping_language(request, response)

    def _texts(self, language: str, digits: Digits) -> Texts:
        packages = [each for each in (self._package, "shared.web") if (files(each) / "texts").is_dir()]
        return _Until(language, digits, *packages).beside(_json(self._package, language))


class _Until(Texts):
    """Texts beside those of a `texts.json`, until every one of these has become `texts/<language>.ftl`."""

    def beside(self, json: dict[str, str]) -> "_Until":
        """These, and the texts of a file that is still JSON."""
        self._json = json
        return self

    def __getitem__(self, key: str) -> str:
        return self._json.get(key) or super().__getitem__(key)

    def get(self, key: str, otherwise: str) -> str:
        """The text, or this where there is none."""
        return self._json.get(key) or super().get(key, otherwise)


@lru_cache
def _json(package: str, language: str) -> dict[str, str]:
    texts: dict[str, dict[str, str]] = {}
    for folder in (".", "templates"):
        file = files(package) / folder / "texts.json"
        texts |= json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return {key: choose(text, language) for key, text in texts.items()}


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


def _folders(*packages: str) -> list[tuple[str, str]]:
    """Where the pages of packages are, the last package first: its own folder, and `templates/` where there is one."""
    there = [(package, folder) for package in reversed(packages) for folder in (".", "templates")]
    return [(package, folder) for package, folder in there if (files(package) / folder).is_dir()]


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
