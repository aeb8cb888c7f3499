"""How a conference ends, over HTTP: a final statement is drafted, amended, adopted and corrected."""

from typing import Any

from tests.story.chain import Chain

PAGES = tuple(
    f"/minutes/gatherings/{{gathering:uuid}}/final-statement/{step}"
    for step in ("{step}", "paragraphs/{paragraph:uuid}/{step}", "amendments/new", "amendments/{amendment:uuid}/{step}")
)
"""Those that send the forms of pages."""


async def end_with_a_statement(chain: Chain) -> None:
    """Every step of it, while the gathering is in session."""
    here = f"{chain.minutes}/final-statement"
    await chain.post(here, {"authoritative": "en"})
    preamble, first, last, gone = [
        (await chain.post(f"{here}/paragraphs", {"part": part, "text": {"en": f"Paragraph {n}."}})).json()[
            "paragraphs"
        ][-1]
        for n, part in enumerate(("preamble", "operative", "operative", "operative"))
    ]
    await _then(
        chain, f"paragraphs/{first['id']}/write", {"text": {"en": "Measures the flow.", "fa": "جریان را می‌سنجد."}}
    )
    await _then(chain, f"paragraphs/{last['id']}/move", {"before": first["id"]})
    await _then(chain, f"paragraphs/{gone['id']}/leave-out")
    await _then(chain, "open")
    replace = {"amendment_kind": "replace", "paragraph": first["id"], "text": {"en": "Measures the flow daily."}}
    kept, refused, merged = [(await chain.post(f"{here}/amendments", replace)).json()["id"] for _ in range(3)]
    await _then(chain, f"amendments/{merged}/merge", {"into": refused})
    await _then(chain, f"amendments/{kept}/accept", {})
    await _then(chain, f"amendments/{refused}/reject", {"reason": "It says so already."})
    await _then(chain, "adopt", {})
    slip = {"text": {"en": "Recalls the river."}, "reason": "A word was missing."}
    await _then(chain, f"paragraphs/{preamble['id']}/correct", slip)


async def _then(chain: Chain, step: str, form: dict[str, Any] | None = None) -> None:
    """A step, with the ETag that was just read."""
    here = f"{chain.minutes}/final-statement"
    tag = {"If-Match": (await chain.secretary.get(here)).headers["ETag"]}
    await chain.post(f"{here}/{step}", form, **tag)
