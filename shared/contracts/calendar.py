"""What stands in the calendars of those who come is a published language, too: what an entry is called, and by which number it
takes another's place.

registration reads both again in an answer that a calendar sends, notifications writes them in a mail.
"""

ENTRY = "calendar entry"
"""An entry's UID (RFC 5545) is the id of the registration of one person at one gathering, sealed by the installation's key for
this purpose: who knows the id, or the address of somebody, cannot answer for them. Of who is invited it is the id that their
registration will have, so that a calendar keeps one."""

EACH = 1_000
"""An invitation has fewer events than this, and a gathering becomes another one to who comes less often."""


def sequence_of(registration: int, changes: int, invitation: int = 0) -> int:
    """The SEQUENCE (RFC 5545) of an entry: the last event of the registration that it tells (0: there is none), the last one of
    the invitation, and how often the gathering became another one.

    None of them goes back, so what is so later has the higher one. The gathering counts last: an entry that was late, and knows
    the gathering as it is by now, brings nothing back that was taken away.
    """
    return (registration * EACH + min(invitation, EACH - 1)) * EACH + min(changes, EACH - 1)


def registration_of(sequence: int) -> int:
    """The number of the registration's event that an entry with this SEQUENCE told."""
    return sequence // EACH**2
