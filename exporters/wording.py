"""Small pieces of wording that several compositions share: anchors, ties, shortening, plain text to runs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from core.agenda import AgendaItem, Meeting, short_meeting
from core.briefing_pack import PackSettings
from exporters.blocks import Break, Inline, Run, Tone
from exporters.characters import tidied

PRIVATE_WARNING = "Contains private notes"

_TIE = re.compile(r"\b(paras?\.|sects?\.|arts?\.|item) (?=[\dIVXLC])")


def tied(text: str) -> str:
    """A citation of our own wording with its numbers tied to their words ("para. 62" never breaks)."""
    return _TIE.sub("\\1\N{NO-BREAK SPACE}", text)


def anchor_of(kind: str, reference: str) -> str:
    """The name of a place to link to: a valid, hidden Word bookmark, the same for the same reference."""
    digest = hashlib.blake2b(reference.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    readable = re.sub(r"[^A-Za-z0-9]+", "_", reference)[:18].strip("_")
    return f"_{kind}_{readable}_{digest}"


def heading_anchor(*identity: object) -> str:
    """The name of a heading to link to, in the form that word processors expect of a contents entry."""
    words = "/".join(str(piece) for piece in identity)
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return f"_Toc{int.from_bytes(digest) % 10**9:09}"


def lines_of(
    text: str, *, bold: bool = False, italic: bool = False, tone: Tone = Tone.INK
) -> tuple[Inline, ...]:
    """Text that is no markup as runs, with its line breaks kept."""
    found: list[Inline] = []
    for nth, line in enumerate(tidied(text).split("\n")):
        if nth:
            found.append(Break())
        if line:
            found.append(Run(line, bold, italic, tone))
    return tuple(found)


def one_line(text: str) -> str:
    """Text that must stand on one line: a name, a title, a place."""
    return tidied(text).replace("\n", " ").strip()


def title_of(text: str) -> str:
    """An agenda item's title as a heading: on one line, without the full stop agendas end it with."""
    return one_line(text).rstrip(".")


def shortened(text: str, limit: int = 70) -> str:
    """A title short enough for a running head; what is left out shows as an ellipsis.

    The long names of meetings end where their purpose begins: "Eighth Biennial Meeting of States".
    """
    name = short_meeting(one_line(text))
    return name if len(name) <= limit else name[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def joined(pieces: Iterable[str], separator: str = ", ") -> str:
    """The pieces that are not empty, joined."""
    return separator.join(piece for piece in pieces if piece)


def place_and_dates(meeting: Meeting) -> str:
    """ "New York, 5–9 June 2028"."""
    return joined((one_line(meeting.place), meeting.when))


def item_name(item: AgendaItem) -> str:
    """An agenda item as it is called in a sentence: "agenda item 7"."""
    return f"agenda item\N{NO-BREAK SPACE}{one_line(item.number)}" if item.number else "agenda item"


def marked(settings: PackSettings, private: bool) -> str:
    """What stands at the right of the running head: the marking, and a warning where private words are in."""
    return joined((shortened(settings.marking, 44), PRIVATE_WARNING if private else ""), " · ")
