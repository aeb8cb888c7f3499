"""What everybody reads of a statement once the minutes are published."""

from services.minutes.statements.model import CorrectStatement, Statement
from services.minutes.statements.queries import as_published
from tests.minutes.facts import minute
from tests.minutes.statements.test_model import correction, said
from tests.world.facts import known


def corrected(words: str, n: int, **about: object) -> CorrectStatement:
    told = said(words, **about)
    return CorrectStatement(
        id=known(f"c{n}"), at=minute(40 + n), statement=told.id, facts=told.facts, words=words, reason="Agreed."
    )


def test_what_was_confidential_before_a_correction_stays_so() -> None:
    statement, _ = Statement.recorded(said("Between us.", public=False), "b")
    statement.correct(corrected("For everybody.", 0, public=True), "b")
    statement.correct(corrected("For all of us.", 1, public=True), "b")
    read = as_published(statement, minute(35))
    assert [each.words for each in read.earlier] == ["For everybody."]
    statement.correct(correction("Once more.", 2), "b")
    assert [each.words for each in as_published(statement, minute(41)).earlier] == ["For all of us."]
