"""What is asked of the store about the course of a meeting."""

from uuid import UUID

from services.minutes.course.model import Course
from shared.contracts.courses import course_id
from shared.flow import Read


async def course_of(read: Read, gathering: UUID) -> Course:
    """As it is now; of a meeting that took up nothing, an empty one."""
    return await read.maybe(Course, course_id(gathering)) or Course.of(gathering)
