"""The press: a process for each paper, so that a long or a hostile one takes neither the loop nor its memory along."""

import logging
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import orjson

from shared.errors import Unavailable

logger = logging.getLogger(__name__)

MEDIA: Final = "application/pdf"
SECONDS: Final = 20
"""Until a paper is given up. Minutes of 200 items take less than one."""

_ROOT = Path(__file__).parents[2]


def printed(template: Path, content: Mapping[str, Any]) -> bytes:
    """The PDF of a template, filled with `content` (what it says it needs, and what `sheet.typ` asks of everybody).

    The same content gives the same bytes. It takes its time: call it in a thread. Raises `Unavailable` if it takes more than
    `SECONDS`, or was not set (the log says why).
    """
    order = orjson.dumps({"template": str(template.relative_to(_ROOT)), "content": content})
    press = [sys.executable, "-m", "shared.paper"]
    try:
        done = subprocess.run(press, input=order, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603  our own words
    except subprocess.TimeoutExpired as error:
        raise Unavailable("this paper takes too long to be set: try again later") from error
    except subprocess.CalledProcessError as error:
        logger.error("a paper was not set", extra={"reason": error.stderr.decode(errors="replace")[-500:]})
        raise Unavailable("this paper cannot be set now: read the page instead") from error
    return done.stdout
