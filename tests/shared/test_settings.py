"""Settings: read once, checked whole, and refused with a text that helps and gives no secret away."""

from pathlib import Path

import pytest

from shared.settings import Misconfigured, Rate, Settings

SERVICES = ("registration", "minutes")


def test_an_empty_environment_is_the_embedded_default() -> None:
    assert Settings.read({"HOME": "/x"}) == Settings()
    assert (Settings().port, Settings().data, Settings().key_path) == (8000, Path("data"), Path("data/key.json"))


def test_values_are_parsed() -> None:
    given = {
        "PLENARY_PORT": "9000",
        "PLENARY_DATA": "/srv/plenary",
        "PLENARY_LIMIT_CALLER": "5:7",
        "PLENARY_MINUTES_STORE_URL": "mongodb://db/minutes",
        "PLENARY_KEY_FILE": "/run/key.json",
        "PLENARY_PUBLIC_URL": "https://plenary.test/",
    }
    settings = Settings.read(given, SERVICES)
    assert (settings.port, settings.limit_caller, settings.key_path) == (9000, Rate(5, 7), Path("/run/key.json"))
    assert settings.store_urls == {"minutes": "mongodb://db/minutes"}
    assert settings.address == "https://plenary.test"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PLENARY_PROT", "1"),
        ("PLENARY_PORT", "eighty"),
        ("PLENARY_PORT", "70000"),
        ("PLENARY_EVENTS_URL", "http://x"),
        ("PLENARY_MONGO_DRIVER", "other"),
        ("PLENARY_LIMIT_CALLER", "5"),
        ("PLENARY_LIMIT_CALLER", "0:1"),
        ("PLENARY_MINUETS_STORE_URL", "mongodb://db"),
        ("PLENARY_MINUTES_STORE_URL", "redis://db"),
        ("PLENARY_SMTP_URL_FILE", "/does/not/exist"),
        ("PLENARY_PORT_FILE", "/etc/hostname"),
        ("PLENARY_SMTP_URL", "smtp://"),
        ("PLENARY_SMTP_URL", "smtp://mail:99999"),
        ("PLENARY_PUBLIC_URL", "https://:443"),
        ("PLENARY_MAIL_FROM", "the secretariat"),
        ("PLENARY_SERVICES", "registration,protocol"),
        ("PLENARY_PROXIES", "gateway"),
        ("PLENARY_PROXIES", "10.0.0.1/8"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(Misconfigured, match=name.removesuffix("_FILE")):
        Settings.read({name: value}, SERVICES)


def test_what_has_another_form_is_told_the_form() -> None:
    for name, value, form in (
        ("PLENARY_LIMIT_CALLER", "abc", "such as 50:200"),
        ("PLENARY_SMTP_URL", "smtp://mail:99999", "a port from 1 to 65535"),
        ("PLENARY_MAIL_FROM", "the secretariat", "such as Name <secretariat@example.org>"),
    ):
        with pytest.raises(Misconfigured, match=form):
            Settings.read({name: value})


def test_services_are_words_with_commas() -> None:
    given = {"PLENARY_SERVICES": " registration, minutes,"}
    assert Settings.read(given, SERVICES).services == ("registration", "minutes")
    assert Settings().services == ()


def test_an_ipv6_address_stands_in_brackets_in_links() -> None:
    assert Settings(host="::1", port=9000).address == "http://[::1]:9000"


def test_a_secret_may_stand_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    file = tmp_path / "smtp"
    file.write_text("smtp://me:hunter2@mail\n")
    settings = Settings.read(
        {"PLENARY_SMTP_URL_FILE": str(file), "PLENARY_REGISTRATION_STORE_URL_FILE": str(_url(tmp_path))}
    )
    assert settings.smtp_url == "smtp://me:hunter2@mail"
    assert settings.store_urls == {"registration": "mongodb://me:hunter2@db"}
    assert "hunter2" not in repr(settings)
    with pytest.raises(Misconfigured, match="both"):
        Settings.read({"PLENARY_SMTP_URL_FILE": str(file), "PLENARY_SMTP_URL": "smtp://x"})
    with pytest.raises(Misconfigured) as told:
        Settings.read({"PLENARY_SMTP_URL": "hunter2"})
    assert "hunter2" not in str(told.value)


def _url(folder: Path) -> Path:
    file = folder / "store"
    file.write_text("mongodb://me:hunter2@db")
    return file


def test_every_setting_has_a_meaning_in_the_table() -> None:
    rows = Settings.table()
    assert all(name.startswith("PLENARY_") and help for name, _, help in rows)
    assert len({name for name, _, _ in rows}) == len(rows)
