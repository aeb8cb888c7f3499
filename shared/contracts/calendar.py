"""What stands in the calendars of those who come is a published language, too: what an entry is called, and by which number it
takes another's place.

registration reads both again in an answer that a calendar sends, notifications writes them in a mail.
"""

from typing import Final

ENTRY = "calendar entry"
"""An entry's UID (RFC 5545) is the id of the registration of one person at one gathering, sealed by the installation's key for
this purpose: who knows the id, or the address of somebody, cannot answer for them. Of who is invited it is the id that their
registration will have, so that a calendar keeps one."""

MOST: Final = 2**31 - 1
"""The highest number that a calendar keeps (RFC 5545, 3.3.8): a higher one wraps round in some, and is refused by others."""

EACH: Final = 1_000
"""An invitation has fewer events than this, and a gathering becomes another one to who comes less often."""

CROWDED: Final = 2_000
"""From so many events of a registration on there is less room in the number for the other two."""

FEW: Final = 100
"""As `EACH`, of a registration that has so many events."""


def sequence_of(registration: int, changes: int, invitation: int = 0) -> int:
    """The SEQUENCE (RFC 5545) of an entry: the last event of the registration that it tells (0: there is none), the last one of
    the invitation, and how often the gathering became another one.

    None of them goes back, so what is so later has the higher one. The gathering counts last: an entry that was late, and knows
    the gathering as it is by now, brings nothing back that was taken away.

    It never goes back, and stays within `MOST`: what has no room any more raises nothing, and of two entries with one number a
    calendar keeps that which was written later (DTSTAMP; RFC 5546, 2.1.5).
    """
    each, begins = (EACH, 0) if registration < CROWDED else (FEW, CROWDED)
    beside = min(invitation * each + min(changes, each - 1), each**2 - 1)
    return min(begins * EACH**2 + (registration - begins) * each**2 + beside, MOST)


def registration_of(sequence: int) -> int:
    """The number of the registration's event that an entry with this SEQUENCE told."""
    beyond = sequence - CROWDED * EACH**2
    return sequence // EACH**2 if beyond < 0 else CROWDED + beyond // FEW**2
