"""What the environment says. What no setting can be was refused before (`Settings.read`); here is what does not go together."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from plenary.doctor.check import Check, fault, warning, well
from shared.settings import Misconfigured, Settings


def unusable(wrong: Misconfigured) -> list[Check]:
    """What cannot be read at all; nothing else can be looked at then."""
    return [fault("settings", str(wrong), "Correct it where the environment is set (.env, the unit, the shell).")]


def together(settings: Settings) -> Iterator[Check]:
    """What is set, each for itself well, and does not fit the rest."""
    odd = list(_odd(settings))
    yield from odd
    if not odd:
        yield well("settings", "known, and they go together")


def _odd(settings: Settings) -> Iterator[Check]:
    if settings.accept_loss:
        yield warning(
            "settings",
            "PLENARY_ACCEPT_LOSS is set: the next loss is not noticed.",
            "Unset it, once a start has gone well.",
        )
    public = urlsplit(settings.address)
    if public.scheme == "http" and not is_here(public.hostname or ""):
        yield warning(
            "settings",
            f"Readers come to {settings.address} without TLS: tokens and sessions can be read on the way.",
            "Put a TLS proxy before it, and set PLENARY_PUBLIC_URL=https://…",
        )
    if settings.smtp_url and is_here(public.hostname or ""):
        yield warning(
            "settings",
            f"Mails are sent to people, and their links lead to {settings.address}, which only this machine reaches.",
            "Set PLENARY_PUBLIC_URL to the address that readers use.",
        )
    if settings.smtp_url and settings.mail_from.rstrip(">").endswith("@localhost"):
        yield warning(
            "settings",
            "Mails come from an address at localhost, which other servers refuse.",
            "Set PLENARY_MAIL_FROM to a sender of your domain.",
        )


def is_here(host: str) -> bool:
    """Whether only this machine reaches it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
