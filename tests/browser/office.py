"""What a story needs before it begins, and what happens outside of the browser: a gathering is there, a mail arrives."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import UUID, uuid4

import httpx

from plenary.client import sign_in_link, token
from shared.settings import Settings
from tests.waiting import PATIENCE

NAMES = {"en": "Spring meeting", "fa": "نشست بهاری", "ar": "اجتماع الربيع"}
ISOLATES = re.compile("[\u2066-\u2069]")
GUILD = {"en": "Mill Guild", "fa": "انجمن آسیاب", "ar": "نقابة الطاحونة"}


class Office:
    """Asks the installation over HTTP as the secretariat, and reads the mails that it writes."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._client = httpx.Client(
            base_url=settings.url, headers={"Authorization": f"Bearer {token(settings)}"}, timeout=30
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def link(self) -> str:
        """What `make up` prints."""
        return sign_in_link(self.settings, self.settings.url)

    def post(self, path: str, form: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send it; what is changed is named by its ETag of now."""
        headers = {"Idempotency-Key": str(uuid4())}
        if form is None:
            headers["If-Match"] = self._client.get(path.rpartition("/")[0]).headers["ETag"]
        answer = self._client.post(path, json=form, headers=headers)
        assert answer.status_code < 300, answer.text
        return dict(answer.json())

    def get(self, path: str) -> dict[str, Any]:
        """What is there; empty where nothing is yet."""
        answer = self._client.get(path)
        return dict(answer.json()) if answer.status_code == 200 else {}

    def listed(self, path: str, at_least: int = 0) -> list[dict[str, Any]]:
        """What is there, once so many are; nothing where nothing is yet and nothing is asked for."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            answer = self._client.get(path, params={"limit": 100})
            found = list(answer.json()) if answer.status_code == 200 else []
            if len(found) >= at_least:
                return found
            time.sleep(0.05)
        raise AssertionError(f"fewer than {at_least} at {path}")

    def post_maybe(self, path: str, form: dict[str, Any]) -> bool:
        """Send it; whether it was taken."""
        return self._client.post(path, json=form).status_code < 300

    def when(self, path: str, holds: Callable[[dict[str, Any]], bool]) -> None:
        """Once it holds of what is at this path."""
        until = time.monotonic() + PATIENCE
        while not holds(self.get(path)):
            assert time.monotonic() < until, path
            time.sleep(0.05)

    def changes(self, path: str, step: str, form: dict[str, Any]) -> None:
        """A step of what is at this path, with a form; what is changed is named by its ETag of now."""
        tag = self._client.get(path).headers["ETag"]
        answer = self._client.post(f"{path}/{step}", json=form, headers={"If-Match": tag})
        assert answer.status_code < 300, answer.text

    def gathering(self, *steps: str, body: UUID | None = None, days: int = 0, **capacity: int) -> UUID:
        """One of today (or in so many days), led so far: `gathering("announce", "open", guest=2)`."""
        morning = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
        form: dict[str, Any] = {
            "title": NAMES,
            "venue": {"en": "Assembly Hall", "fa": "تالار مجمع", "ar": "قاعة المجلس"},
            "starts_at": morning.isoformat(),
            "ends_at": (morning + timedelta(days=1)).isoformat(),
            "time_zone": "UTC",
            "capacity": capacity,
        }
        made = self.post("/registration/v1/gatherings", form | ({"body": str(body)} if body else {}))
        for step in steps:
            self.post(f"/registration/v1/gatherings/{made['id']}/{step}")
        return UUID(made["id"])

    def registered(self, gathering: UUID, name: str, category: str = "guest", organization: str = "") -> UUID:
        """Somebody whom the secretariat registered."""
        person = self.person(name, f"{uuid4().hex[:12]}@example.org")
        form = {"category": category, "person": str(person)} | ({"organization": organization} if organization else {})
        return UUID(self.post(f"/registration/v1/gatherings/{gathering}/registrations", form)["id"])

    def applied(self, gathering: UUID, name: str, category: str) -> None:
        """Somebody came by the form and confirmed the address by the link in the mail."""
        address = f"{uuid4().hex[:12]}@example.org"
        form = {"name": name, "email": address, "language": "en", "category": category}
        assert self._client.post(f"/registration/gatherings/{gathering}", data=form).status_code == 303
        link = self.mailed(address, "/status?link=")
        answer = self._client.post(link.replace("/status?", "/status/confirm?"), data={"name": name})
        assert answer.status_code == 303, answer.text

    def invites(self, gathering: UUID, category: str, **whom: Any) -> UUID:
        """To a gathering, to answer until a day before it; a mail with a link to answer goes out."""
        begins = datetime.fromisoformat(self.get(f"/registration/v1/gatherings/{gathering}")["starts_at"])
        form = {"category": category, "reply_by": (begins - timedelta(days=1)).isoformat(), **whom}
        return UUID(self.post(f"/registration/v1/gatherings/{gathering}/invitations", form)["id"])

    def person(self, name: str, address: str, **more: str) -> UUID:
        """Somebody on record."""
        return UUID(self.post("/registration/v1/people", {"name": name, "email": address, **more})["id"])

    def organization(self, mark: str) -> UUID:
        """A guild with this mark in its code and in its names."""
        named = {tag: f"{name} {mark}" for tag, name in GUILD.items()}
        form = {"code": f"GUILD-{mark.upper()}", "organization_kind": "guild", "name": named}
        return UUID(self.post("/registration/v1/organizations", form)["id"])

    def invited(self, name: str, address: str, office: str, thing: UUID, language: str) -> None:
        """Somebody to a role; a mail with a link to sign in goes out."""
        form = {"name": name, "email": address, "language": language, "office": office, "thing": str(thing)}
        self.post("/registration/v1/team/grants", form)

    def mailed(self, address: str, words: str, subject: str = "") -> str:
        """The link of the latest mail to this address (and about this) whose link has these words, once it has arrived."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := self._links(address, words, subject):
                return found
            time.sleep(0.05)
        raise AssertionError(f"no mail to {address} with {words} {subject}")

    def _links(self, address: str, words: str, subject: str) -> str:
        mails = sorted(
            (self.settings.data / "mails").glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        for file in mails:
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            about = ISOLATES.sub("", str(mail["Subject"]))
            if address in str(mail["To"]) and subject in about and (text := mail.get_body(("plain",))):
                for link in re.findall(r"https?://\S+", text.get_content()):
                    if words in link:
                        return str(link)
        return ""
