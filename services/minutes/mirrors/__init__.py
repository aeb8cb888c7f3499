"""Mirrors: what the record needs to know of gatherings, organizations, bodies and people."""

from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from shared.contracts.bodies import BODIES
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.organizations import ORGANIZATIONS
from shared.contracts.people import PEOPLE
from shared.flow import Subject

SUBJECT = Subject(mirrors={GATHERINGS: Gathering, ORGANIZATIONS: Organization, BODIES: Body, PEOPLE: Person})
