"""How often all that is kept of somebody who was erased is gone through: once, and again after all that was on its way. Pure."""

from datetime import datetime, timedelta

from services.registration.people.model import Person

LATE = timedelta(minutes=5)
"""What was decided before somebody was erased is written within this time, and found by the second pass, after it."""


def may_be_left(of: Person, at: datetime) -> bool:
    """Whether a pass is due."""
    return of.spreads and (of.passed is None or of.passed + LATE <= at)


def passed(of: Person, at: datetime) -> bool:
    """All was gone through, in a pass that began then. False if none was due, and nothing is different."""
    if not may_be_left(of, at):
        return False
    of.spreads, of.passed = of.passed is None, at if of.passed is None else None
    return True
