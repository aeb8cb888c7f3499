"""Texts for people: Project Fluent files (`texts/<language>.ftl`) in the folder of what says them. ADR 0006 says why Fluent."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeAlias, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.runtime.types import FluentInt
from fluent.syntax.ast import Junk

from shared.contracts.people import Digits
from shared.locale.digits import in_digits, isolated

Inserted: TypeAlias = tuple[tuple[str, str | int], ...]


class Texts:
    """What these packages say to one reader: `t["key"]`, or `t("key", rank=3)` where something is inserted.

    A number that is inserted is shown in the reader's digits and chooses the plural form; a string is isolated where it holds
    words of the other direction. A text that is not there is a `KeyError`; one that wants another variable is a `ValueError`.
    """

    def __init__(self, language: str, digits: Digits, *packages: str) -> None:
        self._bundle, self._language, self._digits = _read(language, *packages), language, digits

    def __call__(self, key: str, /, **inserted: str | int) -> str:
        """The text with this inserted."""
        say = _said if any(isinstance(value, str) for value in inserted.values()) else _counted
        return say(self._bundle, self._language, self._digits, key, tuple(inserted.items()))

    __getitem__ = __call__

    def __contains__(self, key: str) -> bool:
        return self._bundle.has_message(key)


def _said(bundle: FluentBundle, language: str, digits: Digits, key: str, inserted: Inserted) -> str:
    shown = {name: isolated(value, language) if isinstance(value, str) else _Number(value) for name, value in inserted}
    for number in (each for each in shown.values() if isinstance(each, _Number)):
        number.digits = digits
    said = ResolverEnvironment(bundle, [], current=CurrentEnvironment(shown))
    text = cast(Pattern, bundle.get_message(key).value)(said)
    if said.errors:
        raise ValueError(f"{key}, {language}: {said.errors}")
    return str(text)


_counted = lru_cache(maxsize=10_000)(_said)
"""Into which nothing but numbers is inserted: a page says the same of each of its rows. Nobody's words are kept."""


class _Number(FluentInt):
    """A whole number that is shown in these digits."""

    digits: Digits

    def format(self, locale: Any) -> str:  # noqa: ARG002
        return in_digits(str(int(self)), self.digits)


_parsed = cache(FluentResource)
"""To parse one takes longer than a page, and the texts of the shared frame are among those of each package."""


@cache
def _read(language: str, *packages: str) -> FluentBundle:
    """The texts of these packages. Raises `ValueError` for a file that is broken."""
    bundle = FluentBundle([language], use_isolating=False)  # we isolate what needs it
    for package in packages:
        resource = _parsed((files(package) / "texts" / f"{language}.ftl").read_text("utf-8"))
        if broken := [entry.content for entry in resource.body if isinstance(entry, Junk)]:
            raise ValueError(f"{package}, {language}.ftl: {broken}")
        bundle.add_resource(resource)
    return bundle
