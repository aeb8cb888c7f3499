"""Writes the skeleton of a new subject: `python -m tools.subject minutes pledges` (`make subject NAME=pledges SERVICE=minutes`).

A contract with one event, a model, a handler, an API, a page in three languages and a test, and the lines in the service's table
of contents; then what is generated from these (documents, golden files, the frozen schema). It passes `make test` as it is.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from string import Template

from shared.locale import LANGUAGES

ROOT = Path(__file__).parents[1]
SKELETON = Path(__file__).parent / "skeleton"
FORM = re.compile(r"[a-z]+(_[a-z]+)*")

PLACES = {
    "contract": "shared/contracts/$folder.py",
    "init": "services/$service/$folder/__init__.py",
    "model": "services/$service/$folder/model.py",
    "handlers": "services/$service/$folder/handlers.py",
    "api": "services/$service/$folder/api.py",
    "pages": "services/$service/$folder/pages.py",
    "list": "services/$service/$folder/list.html",
    **{f"texts-{language}": f"services/$service/$folder/texts/{language}.ftl" for language in LANGUAGES},
    "test": "tests/$service/$folder/test_$folder.py",
}
"""Template -> where it is written."""


WHAT = "say here in one sentence what they are to those who meet"


def names(service: str, folder: str, thing: str, what: str = "", **called: str) -> dict[str, str]:
    """What stands for what in the templates: `final_statements` are `/final-statements` of `FinalStatement`. `called`: how they
    are called in a language (`fa=`); where that is not said, as in English."""
    words = {"folder": folder, "thing": thing, "service": service, "CONSTANT": folder.upper(), "what": what or WHAT}
    heading = folder.replace("_", " ").capitalize()
    return words | {
        "Thing": thing.title().replace("_", ""),
        "word": thing.replace("_", " "),
        "words": folder.replace("_", " "),
        "Words": heading,
        **{f"heading_{language}": called.get(language) or heading for language in LANGUAGES},
        "dashed": thing.replace("_", "-"),
        "path": folder.replace("_", "-"),
        "topic": f"plenary.{folder.replace('_', '-')}",
    }


def singular(plural: str) -> str:
    """One of `pledges`; say it yourself where this guesses wrong."""
    for ending, one in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if plural.endswith(ending):
            return plural.removesuffix(ending) + one
    return plural


def skeleton(words: Mapping[str, str]) -> dict[Path, str]:
    """The files of a new subject, and what stands in them."""
    filled = {
        Path(Template(place).substitute(words)): Template((SKELETON / f"{name}.txt").read_text("utf-8")).substitute(
            words
        )
        for name, place in PLACES.items()
    }
    return filled | {Path("tests", words["service"], words["folder"], "__init__.py"): ""}


def joined(contents: str, words: Mapping[str, str]) -> str:
    """A service's table of contents with one subject more: the highest, which may know all others."""
    service, folder = words["service"], words["folder"]
    contents = listed(contents, folder, words["what"])
    [subjects] = [
        node.args[1]
        for node in ast.walk(ast.parse(contents))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Definition"
    ]
    before = "".join(contents.splitlines(keepends=True)[: subjects.lineno - 1])
    start = len(before) + subjects.col_offset + 1
    contents = f"{contents[:start]}{folder}.SUBJECT, {contents[start:]}"
    first = contents.index("\nfrom ") + 1
    return f"{contents[:first]}from services.{service} import {folder}\n{contents[first:]}"


def listed(contents: str, folder: str, what: str) -> str:
    """The same with a line more in the docstring's list, above the others; as it is where there is no such list."""
    if not (first := re.search(r"^\w+ {2,}(?=\S)", contents, re.MULTILINE)):
        return contents
    line = f"{folder:<{len(first[0]) - 2}}  {what}\n"
    return f"{contents[: first.start()]}{line}{contents[first.start() :]}"


def write(root: Path, words: Mapping[str, str]) -> list[Path]:
    """Write it all below `root`; the paths. Raises FileExistsError if one is there, FileNotFoundError for no such service."""
    contents = root / "services" / words["service"] / "__init__.py"
    with_it = joined(contents.read_text("utf-8"), words)
    files = {root / path: text for path, text in skeleton(words).items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    contents.write_text(with_it, "utf-8")
    return [contents, *files]


def form(root: Path, written: list[Path]) -> None:
    """Bring the files into form."""
    code = [path for path in written if path.suffix == ".py"]
    _do(root, "ruff", "check", "-q", "--select=I", "--fix", *code)
    _do(root, "ruff", "format", "-q", *code)


def _do(root: Path, *words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", *map(str, words)], cwd=root, check=True)  # noqa: S603  our own words


def main(service: str = "", folder: str = "", thing: str = "", what: str = "", fa: str = "", ar: str = "") -> int:
    """The exit code. `fa`, `ar`: what they are called there."""
    thing = thing or singular(folder)
    contents = ROOT / "services" / service / "__init__.py"
    if not (FORM.fullmatch(folder) and FORM.fullmatch(thing) and service and contents.exists()):
        sys.stderr.write(
            "make subject NAME=pledges [SERVICE=minutes] [ONE=pledge] [WHAT='what was promised'] [FA=تعهدها] [AR=التعهدات]:"
            " a plural, its service, one of them, what they are, and what they are called\n"
        )
        return 2
    written = write(ROOT, names(service, folder, thing, what, fa=fa, ar=ar))
    form(ROOT, written)
    _do(ROOT, "tools.documents")  # what follows from them
    sys.stdout.write("".join(f"written: {path.relative_to(ROOT)}\n" for path in written))
    sys.stdout.write("Say in them what it is; docs/adding-a-subject.md tells the rest.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
