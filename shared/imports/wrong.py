"""What is wrong with a table that is imported: a code and a sentence, and the place where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Wrong(ValueError):
    """What is wrong with a cell, a row or a table, and what to do about it. It never repeats the cell.

    By its `code` a program knows it, and a page chooses the text that says it to its reader (`row_too-long`): whoever finds
    better words for the sentence keeps the code. The gaps of both, as `{most}`, are filled with the `values`. It is raised where
    a cell is read, also of a form, and a plain value elsewhere.
    """

    def __init__(self, code: str, sentence: str, /, **values: str | int) -> None:
        super().__init__(sentence.format(**values))
        self.code, self.values = code, values

    def at(self, line: int, column: str = "") -> "Problem":
        """This, of what stands there."""
        return Problem(line, column, str(self), self.code, self.values)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: `line` as an editor counts them, from 1. What was kept before there were codes has none."""

    line: int
    column: str
    detail: str
    code: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
