"""Pages: a service's templates on the shared frame, in the reader's language and direction."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from shared.http.visit import visit
from shared.locale import LANGUAGES, NAMES, choose, direction, negotiate

Texts = dict[str, dict[str, str]]
COOKIE = "language"


class Pages:
    """The pages of one package, e.g. `Pages("services.minutes.record")`: the `*.html` in its folder, which extend `base.html`.

    `texts.json` beside them holds the words: `{"key": {"en": …, "fa": …, "ar": …}}`; a template says `{{ t.key }}`. A folder
    `templates/` of the package is looked into, too.
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
        self._words = lru_cache(maxsize=len(LANGUAGES))(self._read_words)

    def answer(self, request: Request, name: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """The page `name`, with what is given.

        Beside that: `t`, `language`, `direction`, `languages` (for the switcher), `caller`, `root` (where the app is mounted).
        """
        language = reader_language(request)
        html = self._environment.get_template(name).render(
            t=self._words(language),
            language=language,
            direction=direction(language),
            languages=_switcher(request),
            caller=visit(request).caller,
            root=request.scope.get("root_path", ""),
            **context,
        )
        response = HTMLResponse(html, status, {"Content-Language": language, "Vary": "Accept-Language, Cookie"})
        if request.query_params.get("lang") == language:
            response.set_cookie(COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
        return response

    def _read_words(self, language: str) -> dict[str, str]:
        texts: Texts = {}
        for package, folder in reversed(_folders("shared.web", self._package)):
            texts |= _texts(package, folder)
        return {key: choose(text, language) for key, text in texts.items()}


def reader_language(request: Request) -> str:
    """`?lang=`, else the cookie, else `Accept-Language`, else English."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return negotiate(request.headers.get("accept-language", ""))


def _folders(*packages: str) -> list[tuple[str, str]]:
    """Where the pages of packages are, the last package first: its own folder, and `templates/` where there is one."""
    there = [(package, folder) for package in reversed(packages) for folder in (".", "templates")]
    return [(package, folder) for package, folder in there if (files(package) / folder).is_dir()]


def _texts(package: str, folder: str) -> Texts:
    file = files(package) / folder / "texts.json"
    texts: Texts = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return texts


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
