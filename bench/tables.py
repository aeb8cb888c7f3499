"""Tables in documents, written between `<!-- name -->` and `<!-- /name -->` by the command that measured them."""

from collections.abc import Sequence
from pathlib import Path


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown; a bar inside a cell is kept from ending it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in line) + " |" for line in lines
    )


def replace_between(path: Path, name: str, text: str) -> None:
    """Put `text` between the marks of this name. Raises `ValueError` if they are not there."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    content = path.read_text("utf-8")
    before, opened, rest = content.partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"{path} has no {begin} … {end}")
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")
