"""Addresses: each belongs to one person who was not erased."""

from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from services.registration.people.model import Person


async def addresses(documents: Documents) -> Finding:
    """Everybody on record, looked at once. Faults name ids, not addresses."""
    finding = Finding("each address belongs to one person")
    holders: dict[str, str] = {}
    async for stored in documents.all(Person, {"erased": False, "merged_into": None}):
        finding.counts["people"] += 1
        first = holders.setdefault(stored.entity.email, str(stored.id))
        finding.note([f"{first} and {stored.id} have the same address"] if first != str(stored.id) else [])
    return finding
