"""What the files of texts say, and what the templates ask of them: read from their own trees, for the tests that compare both."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term, TextElement, VariableReference
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

from services.notifications.rules import Rule
from shared.locale import LANGUAGES

HOUSE = Path(__file__).parents[2]
PACKAGES = sorted(
    ".".join(file.relative_to(HOUSE).parts[:-2])
    for place in ("shared", "services")
    for file in (HOUSE / place).rglob(f"texts/{LANGUAGES[0]}.ftl")
)
"""Every package that says something."""


class Text(NamedTuple):
    """A text: the names of what is inserted, and its words (of all its forms)."""

    inserted: frozenset[str]
    words: str


class Use(NamedTuple):
    """A place in a template that says a text. `key` may be the beginning of several (`state_` of `t["state_" ~ x]`, or ""): then
    it is `open`. `inserted` is None where the template hands over what it was given (`**votes`)."""

    key: str
    open: bool
    inserted: frozenset[str] | None


class _Reads(Visitor):
    def __init__(self) -> None:
        self.inserted: set[str] = set()
        self.words: list[str] = []

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.inserted.add(node.id.name)

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802
        self.words.append(node.value)


def folder(package: str) -> Path:
    """Where a package is."""
    return HOUSE.joinpath(*package.split("."))


def entries(package: str, language: str) -> list[Any]:
    """The entries of a file, broken ones too."""
    return FluentParser().parse((folder(package) / "texts" / f"{language}.ftl").read_text("utf-8")).body


@cache  # of every package in three languages, which are more than `lru_cache` keeps
def said(package: str, language: str) -> dict[str, Text]:
    """Key -> what is said."""
    found: dict[str, Text] = {}
    for entry in entries(package, language):
        assert not isinstance(entry, Junk | Term), f"{package}, {language}: {entry}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{package}, {language}: {entry.id.name} is there twice"
            assert not entry.attributes, f"{package}, {language}: nothing reads attributes ({entry.id.name})"
            reads = _Reads()
            reads.visit(entry)
            found[entry.id.name] = Text(frozenset(reads.inserted), " ".join(reads.words))
    return found


def templates(package: str) -> list[Path]:
    """The pages and mails of a package."""
    return sorted(folder(package).glob("*.html")) + sorted((folder(package) / "templates").glob("*.html"))


@cache
def uses(template: Path) -> tuple[Use, ...]:
    """Each place that says a text."""
    return tuple(_uses(template))


def _uses(template: Path) -> Iterator[Use]:
    tree = Environment().parse(template.read_text("utf-8"))
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Call)):
        match node:
            case nodes.Getattr(node=nodes.Name(name="t"), attr=key):
                yield Use(key, False, frozenset())
            case nodes.Getitem(node=nodes.Name(name="t"), arg=key):
                yield Use(*_key(key), frozenset())
            case nodes.Call(node=nodes.Name(name="t"), args=[key], kwargs=given, dyn_kwargs=None):
                yield Use(*_key(key), frozenset(each.key for each in given))
            case nodes.Call(node=nodes.Name(name="t"), args=[key]):
                yield Use(*_key(key), None)


def _key(node: nodes.Node) -> tuple[str, bool]:
    match node:
        case nodes.Const(value=str(key)):
            return key, False
        case nodes.Concat(nodes=[nodes.Const(value=str(begin)), *_]) | nodes.Add(left=nodes.Const(value=str(begin))):
            return begin, True
    return "", True


def own_words(template: Path) -> list[str]:
    """Words that a template says by itself: letters outside of tags and of what Jinja reads."""
    parts = [
        value if kind == "data" else "\0" if kind == "variable_begin" else ""
        for _, kind, value in Environment().lex(template.read_text("utf-8"))
    ]
    text = re.sub(r"<code.*?</code>|<style.*?</style>|<[^>]*>|&\w+;", " ", "".join(parts), flags=re.DOTALL)
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)


def fields(*names: str, **families: Iterable[object]) -> set[str]:
    """Keys: these, and of each family its name before each value."""
    return {*names} | {f"{family}{value}" for family, values in families.items() for value in values}


def words_of(rule: Rule) -> set[str]:
    """Of the facts of a mail that are one of few words, the keys that say each of them."""
    hints = {fact: rule.event.model_fields[fact].annotation for fact in rule.facts}
    few = {
        fact: [*get_args(hint), *(word for each in get_args(hint) for word in get_args(each))]
        for fact, hint in hints.items()
    }
    return {f"{fact}_{word}" for fact, words in few.items() for word in words if isinstance(word, str)}
