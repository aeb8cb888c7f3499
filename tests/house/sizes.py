"""The size budget, printed by `make lint`: growth is a sign that a new thing wants a name. Exit status 1 above a bound.

Lines of code are lines that hold code: blank lines, comments and docstrings are free.
"""

import ast
import io
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
PLACES = ("shared", "services", "plenary", "tools")
TESTS = "tests"
"""Held to the same lengths, and counted for themselves."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 45
P90_FUNCTION = 20
SHARED_BY_ADAPTERS = tuple(f"shared/store/{name}.py" for name in ("codec", "decoder", "group_commit", "unknown"))
ROOMS: dict[str, tuple[str | tuple[str, ...], int | None]] = {
    "contracts": ("shared/contracts/", None),
    "http": ("shared/http/", 1_100),
    "web": ("shared/web/", 200),
    "paper": ("shared/paper/", 50),
    "periods": ("shared/periods/", 85),
    "imports": ("shared/imports/", 672),
    "threads": ("shared/threads.py", 57),
    "what adapters share": (SHARED_BY_ADAPTERS, 281),
    "SQLite's files": ("shared/store/sqlite/file.py", 95),
    "store, SQLite": ("shared/store/sqlite/", 355),
    "store, MongoDB": ("shared/store/mongo/", 482),
    "log, embedded": ("shared/log/embedded/", 410),
    "log, Kafka": ("shared/log/kafka/", 645),
    "kernel": ("shared/", 2_500),
}
"""Room of `shared` -> how its files begin, and its bound in lines of code. A file belongs to the first room that fits; the
kernel is the rest: what one reads in an evening. Bounds may only be lowered (docs/decisions/0005 says more)."""


@dataclass(frozen=True)
class Function:
    """A function and its length, from signature to last line."""

    where: str
    lines: int


def sources(*places: str) -> list[Path]:
    """The Python files below these places."""
    return sorted(path for place in places for path in (ROOT / place).rglob("*.py"))


def functions(path: Path) -> list[Function]:
    """Every function of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return [
        Function(
            f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1
        )
        for node in found
    ]


def code_lines(path: Path) -> int:
    """Lines that hold code."""
    text = path.read_text("utf-8")
    prose: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            prose.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    held = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in skipped
        for line in range(token.start[0], token.end[0] + 1)
    }
    return len(held - prose)


def main() -> int:
    """Print the figures; 1 if a bound is broken."""
    paths = sources(*PLACES)
    lengths = [function for path in paths for function in functions(path)]
    sizes = [function.lines for function in lengths]
    p90 = quantiles(sizes, n=10)[8]
    rooms = measured()
    files = sum(len(path.read_text("utf-8").splitlines()) for path in paths)
    print(
        f"{len(paths)} files, {files} lines; functions: median {median(sizes):.0f}, p90 {p90:.0f}, longest {max(sizes)}"
    )
    print("shared, lines of code: " + ", ".join(f"{room} {lines}" for room, lines in rooms.items()))
    wide = sum(rooms[room] for room in ("kernel", "threads", "what adapters share"))
    print(f"the kernel as its design counts it, with what adapters share: {wide}")
    broken = [*too_long(paths, lengths), *tested()]
    bounds = {room: bound for room, (_, bound) in ROOMS.items() if bound}
    broken += [
        f"{room} has {rooms[room]} lines of code, above {bound}"
        for room, bound in bounds.items()
        if rooms[room] > bound
    ]
    print("\n".join(broken) or "within the budget")
    return 1 if broken else 0


def measured() -> dict[str, int]:
    """Room of `shared` -> its lines of code."""
    found = dict.fromkeys(ROOMS, 0)
    for path in sources("shared"):
        name = path.relative_to(ROOT).as_posix()
        found[next(room for room, (begin, _) in ROOMS.items() if name.startswith(begin))] += code_lines(path)
    return found


def too_long(paths: Sequence[Path], lengths: Sequence[Function]) -> Iterator[str]:
    """Longer than one subject needs."""
    for path in paths:
        if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE:
            yield f"{path.relative_to(ROOT)} is longer than {LONGEST_FILE} lines"
    yield from (f"{each.where} has {each.lines} lines" for each in lengths if each.lines > LONGEST_FUNCTION)
    p90 = quantiles([each.lines for each in lengths], n=10)[8]
    if p90 > P90_FUNCTION:
        yield f"the p90 of the functions is {p90:.0f} lines, above {P90_FUNCTION}"


def tested() -> list[str]:
    """Print the figures of the tests; what is too long among them."""
    paths = sources(TESTS)
    lengths = [function for path in paths for function in functions(path)]
    lines, longest = (
        sum(len(path.read_text("utf-8").splitlines()) for path in paths),
        max(each.lines for each in lengths),
    )
    print(f"tests: {len(paths)} files, {lines} lines; longest function {longest}")
    return list(too_long(paths, lengths))


if __name__ == "__main__":
    sys.exit(main())
