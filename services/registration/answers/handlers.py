"""What is answered, and that nothing of it stays of who was erased. No event says any of it."""

from services.registration.answers.model import Answer, Answers, Forget, marks
from services.registration.entries.merging import kept
from services.registration.fields.checks import DETAILS, answered
from services.registration.fields.queries import questions_of
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from shared.errors import Conflict, Invalid, wrong
from shared.flow import Change, Read


async def answer(command: Answer, read: Read) -> Change[Answers]:
    """Somebody answers. Raises Conflict: `edit-over`, `address-unconfirmed`, `wrong-state`, `erased`,
    `decided-anew`; Invalid by field."""
    registration = await read.one(Registration, command.registration)
    person = await kept(read, Person, registration.person)
    if person is None or person.erased:
        raise Conflict("This person was erased.", code="erased")
    if registration.unconfirmed or not person.confirmed:
        raise Conflict("The address is not confirmed yet; nothing is asked before.", code="address-unconfirmed")
    if not (registration.stands or registration.undecided):
        raise Conflict(f"The registration is {registration.state}; nothing is asked any more.", code="wrong-state")
    questions = await questions_of(read, registration.gathering, registration.category)
    if command.by == "person":
        questions.must_be_open(command.at)
    said, faults = answered(questions.of(command.by), command.said)
    asked = {each.key for each in questions.of(command.by) if each.is_file}
    faults |= dict.fromkeys(command.files.keys() - asked, "wrong_unknown")
    if faults:
        problems = [wrong(DETAILS[fault], "answers", key) for key, fault in faults.items()]
        raise Invalid("Some of this is no answer to what the category asks.", errors=problems)
    answers = await read.maybe(Answers, registration.id) or Answers(registration.id, registration.person)
    deciding = (
        questions.deciding(answers.marks(questions.fields), said | marks(command.files))
        if command.by == "person"
        else []
    )
    if registration.stands and deciding:
        raise decided_anew()
    if deciding or registration.stands:
        answers.note(deciding, questions.fields)
    return Change(answers, silent=answers.say(said, command.files))


def decided_anew() -> Conflict:
    """The refusal of a change by which the person loses the place, and did not say that this is known."""
    return Conflict("The secretariat would decide anew, and nothing is held meanwhile; say so.", code="decided-anew")


async def forget(command: Forget, read: Read) -> Change[Answers]:
    """The person was erased."""
    answers = await read.one(Answers, command.answers)
    return Change(answers, silent=answers.forget())
