"""What a backup says of itself: which program made it of what, when, and each file with its size and checksum."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, Literal

from plenary.backup.paper import checksum, private, settle
from plenary.client import Failure

NAME: Final = "manifest.json"
FORMAT: Final = 1
"""Of a backup; a later one is refused."""

Kind = Literal["files", "composed"]


@dataclass(frozen=True)
class Manifest:
    """`versions`: of what is in it, by name. `files`: path below the backup -> SHA-256 and bytes."""

    kind: Kind
    at: str
    plenary: str
    versions: Mapping[str, str]
    files: Mapping[str, tuple[str, int]]
    format: int = FORMAT

    @property
    def size(self) -> str:
        """How much it is, for people."""
        return f"{len(self.files):,} files, {sum(size for _, size in self.files.values()) / 1e6:,.1f} MB"

    @classmethod
    def read(cls, backup: Path, kind: Kind) -> "Manifest":
        """Raises `Failure` for what is no backup of this kind, is of a newer program, or is not as it was written."""
        made = cls._read(backup)
        if made.kind != kind:
            other = "leave out --compose" if made.kind == "files" else "say --compose"
            raise Failure(f"{backup} is a backup of the other deployment ({made.kind}): {other}.")
        if made.format > FORMAT or _numbers(made.plenary) > _numbers(version("plenary")):
            raise Failure(f"{backup} was made by Plenary {made.plenary}, which is newer than this; install that first.")
        if wrong := [*made.faults(backup)]:
            raise Failure(f"{backup} is not as it was written: {'; '.join(wrong[:5])}. Take another backup.")
        return made

    @classmethod
    def _read(cls, backup: Path) -> "Manifest":
        try:
            told: dict[str, Any] = json.loads((backup / NAME).read_text("utf-8"))
            files = {name: (str(digest), int(size)) for name, (digest, size) in told.pop("files").items()}
            made = cls(**told, files=files)
        except FileNotFoundError as error:
            raise Failure(f"{backup} is no whole backup: it has no {NAME}, which is written last.") from error
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise Failure(f"{backup / NAME} cannot be read ({type(error).__name__}). Take another backup.") from error
        if strange := [name for name in made.files if Path(name).is_absolute() or ".." in Path(name).parts]:
            raise Failure(f"{backup / NAME} names {strange[0]}, which lies elsewhere. Take another backup.")
        return made

    def faults(self, backup: Path) -> Iterator[str]:
        """What is missing or changed."""
        for name, (digest, _) in self.files.items():
            path = backup / name
            if not path.is_file():
                yield f"{name} is missing"
            elif checksum(path) != digest:
                yield f"{name} was changed"


def written(backup: Path, kind: Kind, versions: Mapping[str, str], at: datetime | None = None) -> Manifest:
    """The manifest of all that lies in the directory, written into it, durably."""
    found = sorted(path for path in backup.rglob("*") if path.is_file())
    files = {path.relative_to(backup).as_posix(): (checksum(path), path.stat().st_size) for path in found}
    moment = (at or datetime.now(UTC)).isoformat(timespec="milliseconds")
    made = Manifest(kind, moment, version("plenary"), versions, files)
    text = json.dumps(asdict(made), indent=1, ensure_ascii=False)
    with private(backup / NAME) as stream:
        stream.write(text.encode())
    settle(backup)
    return made


def empty(backup: Path) -> Path:
    """The directory, made for its user alone. Raises `Failure` if there is something in it."""
    try:
        backup.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(backup.iterdir()):
            raise Failure(f"{backup} is not empty; name another directory, so that no older backup is touched.")
    except OSError as error:
        raise Failure(f"{backup} cannot be a directory of a backup ({error.strerror}); name another.") from error
    return backup


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".")[:3] if part.isdigit())
