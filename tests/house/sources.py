"""The project's Python files as syntax trees, for tests that look at how they are written."""

import ast
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def tree(path: Path) -> ast.Module:
    """A file as its syntax tree. Not kept: together they are some hundred megabytes, through which the collector goes."""
    return ast.parse(path.read_text("utf-8"))


@cache
def written(path: Path) -> str:
    """What a file says: to look for a word there first is quicker than to parse it."""
    return path.read_text("utf-8")


def files(*places: str) -> list[Path]:
    """The Python files below these places."""
    return sorted(path for place in places for path in (HOUSE / place).rglob("*.py"))


def name(path: Path) -> str:
    """As the project says it: `shared/settings.py`."""
    return path.relative_to(HOUSE).as_posix()


@cache
def imported(path: Path) -> frozenset[str]:
    """Every module that a file imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return frozenset(found)


def dotted(node: ast.expr) -> str:
    """`asyncio.sleep` of the expression that says so; empty for what is no such name."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""
