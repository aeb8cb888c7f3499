"""How a callable of a route is called: where each of its parameters comes from, found once from its signature.

The words are FastAPI's (`Annotated[…, Query(…)]`, `Depends`), and so are the refusals: a test compares them.
"""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from fastapi import Request, Response, params
from pydantic import BaseModel, TypeAdapter, ValidationError

from shared.http.access import Linked

Place: TypeAlias = Literal["path", "query", "header"]
Values: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A value of the path, the query or the headers."""

    name: str
    place: Place
    alias: str
    reader: TypeAdapter[Any]
    default: Any


@dataclass(slots=True)
class Plan:
    """One callable: what it needs first, what it is given, what it asks of the request, and the form of its body."""

    call: Callable[..., Awaitable[Any]]
    needs: list[tuple[str | None, "Plan"]] = field(default_factory=list)
    given: list[tuple[str, Literal["request", "response"]]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    body: tuple[str, TypeAdapter[Any]] | None = None

    @classmethod
    def of(cls, call: Any, path: str, first: Sequence[Any] = ()) -> "Plan":
        """Raises `TypeError` for what we do not give. `first`: what must be asked before, whatever it gives."""
        if not inspect.iscoroutinefunction(_function(call)):
            raise TypeError(f"{call} at {path} must be a coroutine function.")
        plan = cls(call, [(None, cls.of(each.dependency, path)) for each in first])
        hints = _hints(call)
        for name, parameter in inspect.signature(call).parameters.items():
            plan._add(name, hints.get(name, str), parameter.default, path)
        plan.asked.sort(key=lambda each: ("path", "query", "header").index(each.place))
        return plan

    def _add(self, name: str, hint: Any, default: Any, path: str) -> None:
        kind, *more = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        depends = next((each for each in more if isinstance(each, params.Depends)), None)
        if depends is not None:
            self.needs.append((name, Plan.of(depends.dependency, path)))
        elif kind in {Request, Response}:
            self.given.append((name, "request" if kind is Request else "response"))
        elif isinstance(kind, type) and issubclass(kind, BaseModel) and not more:
            if self.body:
                raise TypeError(f"{path} has two bodies.")
            self.body = (name, _reader(kind))
        else:
            said = next((each for each in more if isinstance(each, params.Param | params.Body)), None)
            self.asked.append(_asked(name, hint, kind, said, default, path))

    def queries(self) -> set[str]:
        """Every parameter of the query that is asked for, here or by what is needed first."""
        own = {each.alias for each in self.asked if each.place == "query"}
        return own.union(*(need.queries() for _, need in self.needs))

    async def values(self, request: Request, response: Response, errors: list[Any], done: dict[Any, Any]) -> Values:
        """What the callable is called with, but for the body; what is wrong is added to `errors`.

        `done`: dependency -> what it gave; within a request each is asked once.
        """
        values: Values = {}
        for name, need in self.needs:
            wrong: list[Any] = []
            if need.call not in done:
                called = await need.values(request, response, wrong, done)
                if wrong:
                    errors += wrong
                    continue
                done[need.call] = await need.call(**called)
            if name is not None:
                values[name] = done[need.call]
        for name, what in self.given:
            values[name] = request if what == "request" else response
        for each in self.asked:
            self._take_asked(each, request, values, errors)
        return values

    def _take_asked(self, each: Asked, request: Request, values: Values, errors: list[Any]) -> None:
        found = getattr(request, _SOURCE[each.place]).get(each.alias)
        if found is not None:
            self.take(values, errors, each.name, each.reader, found, (each.place, each.alias))
        elif each.default is not inspect.Parameter.empty:
            values[each.name] = each.default
        else:
            errors.append({"type": "missing", "loc": (each.place, each.alias), "msg": "Field required", "input": None})

    @staticmethod
    def take(
        values: Values, errors: list[Any], name: str, reader: TypeAdapter[Any], found: Any, place: tuple[str, ...]
    ) -> None:
        """Read one value, or add what is wrong with it."""
        try:
            values[name] = reader.validate_python(found, from_attributes=True)
        except ValidationError as wrong:
            errors += [{**each, "loc": (*place, *each["loc"])} for each in wrong.errors(include_url=False)]


_reader: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)
"""Of eight parameters of all routes seven are read as another is."""

_SOURCE: dict[Place, str] = {"path": "path_params", "query": "query_params", "header": "headers"}


def _asked(name: str, hint: Any, kind: Any, said: params.Param | params.Body | None, default: Any, path: str) -> Asked:
    alias = getattr(said, "alias", None)
    if any(part in path for part in (f"{{{name}}}", f"{{{name}:")):
        return Asked(name, "path", alias or name, _reader(hint), inspect.Parameter.empty)
    if isinstance(said, params.Header):
        return Asked(name, "header", alias or name.replace("_", "-"), _reader(hint), default)
    if isinstance(said, params.Query) or (said is None and _is_scalar(kind)):
        return Asked(name, "query", alias or name, _reader(hint), default)
    raise TypeError(f"{path} asks for {name}, and no plan knows where that comes from.")


def links_of(call: Callable[..., Any]) -> tuple[str, ...] | None:
    """The purpose of the signed link that opens a route, if one does."""
    found = (getattr(each, "dependency", None) for hint in _hints(call).values() for each in get_args(hint)[1:])
    return next((each.roles for each in found if isinstance(each, Linked)), None)


def _is_scalar(kind: Any) -> bool:
    """One value of a query: a list would need all values of a name."""
    kinds = [each for each in get_args(kind) if each is not type(None)] or [kind]
    return all(isinstance(each, type) and not issubclass(each, list | dict | set | tuple | BaseModel) for each in kinds)


@cache  # what one route needs first, others do too
def _hints(call: Callable[..., Any]) -> dict[str, Any]:
    return get_type_hints(_function(call), include_extras=True)


def _function(call: Any) -> Any:
    """What is called where it is an object that can be."""
    return call if inspect.isroutine(call) else call.__call__
