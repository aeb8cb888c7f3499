"""Whatever is said, brought, replaced and taken back in whatever order: what came last is named, and nothing of the erased."""

from typing import TypeAlias
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from services.registration.answers.model import Answers
from services.registration.fields.checks import Field
from services.registration.files.model import PDF, File

NOBODY = UUID(int=0)
FIELDS = [Field("scan", "file", {}), Field("photo", "photo", {}), Field("line", "text", {})]
Step: TypeAlias = tuple[str, int]
steps = st.lists(st.tuples(st.sampled_from([each.key for each in FIELDS]), st.integers(0, 3)), max_size=12)


def file(n: int) -> File:
    return File(uuid5(NOBODY, str(n)), PDF, n, f"sha-{n}", f"{n}.pdf")


@given(steps)
def test_what_is_named_is_what_came_last(taken: list[Step]) -> None:
    answers, files, said = Answers(NOBODY, NOBODY), dict[str, File](), dict[str, list[str]]()
    for key, n in taken:
        before = (dict(files), dict(said))
        if n == 0:
            files.pop(key, None)
            said.pop(key, None)
            changed = answers.say({key: []}, {})
        elif key == "line":
            said[key] = [str(n)]
            changed = answers.say({key: [str(n)]}, {})
        else:
            files[key] = file(n)
            changed = answers.say({}, {key: file(n)})
        assert changed == (before != (files, said)), "nothing is written where nothing is different"
        assert (answers.files, answers.said) == (files, said)
        assert answers.named == {each.id for each in files.values()}
        given_ = answers.given(FIELDS)
        assert given_ == {
            each.key: [files[each.key].name] if each.key in files else said.get(each.key, []) for each in FIELDS
        }
    assert answers.forget()
    assert not answers.forget()
    assert (answers.named, answers.said, answers.before, answers.erased) == (set(), {}, {}, True)
