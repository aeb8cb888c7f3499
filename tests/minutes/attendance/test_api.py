"""The API of attendance."""

from tests.minutes.house import API, Site


async def test_attendance_is_listed_page_by_page_with_names_and_passages(there: Site) -> None:
    found: list[dict[str, object]] = []
    async with there.client("secretariat") as secretary:
        address: str | None = f"{API}/attendance?limit=4"
        while address:
            page = await secretary.get(address)
            found += page.json()
            address = page.links.get("next", {}).get("url")
    assert len({each["registration"] for each in found}) == 6
    delegates = [each for each in found if each["category"] == "delegate"]
    assert {each["name"] for each in delegates} == {"Robin Example 0", "نمونه رودبار 1", "مثال النهري 2"}
    assert all(each["inside"] for each in found)
