"""Draws `docs/map.md`, the map of consequences: which event, who hears it, what is then done, and what follows from that.

All of it comes from the subjects' tables. What a handler may publish is read from the code: the events in the signatures of
those methods that it, or a function of its service that it uses, calls on documents of its subject, and of those functions of
a model.
"""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import groupby, product
from pkgutil import iter_modules
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import Any, get_args, get_type_hints

from shared.contracts import Event, Topic
from shared.contracts.registry import TOPICS
from shared.flow import Together
from tools.schemas import published
from tools.subjects import Folder, everywhere, first_sentence

_INTRODUCTION = """\
# The map of consequences

*Drawn from the subjects' tables by `make docs`; do not edit.*

A box is a subject: one folder of a service. A line says which events of one are answered by another with something done; a
dotted line, that another keeps a mirror of it and does nothing else. What each event carries stands in [events.md](events.md).
"""


def map_md() -> str:
    """The page."""
    places = everywhere()
    parts = [_INTRODUCTION, _drawing(places)]
    return "\n".join([*parts, *(_topic(topic, places) for topic in TOPICS)])


# What follows from a handler


def _function(handler: Any) -> FunctionType:
    """The function of a handler: of a crowd, what is decided for all of it."""
    function = handler.decide if isinstance(handler, Together) else handler
    if not isinstance(function, FunctionType):
        raise TypeError(f"{handler} is no function.")
    return function


@cache
def _calls(function: FunctionType) -> list[ast.expr]:
    """What a function calls."""
    tree = ast.parse(dedent(inspect.getsource(function)))
    return [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _meant(function: FunctionType, called: ast.expr) -> Any:
    """What `name` or `module.name` means where it is called; None for anything else."""
    match called:
        case ast.Name(id=name):
            return function.__globals__.get(name)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return getattr(function.__globals__.get(module), name, None)
    return None


@cache
def _reached(first: FunctionType) -> list[FunctionType]:
    """A function, and the functions of services that are called on the way."""
    found, waiting = [first], [first]
    while waiting:
        function = waiting.pop()
        for meant in (_meant(function, called) for called in _calls(function)):
            if isinstance(meant, FunctionType) and meant.__module__.startswith("services.") and meant not in found:
                found.append(meant)
                waiting.append(meant)
    return found


def _events_in(hint: Any) -> Iterator[type[Event]]:
    if isinstance(hint, type) and issubclass(hint, Event):
        yield hint
    for inner in get_args(hint):
        yield from _events_in(inner)


@cache
def _ways(kind: type[Any]) -> dict[str, list[type[Event]]]:
    """Method of a document -> the events that it may return."""
    methods = inspect.getmembers(kind, lambda member: inspect.isfunction(member) or inspect.ismethod(member))
    return {name: list(_events_in(get_type_hints(method).get("return"))) for name, method in methods if name[0] != "_"}


@cache
def _on_the_way(first: FunctionType) -> tuple[set[str], list[type[Event]]]:
    """The names of the methods that a function, or one that it reaches, calls; and the events that rules among these return."""
    reached = _reached(first)
    called = {name.attr for function in reached for name in _calls(function) if isinstance(name, ast.Attribute)}
    rules = [get_type_hints(each).get("return") for each in reached if not inspect.iscoroutinefunction(each)]
    return called, [event for hint in rules for event in _events_in(hint)]


def follows(handler: Any, folder: Folder) -> list[type[Event]]:
    """The events of its subject that a handler may cause."""
    called, returned = _on_the_way(_function(handler))
    ways = [_ways(kind) for kind in folder.subject.kinds]  # type: ignore[arg-type]  # mypy takes a class for unhashable
    found = [event for each in ways for name, events in each.items() if name in called for event in events]
    found += returned
    return (
        [event for topic in folder.subject.publishes for event in published(topic) if event in found] if found else []
    )


@cache
def commands(package: ModuleType) -> list[FunctionType]:
    """The command handlers of a subject: whatever in its folder is given a command and a `Read`."""
    return [
        function
        for module in _modules(package)
        for function in vars(module).values()
        if inspect.iscoroutinefunction(function) and function.__module__ == module.__name__
        if get_type_hints(function).keys() == {"command", "read", "return"}
    ]


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for each in iter_modules(getattr(package, "__path__", ()), f"{package.__name__}."):
        yield import_module(each.name)


# The drawing


def _drawing(places: list[Folder]) -> str:
    lines = ["```mermaid", "flowchart LR"]
    for service, inside in groupby(places, lambda folder: folder.service):
        boxes = [f"    {_box(folder)}[{folder.name}]" for folder in inside]
        lines += [f"  subgraph {service}", *boxes, "  end"]
    return "\n".join([*lines, *_lines(places), "```", ""])


def _lines(places: list[Folder]) -> Iterator[str]:
    for origin, hearer in product(places, places):
        done = [_short(event) for event in hearer.subject.on if event.topic in origin.subject.publishes]
        if done:
            yield f'  {_box(origin)} -- "{"<br>".join(done)}" --> {_box(hearer)}'
        elif any(topic in origin.subject.publishes for topic in hearer.subject.mirrors):
            yield f"  {_box(origin)} -.-> {_box(hearer)}"


def _box(folder: Folder) -> str:
    return folder.path.replace("/", "_")


def _short(event: type[Event]) -> str:
    return event.type.rpartition(".")[0]


# The tables


def _topic(topic: Topic, places: list[Folder]) -> str:
    [origin] = [folder for folder in places if topic in folder.subject.publishes]
    mirrors = [
        f"{folder.path} (`{kind.__name__}`)"
        for folder in places
        for heard, kind in folder.subject.mirrors.items()
        if heard == topic
    ]
    kept = f" Mirrors: {', '.join(mirrors)}." if mirrors else ""
    ways = _ways_of(origin, places)
    rows = [row for event in published(topic) for row in _rows(event, ways, places)]
    head = ["| event | comes of | heard by | which then | may cause |", "|---|---|---|---|---|"]
    return "\n".join([f"## `{topic.name}`", "", f"Published by {origin.path}.{kept}", "", *head, *rows, ""])


def _rows(event: type[Event], ways: list[tuple[str, list[type[Event]]]], places: list[Folder]) -> Iterator[str]:
    said = f"[`{event.type}`](events.md#{event.type.replace('.', '')})"
    comes = ", ".join(dict.fromkeys(f"`{way}`" for way, causes in ways if event in causes))
    hearers = [(folder, folder.subject.on[event]) for folder in places if event in folder.subject.on]
    for folder, handler in hearers:
        name, says = _named(handler)
        causes = ", ".join(f"`{each.type}`" for each in follows(handler, folder))
        yield _row(said, comes, folder.path, f"`{name}`: {says}", causes)
        said = comes = ""
    if not hearers:
        yield _row(said, comes, "", "", "")


def _ways_of(origin: Folder, places: list[Folder]) -> list[tuple[str, list[type[Event]]]]:
    """The handlers of its service, of commands, timers and events, and what of this subject's each may publish."""
    return [
        (_named(handler)[0] if folder is origin else f"{folder.name}.{_named(handler)[0]}", follows(handler, origin))
        for folder in places
        if folder.service == origin.service
        for handler in (*commands(folder.package), *folder.subject.timers.values(), *folder.subject.on.values())
    ]


def _named(handler: Any) -> tuple[str, str]:
    function = _function(handler)
    return function.__name__, first_sentence(function.__doc__)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
