"""What is asked of the files of a category, and how a document names one: for requests and pages alike."""

from services.registration.answers.model import Answers
from services.registration.fields.checks import Field
from services.registration.fields.model import Asking, Questions
from services.registration.files.model import File, Rule
from shared.errors import NotFound
from shared.settings import Settings


def rule_of(field: Field, settings: Settings) -> Rule:
    """What is asked of a file that answers this field."""
    photo = field.kind == "photo"
    return Rule(settings.photo_limit if photo else settings.file_limit, photo)


def file_of(questions: Questions, answers: Answers | None, key: str, asking: Asking) -> tuple[Field, File]:
    """The file that answers a field which whoever asks may read. Raises NotFound for all others alike."""
    for each in questions.shown_to(asking):
        if answers and each.key == key and each.is_file and key in answers.files:
            return each, answers.files[key]
    raise NotFound("There is no such file.")
