"""The subjects of all services by the names of their folders, as the services' tables of contents join them."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from services.__main__ import SERVICES
from shared.flow import Definition, Subject


@dataclass(frozen=True)
class Folder:
    """One subject: of which service, and the package that it is."""

    service: str
    package: ModuleType
    subject: Subject

    @property
    def name(self) -> str:
        """As the folder is called, e.g. `gatherings`."""
        return self.package.__name__.rpartition(".")[2]

    @property
    def path(self) -> str:
        """Where it is, e.g. `registration/gatherings`."""
        return f"{self.service}/{self.name}"

    @property
    def says(self) -> str:
        """The first sentence of its docstring."""
        return first_sentence(self.package.__doc__)


def folders(definition: Definition) -> Iterator[Folder]:
    """The subjects of a service, in their declared order. Raises KeyError for a subject without a folder."""
    service = import_module(f"services.{definition.name}")
    packages = [import_module(each.name) for each in iter_modules(service.__path__, f"{service.__name__}.")]
    found = {id(package.SUBJECT): package for package in packages if hasattr(package, "SUBJECT")}
    for subject in definition.subjects:
        yield Folder(definition.name, found[id(subject)], subject)


def everywhere() -> list[Folder]:
    """All subjects of all services."""
    return [folder for definition in SERVICES.values() for folder in folders(definition)]


def first_sentence(doc: str | None) -> str:
    """Up to the first full stop, in one line."""
    return " ".join((doc or "").split()).partition(". ")[0].removesuffix(".")
