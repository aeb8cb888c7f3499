"""What stands in the calendars of those who come is a published language, too: by which number an entry takes another's place.

registration reads it again in an answer that a calendar sends, notifications writes it in a mail.
"""

CHANGES = 10_000
"""A gathering becomes another one to who comes less often than this."""


def sequence_of(registration: int, changes: int) -> int:
    """The SEQUENCE (RFC 5545) of an entry: the last event of the registration that it tells, and how often the gathering changed.

    Neither goes back, so what is so later has the higher one.
    """
    return registration * CHANGES + min(changes, CHANGES - 1)


def registration_of(sequence: int) -> int:
    """The number of the registration's event that an entry with this SEQUENCE told."""
    return sequence // CHANGES
