"""Fields that several forms of a record have."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from shared.http.fields import Language, Line
from shared.text import paragraphs

Paragraphs = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(paragraphs)]
"""Words in which lines may break."""

Words = Annotated[Paragraphs, Field(examples=["The river carries less water every year, and we measure it apart."])]
"""What somebody said."""

SaidIn = Annotated[Language, Field(examples=["en"])]
"""The language of the words."""

Reason = Annotated[Line, Field(examples=["The votes were counted again."])]
"""Why something is another now; readers of the record are told."""
