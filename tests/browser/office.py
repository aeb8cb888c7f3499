"""What a story needs before it begins, and what happens outside of the browser: a gathering is there, a mail arrives."""

import re
import time
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import UUID, uuid4

import httpx

from plenary.client import sign_in_link, token
from shared.settings import Settings
from tests.waiting import PATIENCE

NAMES = {"en": "Spring meeting", "fa": "نشست بهاری", "ar": "اجتماع الربيع"}


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
        person = self.post("/registration/v1/people", {"name": name, "email": f"{uuid4().hex[:12]}@example.org"})
        form = {"category": category, "person": person["id"]} | ({"organization": organization} if organization else {})
        return UUID(self.post(f"/registration/v1/gatherings/{gathering}/registrations", form)["id"])

    def applied(self, gathering: UUID, name: str, category: str) -> None:
        """Somebody came by the form and confirmed the address by the link in the mail."""
        address = f"{uuid4().hex[:12]}@example.org"
        form = {"name": name, "email": address, "language": "en", "category": category}
        assert self._client.post(f"/registration/gatherings/{gathering}", data=form).status_code == 303
        link = self.mailed(address, "/status?link=")
        answer = self._client.post(link.replace("/status?", "/status/confirm?"), data={"name": name})
        assert answer.status_code == 303, answer.text

    def invited(self, name: str, address: str, office: str, thing: UUID, language: str) -> None:
        """Somebody to a role; a mail with a link to sign in goes out."""
        form = {"name": name, "email": address, "language": language, "office": office, "thing": str(thing)}
        self.post("/registration/v1/team/grants", form)

    def mailed(self, address: str, words: str) -> str:
        """The link of the latest mail to this address whose link has these words, once it has arrived."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := self._links(address, words):
                return found
            time.sleep(0.05)
        raise AssertionError(f"no mail to {address} with {words}")

    def _links(self, address: str, words: str) -> str:
        mails = sorted(
            (self.settings.data / "mails").glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        for file in mails:
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if address in str(mail["To"]) and (text := mail.get_body(("plain",))):
                for link in re.findall(r"https?://\S+", text.get_content()):
                    if words in link:
                        return str(link)
        return ""
