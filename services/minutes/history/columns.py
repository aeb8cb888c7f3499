"""The columns of the tables of history, and what their cells may say."""

import re
from typing import get_args

from shared.contracts.actions import ActionKind
from shared.contracts.people import Calendar
from shared.contracts.statements import Manner
from shared.imports.columns import number_to, one_of, text, when
from shared.imports.table import Column
from shared.imports.wrong import Wrong
from shared.locale import LANGUAGES

NUMBERS = 10_000
"""Editions of a series."""
REFERENCE = 60
"""Characters of what a row is called in the papers."""
TEXT = 2_000
WORDS = 20_000
"""Characters of what is to be done, and of what somebody said."""


def language(value: str) -> str:
    """The tag of a language."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", value):
        raise Wrong("language", "Write the tag of a language, such as fa, ar or en.")
    return value


OF_EDITION = (
    Column("series", text, required=True),
    Column("number", number_to(NUMBERS), required=True),
    Column("reference", text, required=True, longest=REFERENCE),
)
"""What both tables begin with; a row is known by these three."""
KEY = tuple(column.name for column in OF_EDITION)

STATEMENT_COLUMNS = (
    *OF_EDITION,
    Column("said_on", when),
    Column("calendar", one_of(get_args(Calendar))),
    Column("speaker", text),
    Column("organization", text),
    Column("body", text),
    Column("subject", text),
    Column("language", language, required=True),
    Column("manner", one_of(get_args(Manner)), required=True),
    Column("words", text, required=True, longest=WORDS, lines=True),
)
COMMITMENT_COLUMNS = (
    *OF_EDITION,
    Column("kind", one_of(get_args(ActionKind))),
    *(Column(f"text_{tag}", text, longest=TEXT, lines=True) for tag in LANGUAGES),
    Column("person", text),
    Column("organization", text),
    Column("due", when),
    Column("calendar", one_of(get_args(Calendar))),
)
