"""The one room that patterns cannot say: subjects know only those that stand below them in their service's table of contents.

Import-linter asks here (`pyproject.toml`), so that the order is written once, in each service's `__init__`.
"""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, output

from tools.subjects import everywhere


class DeclaredOrder(Contract):
    """Kept where no subject imports one that stands above it."""

    type_name = "declared_order"

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Through modules that are no subjects, too."""
        faults = [fault for service, subjects in declared().items() for fault in looking_up(graph, service, subjects)]
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """One line for each import."""
        for fault in check.metadata["faults"]:
            output.print_error(f"{fault} stands above it.")


def declared() -> dict[str, list[str]]:
    """The subjects of each service, from the highest to the lowest."""
    found: dict[str, list[str]] = {}
    for folder in everywhere():
        found.setdefault(f"services.{folder.service}", []).append(folder.name)
    return found


def looking_up(graph: ImportGraph, service: str, subjects: list[str]) -> list[str]:
    """Each subject that imports one that stands above it, and by which modules."""
    illegal = graph.find_illegal_dependencies_for_layers(layers=subjects, containers={service})
    return sorted(
        f"{' -> '.join(sorted(route.heads)[:1] + list(route.middle) + sorted(route.tails)[:1])}: {each.imported}"
        for each in illegal
        for route in each.routes
    )
