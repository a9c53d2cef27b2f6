"""Documents and meetings made by hand, small enough to reason about."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.agenda import AgendaItem, Meeting
from core.documents import (
    Document,
    Kind,
    Paragraph,
    Part,
    Standing,
    Track,
    document_id,
    paragraph_id,
)
from core.record import Intervention, NationalReport, Officer, Party, Record
from db.work import Work

_TELLS_NOTHING = Record()


def row(
    label: str, text: str, *, part: str = "annex", kind: Kind = Kind.OPERATIVE, **more: object
) -> Paragraph:
    """A paragraph whose id is still to be given by ``document``."""
    return replace(Paragraph(uuid.UUID(int=0), part, label, kind, text), **more)  # type: ignore[arg-type]


def document(
    symbol: str,
    short: str,
    rows: Sequence[Paragraph],
    *,
    parts: Sequence[Part] = (Part("annex", "Outcome", "annex"),),
    main_part: str = "annex",
    language: str = "en",
    date: dt.date | None = None,
    record: Record = _TELLS_NOTHING,
    standing: Standing = Standing.CONSENSUS,
) -> Document:
    """A document of these rows, each with its content address."""
    named: list[Paragraph] = []
    for each in rows:
        nth = 1 + sum((n.part, n.label, n.text) == (each.part, each.label, each.text) for n in named)
        named.append(replace(each, id=paragraph_id(symbol, language, each.part, each.label, each.text, nth)))
    return Document(
        id=document_id(symbol, language, tuple(named)),
        symbol=symbol,
        short=short,
        title=f"Report {symbol}",
        language=language,
        date=date,
        standing=standing,
        parts=tuple(parts),
        main_part=main_part,
        cite_as=symbol,
        spoken=f"the {short} outcome" if short else "",
        meeting="Eighth Biennial Meeting of States",
        numbered=sum(bool(each.label) for each in named),
        paragraphs=tuple(named),
        record=record,
    )


PART_B = "B. International Tracing Instrument"
NEW = "Implications of new technologies"
CHAPEAU = "States resolve to undertake the following measures:"


def bms8() -> Document:
    """A report with two numberings, an agenda and an outcome, like that of BMS8."""
    return document(
        "A/CONF.192/BMS/2022/1",
        "BMS8",
        [
            row("", "I. Introduction", part="report", kind=Kind.HEADING, level=1),
            row("17", "Statements were made by Ghana and Brazil.", part="report", kind=Kind.REPORT, page=2),
            row("62", "The report's own sixty-second paragraph, on dates.", part="report", kind=Kind.REPORT),
            row("6", "Implementation of the Programme of Action", part="agenda", kind=Kind.AGENDA),
            row("", PART_B, kind=Kind.HEADING, level=1),
            row("", CHAPEAU, kind=Kind.HEADING, section=(PART_B,)),
            row("61", "To trace illicit small arms.", section=(PART_B,), chapeau=CHAPEAU, track=Track.ITI),
            row(
                "62",
                "To reinforce efforts to mark, record and trace small arms and light weapons.",
                section=(PART_B, NEW),
                chapeau=CHAPEAU,
                track=Track.ITI,
                page=19,
                footnotes=("See A/60/88.",),
                remarks=("A page break stood in this paragraph.",),
            ),
            row("63", "To destroy surplus stockpiles of ammunition.", track=Track.POA, section=("A. PoA",)),
            row("64", "To tag polymer frames by laser.", track=Track.ITI, section=(PART_B, NEW)),
            row("pp.7", "Recalling that women take part in tracing.", kind=Kind.PREAMBULAR, track=None),
        ],
        parts=(
            Part("report", "Report", "", Standing.CONSENSUS),
            Part("agenda", "Agenda"),
            Part("annex", "Outcome document", "annex", Standing.UNEDITED),
        ),
        date=dt.date(2022, 7, 8),
        standing=Standing.UNEDITED,
        record=Record(
            (
                Intervention("Ghana", "Ghana", Party.STATE, ("6", "7"), 1, "27 June", "", "17"),
                Intervention(
                    "Brazil", "Brazil", Party.STATE, (), None, "", "also on behalf of MERCOSUR", "18"
                ),
            ),
            (NationalReport("Ghana", "the Republic of Ghana", Party.STATE, "15"),),
            (Officer("Philippines", "Philippines", "Chair", "Enrique Manalo", "9"),),
        ),
    )


def revcon3() -> Document:
    """A thematic summary with quoted spans and a slip in a reference, like that of RevCon3."""
    text = "States [t]o trace arms and to “record” them."
    return document(
        "A/CONF.192/2018/RC/3",
        "RevCon3",
        [
            row("II.32", "Tracing of illicit weapons is urged.", part="summary", kind=Kind.SUMMARY),
            row(
                "I.9", text, part="summary", kind=Kind.SUMMARY, quoted=((7, 20), (33, 39)), typed_label="1.9"
            ),
            row("V.4", "Follow-up is welcomed.", part="summary", kind=Kind.SUMMARY),
            row("V.4", "Follow-up is welcomed again.", part="summary", kind=Kind.SUMMARY),
            row(
                "I.13", "Ammunition was voted on.", part="summary", kind=Kind.SUMMARY, standing=Standing.VOTE
            ),
        ],
        parts=(Part("summary", "Thematic summary", "", Standing.SUMMARY),),
        main_part="summary",
        date=dt.date(2018, 6, 29),
        standing=Standing.SUMMARY,
    )


def meeting(name: str = "Tenth Biennial Meeting of States") -> Meeting:
    """A meeting that is nowhere yet."""
    return Meeting(uuid.uuid4(), name, "New York", dt.date(2028, 6, 5), dt.date(2028, 6, 9))


def with_agenda(work: Work) -> tuple[Meeting, AgendaItem, AgendaItem]:
    """A meeting with items 6 and 7, and both documents in the library."""
    work.library.add(bms8())
    work.library.add(revcon3())
    held = work.meetings.save_meeting(meeting())
    six = work.meetings.save_item(AgendaItem(uuid.uuid4(), held.id, "6", "Programme of Action", Track.POA))
    seven = work.meetings.save_item(AgendaItem(uuid.uuid4(), held.id, "7", "Tracing Instrument", Track.ITI))
    return held, six, seven


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = dt.datetime(2028, 5, 1, 9, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def passes(self, **amount: float) -> None:
        """Moves on by this much, as in ``passes(minutes=6)``."""
        self.now += dt.timedelta(**amount)


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, in order."""
    return sorted(each.name for each in folder.iterdir())
