"""Series and their mandates: nothing personal, so observers may read them."""

from uuid import UUID

from fastapi import Request, Response

from services.registration.organizations.api import EditView
from services.registration.series.forms import SeriesForm
from services.registration.series.handlers import amend_series, mandate_series
from services.registration.series.model import AmendSeries, MandateSeries, Series
from shared.contracts.series import SeriesFacts
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1/series", tags=["series"])
secretariat, readers = [may("secretariat")], [may("observer")]


class SeriesView(SeriesFacts, View):
    """A series with its mandate."""

    id: UUID


@routes.post("", status_code=201, dependencies=secretariat)
async def post_series(form: SeriesForm, do: Do, caller: Caller, request: Request, response: Response) -> SeriesView:
    """Enter a series with its mandate. Organizations and a body that it names must be on record."""
    stored = await do(mandate_series, MandateSeries(**do.message, facts=form.facts, by=caller.id))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return SeriesView.of(stored.entity)


@routes.get("", dependencies=readers)
async def get_all_series(store: Documents, paging: Paging) -> list[SeriesView]:
    """All of them, page by page."""
    return [SeriesView.of(stored.entity) for stored in await paging(store, Series, {})]


@routes.get("/{series}", dependencies=readers)
async def get_series(series: UUID, store: Documents, response: Response) -> SeriesView:
    """One of them."""
    return answer(response, await store.get(Series, series), SeriesView.of)


@routes.put("/{series}", dependencies=[*secretariat, matches])
async def put_series(series: UUID, form: SeriesForm, do: Do, caller: Caller) -> SeriesView:
    """Say all of the mandate anew. 409 `calendar-fixed` for another calendar."""
    command = AmendSeries(**do.message, series=series, facts=form.facts, by=caller.id)
    return SeriesView.of((await do(amend_series, command, document=(Series, series))).entity)


@routes.get("/{series}/history", dependencies=secretariat)
async def get_series_history(series: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    return EditView.of((await Read(store).one(Series, series)).history)
