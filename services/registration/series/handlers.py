"""What happens with series."""

from services.registration.bodies.model import Body
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import must_be_listed
from services.registration.series.model import AmendSeries, MandateSeries, Series
from shared.contracts.series import SeriesFacts
from shared.errors import Invalid
from shared.flow import Change, Read


async def mandate_series(command: MandateSeries, read: Read) -> Change[Series]:
    """A series is entered. Asked twice, it answers with the one that is there."""
    if there := await read.maybe(Series, command.id):
        return Change(there)
    await _must_be_on_record(command.facts, read)
    return Change(*Series.mandated(command))


async def amend_series(command: AmendSeries, read: Read) -> Change[Series]:
    """Its mandate says something else; the same again changes nothing."""
    series = await read.one(Series, command.series)
    await _must_be_on_record(command.facts, read)
    event = series.amend(command)
    return Change(series, *([event] if event else []))


async def _must_be_on_record(facts: SeriesFacts, read: Read) -> None:
    """An organization that was merged since is an alias, and stays named so: whoever reads is led to the one that was kept."""
    await read.ahead((Organization, facts.issuer), (Organization, facts.secretariat), (Body, facts.body))
    await must_be_listed(read, {("issuer",): facts.issuer, ("secretariat",): facts.secretariat})
    if facts.body and await read.maybe(Body, facts.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")
