"""One paper: what to set comes in as JSON, the PDF goes out. It reads the project's own files and fonts, and nothing else."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import orjson
import typst

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Set what stands on the standard input."""
    order = orjson.loads(sys.stdin.buffer.read())
    pdf = typst.compile(
        ROOT / order["template"],
        root=ROOT,
        font_paths=[Path(__file__).with_name("fonts")],
        ignore_system_fonts=True,
        sys_inputs={"content": orjson.dumps(order["content"]).decode()},
        pdf_standards=["ua-1"],
        timestamp=datetime(
            2000, 1, 1, tzinfo=UTC
        ),  # a paper says when in its own words; the same content is the same file
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
