"""Mirrors: what the record needs to know of gatherings, editions, organizations, bodies and people, of what became of the effects
of its decisions, and who may keep it."""

from services.minutes.mirrors.editions import Edition, Series
from services.minutes.mirrors.effects import Effect
from services.minutes.mirrors.groups import Group
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.mirrors.roles import Role, Session
from shared.contracts.bodies import BODIES
from shared.contracts.editions import EDITIONS
from shared.contracts.effects import EFFECTS
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.grants import GRANTS
from shared.contracts.groups import GROUPS
from shared.contracts.organizations import ORGANIZATIONS
from shared.contracts.people import PEOPLE
from shared.contracts.series import SERIES
from shared.contracts.sessions import SESSIONS
from shared.flow import Subject

SUBJECT = Subject(
    mirrors={
        GATHERINGS: Gathering,
        GROUPS: Group,
        EDITIONS: Edition,
        SERIES: Series,
        EFFECTS: Effect,
        ORGANIZATIONS: Organization,
        BODIES: Body,
        PEOPLE: Person,
        GRANTS: Role,
        SESSIONS: Session,
    }
)
