"""The way out of the house: whether the mail server would take a mail, and, if asked, whether it takes one."""

from datetime import UTC, datetime
from uuid import uuid4

from plenary.doctor.check import Check, fault, warning, well
from services.notifications.channels import Channel, Mail
from services.notifications.notifications.courier import without_addresses
from services.notifications.notifications.loop import channel_of
from shared.settings import Settings

TEXT = "This is a test of `plenary doctor`. Mails of this installation arrive here."


async def look(settings: Settings, to: str) -> Check:
    """With `to`, a test mail is sent there."""
    folder = settings.data / "mails"
    if not settings.smtp_url and to:
        return fault("mail", "No test mail can be sent: there is no mail server.", "Set PLENARY_SMTP_URL=smtp://…")
    channel = channel_of(smtp_url=settings.smtp_url, mail_from=settings.mail_from, folder=folder)
    try:
        answer = await (channel.send(_test(channel, to)) if to else channel.greet())
    finally:
        await channel.close()
    said = without_addresses(answer.said)
    if answer.trouble is not None:
        do = "Is PLENARY_SMTP_URL right, is the server there, and does it take PLENARY_MAIL_FROM from us?"
        return fault(
            "mail", f"No mail is taken: {said}.", do if settings.smtp_url else f"Let {folder.absolute()} be written to."
        )
    if not settings.smtp_url:
        do = "Set PLENARY_SMTP_URL, if people are to get them."
        return warning("mail", f"Mails become files in {folder.absolute()}, and nobody gets one.", do)
    return well("mail", f"the test mail was taken over ({said})" if to else "the mail server greets us")


def _test(channel: Channel, to: str) -> Mail:
    id = uuid4()
    return Mail(
        notification=id,
        message_id=channel.letterhead.message_id(id),
        dated=datetime.now(UTC),
        to_name="",
        to_address=to,
        language="en",
        subject="Plenary: a test mail",
        text=f"{TEXT}\n",
        html=f"<p>{TEXT}</p>",
    )
