"""What the page of one says as people say it, and not as it is typed into its form."""

from pathlib import Path

import pytest

from tests.registration.entries.test_pages import organization
from tests.registration.house import site


@pytest.mark.parametrize(
    ("language", "home", "quorum"),
    [
        ("en", "Delta Authority", "More than 1/2 of the members"),
        ("fa", "سازمان دلتا", "بیش از ۱/۲ اعضا"),
        ("ar", "Delta Authority", "أكثر من ١/٢ من الأعضاء"),
    ],
)
async def test_an_organization_is_said_by_its_name_and_a_quorum_in_one_phrase(
    tmp_path: Path, language: str, home: str, quorum: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        of = await organization(here)
        person = {"name": "Ana", "email": "ana@example.org", "organization": of}
        body = {
            "code": "C",
            "name": {"en": "Council"},
            "members": [],
            "quorum": {"rule": "more_than", "numerator": 1, "denominator": 2},
        }
        ana = (await secretary.post("/v1/people", json=person)).json()["id"]
        council = (await secretary.post("/v1/bodies", json=body)).json()["id"]
        page = (await secretary.get(f"/people/{ana}?lang={language}")).text
        assert f'/organizations/{of}"><bdi>{home}' in page
        assert ">DELTA<" not in page
        shown = (await secretary.get(f"/bodies/{council}?lang={language}")).text
        assert quorum in shown.replace("\u2068", "").replace("\u2069", ""), "however it is isolated"
