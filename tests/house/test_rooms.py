"""The order of subjects is held: who looks up is named. (The other rooms are import-linter's own patterns.)"""

from grimp import ImportGraph

from services.__main__ import SERVICES
from tests.house.rooms import declared, looking_up


def _graph(*links: tuple[str, str]) -> ImportGraph:
    """Modules of a service `inn`, and who imports whom."""
    graph = ImportGraph()
    for module in ("inn", *(f"inn.{name}" for name in ("guests", "rooms", "walls", "guests.api", "rooms.model"))):
        graph.add_module(module)
    for importer, imported in links:
        graph.add_import(importer=f"inn.{importer}", imported=f"inn.{imported}")
    return graph


def test_a_subject_that_looks_up_is_named() -> None:
    down = [("guests.api", "rooms.model"), ("guests.api", "walls")]
    assert looking_up(_graph(*down), "inn", ["guests", "rooms"]) == []
    [straight] = looking_up(_graph(("rooms.model", "guests.api")), "inn", ["guests", "rooms"])
    assert straight.startswith("inn.rooms.model -> inn.guests.api")
    [round_a_corner] = looking_up(_graph(("rooms.model", "walls"), ("walls", "guests.api")), "inn", ["guests", "rooms"])
    assert "walls" in round_a_corner


def test_the_order_of_every_service_is_known() -> None:
    assert declared().keys() == {f"services.{name}" for name in SERVICES}
