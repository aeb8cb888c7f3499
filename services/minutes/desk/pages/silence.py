"""The silence procedure: circulating a text, and the page behind the link in a mail, where one objects without an account."""

from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.agenda.queries import items_of
from services.minutes.decisions.commands import CirculateDecision, ObjectToDecision
from services.minutes.decisions.handlers import circulate_decision, object_to_decision
from services.minutes.decisions.model import Decision
from services.minutes.decisions.queries import asked_of
from services.minutes.decisions.silence import Voice
from services.minutes.desk.effects import effect_form, effect_of
from services.minutes.desk.pages.forms import NOTHING, Came, form_of, refusal
from services.minutes.desk.typed import circulated_of, typed_of
from services.minutes.mirrors.model import Body, Gathering
from services.minutes.proceedings.shown import chosen
from services.minutes.record.api import keepers
from services.minutes.record.reader import Reader
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Read
from shared.http import Documents, Routes, linked
from shared.store import Store
from shared.text import paragraphs
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

LONGEST = 2_000

Holder = Annotated[UUID, linked("objection")]

routes = Routes(include_in_schema=False)
html = Pages("services.minutes.desk")


@routes.get("/gatherings/{gathering:uuid}/circulate", dependencies=keepers)
async def get_circulate(gathering: UUID, request: Request, store: Documents) -> Response:
    """What is put to the delegates' silence, and until when."""
    return await _form(request, store, gathering)


@routes.post("/gatherings/{gathering:uuid}/circulate", dependencies=keepers)
async def post_circulate(gathering: UUID, request: Request, store: Documents, form: Posted) -> Response:
    """Circulate it, or say what is in the way."""
    about = await store.get(Gathering, gathering)
    zone = about.entity.time_zone if about else "UTC"
    effect, asked = effect_of(form, zone), circulated_of(form, zone)
    if asked is None or form.errors:
        return await _form(request, store, gathering, Came(form, 422))
    facts, reply_by = asked[0].model_copy(update={"effect": effect}), asked[1]
    try:
        command = CirculateDecision(**form.do.message, gathering=gathering, facts=facts, reply_by=reply_by)
        await form.do(circulate_decision, command)
    except (Conflict, Invalid) as refused:
        return await _form(request, store, gathering, refusal(form, refused))
    return RedirectResponse(f"/minutes/gatherings/{gathering}?done=circulate", 303)


async def _form(request: Request, store: Store, gathering: UUID, came: Came = NOTHING) -> Response:
    language, read = reader_language(request), Read(store)
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    body, reader = await read.maybe(Body, about.body) if about.body else None, Reader.of(language, about.time_zone)
    typed = {"reply_by": ""} | typed_of(None, came.form)
    return html.answer(
        request,
        "circulate.html",
        status=came.status,
        trouble=came.trouble,
        gathering=gathering,
        title=reader.words(about.title),
        zone=about.time_zone,
        count=len(await asked_of(read, gathering, body.members if body else None)),
        **form_of(language, typed | ({"reply_by": came.form["reply_by"]} if came.form else {}), came.form),
        **await effect_form(read, about, reader, None, came.form),
        items=chosen(await items_of(read, gathering), reader),
    )


@routes.get("/objection")
async def get_objection(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """What one is asked about, and what one said. Looking changes nothing: mail programs open links."""
    return await _objection(request, store, holder, link)


@routes.post("/objection")
async def post_objection(holder: Holder, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """Object; pressed twice, it is said once."""
    voice, words = await _voice(store, holder), _words(form)
    if form.errors:
        return await _objection(request, store, holder, link, Came(form, 422))
    try:
        command = ObjectToDecision(
            **form.do.message, decision=voice.decision, person=voice.delegate.person, words=words
        )
        await form.do(object_to_decision, command)
    except Conflict as refused:
        return await _objection(request, store, holder, link, Came(form, 409, refused))
    here = f"{request.scope.get('root_path', '')}/objection"
    return RedirectResponse(f"{here}?{urlencode({'link': link})}", 303)


def _words(form: Typed) -> str:
    said = form["words"].replace("\r\n", "\n")
    try:
        words = paragraphs(said) if said else ""
    except ValueError:
        form.errors["words"] = "wrong_other"
        return ""
    if len(words) > LONGEST:
        form.errors["words"] = "wrong_long"
    return words


async def _voice(store: Store, id: UUID) -> Voice:
    stored = await store.get(Voice, id)
    if stored is None:
        raise NotFound("Nothing is asked of you here (yet).")
    return stored.entity


async def _objection(request: Request, store: Store, id: UUID, link: str, came: Came = NOTHING) -> Response:
    voice, read, language = await _voice(store, id), Read(store), reader_language(request)
    decision = await read.one(Decision, voice.decision)
    about = await read.maybe(Gathering, voice.gathering) or Gathering(voice.gathering)
    reader, reply_by = Reader.of(language, about.time_zone), decision.facts.reply_by
    now = request.app.state.service.clock()
    return html.answer(
        request,
        "objection.html",
        status=came.status,
        trouble=came.trouble,
        title=reader.words(about.title),
        number=decision.facts.number,
        texts=reader.all_words(decision.facts.text),
        until=reader.moment(reply_by) if reply_by else None,
        state=decision.state.value,
        objected=any(each.person == voice.delegate.person for each in decision.objections),
        open=decision.takes_objections and reply_by is not None and now < reply_by,
        typed={"words": came.form["words"] if came.form else ""},
        errors=came.form.errors if came.form else {},
        behind=f"?{urlencode({'link': link})}",
    )
