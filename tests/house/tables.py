"""What may be wrong with a row of a table that is imported, as the code says it in English: the keys of the texts of pages."""

import ast
from collections.abc import Iterator

from shared.imports.bring import key_of
from tests.house.texts import folder

IN = {
    "shared.web": ("shared/imports/table", "shared/imports/columns", "shared/imports/workbook"),
    "services.registration.imports": (
        "services/registration/imports/rows",
        "services/registration/imports/earlier",
        "services/registration/organizations/typed",
        "services/registration/people/typed",
        "services/registration/people/zones",
    ),
    "services.minutes.history": ("services/minutes/history/rows", "services/minutes/history/columns"),
}
"""Package of the texts -> where their details are named."""

BESIDE = {"services.registration.imports": {"row_its_parents_lead_back_to_itself"}}
"""What is a rule of something else, and told of a row, too."""


SERVICES = ("services.registration.imports", "services.minutes.history")


def told_of(package: str) -> set[str]:
    """The keys that it must have. The frame has those of what both services say, too."""
    both = _named(SERVICES[0]) & _named(SERVICES[1])
    return _named(package) | both if package == "shared.web" else _named(package) - both - _named("shared.web")


def _named(package: str) -> set[str]:
    return {key_of(each) for path in IN[package] for each in _details(path)} | BESIDE.get(package, set())


def _details(path: str) -> Iterator[str]:
    """Sentences that the code says, which is what is named; its docstrings are none."""
    tree = ast.parse(folder(path.replace("/", ".")).with_suffix(".py").read_text("utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in prose and (said := _said(node))[:1].isupper() and " " in said and said.endswith("."):
            yield said


def _said(node: ast.AST) -> str:
    """Of a text with gaps, with a number in each."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "0" for each in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
