# ruff: noqa: E501
"""Hand-made packs and statements for the tests of the exporters, with words of the real documents."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import (
    BriefingPack,
    MeetingRecord,
    PackCommitment,
    PackItem,
    PackSettings,
    StatementSheet,
)
from core.commitments import Stance
from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph, Part, Standing, Track
from core.record import Intervention, NationalReport, Officer, Party, Record
from core.statements import Capacity, Stage, Statement

_SPACE = uuid.UUID("5a3a0c36-5e0e-4e0a-9d2b-3d4f7c7f0001")


def an_id(name: str) -> uuid.UUID:
    return uuid.uuid5(_SPACE, name)


BMS8 = DocumentHead(
    id=an_id("BMS8"),
    symbol="A/CONF.192/BMS/2022/1",
    short="BMS8",
    title="Report of the Eighth Biennial Meeting of States to Consider the Implementation of the Programme of "
    "Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms and Light Weapons in All Its Aspects",
    language="en",
    date=dt.date(2022, 7, 8),
    standing=Standing.UNEDITED,
    parts=(
        Part("report", "Report"),
        Part("agenda", "Agenda"),
        Part("annex", "Outcome of the Eighth Biennial Meeting of States", "annex", Standing.CONSENSUS),
    ),
    main_part="annex",
    cite_as="A/CONF.192/BMS/2022/1",
    spoken="the BMS8 outcome",
    meeting="Eighth Biennial Meeting of States",
    numbered=121,
)
REVCON3 = DocumentHead(
    id=an_id("RevCon3"),
    symbol="A/CONF.192/2018/RC/3",
    short="RevCon3",
    title="Third Review Conference: thematic summary of the outcome document",
    language="en",
    date=dt.date(2018, 6, 29),
    standing=Standing.SUMMARY,
    parts=(Part("outcome", "Outcome document"),),
    main_part="outcome",
    cite_as="RevCon3 outcome document",
    spoken="the RevCon3 outcome",
    meeting="Third Review Conference",
    source_note="A summary by theme; it is not the outcome document itself.",
    numbered=90,
)

_TRACING = "B. Consideration of the implementation of the International Tracing Instrument"
_TECHNOLOGY = "New technologies"
_CHAPEAU = (
    "Bearing in mind the different situations, capacities and priorities of States and regions, States resolve "
    "to undertake the following measures to identify and trace illicit small arms and light weapons:"
)


def bms8(label: str, text: str, section: tuple[str, ...] = (), **more: object) -> LibraryParagraph:
    paragraph = Paragraph(
        an_id(f"BMS8/{label}"), "annex", label, Kind.OPERATIVE, text, section, standing=Standing.CONSENSUS
    )
    return LibraryParagraph(BMS8, replace(paragraph, **more))  # type: ignore[arg-type]


def revcon3(label: str, text: str, **more: object) -> LibraryParagraph:
    """A paragraph of the summary; what stands between curly marks is what it quotes."""
    quoted = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start)
        quoted.append((start + 1, end))
        start = text.find("“", end)
    paragraph = Paragraph(
        an_id(f"RevCon3/{label}"),
        "outcome",
        label,
        Kind.SUMMARY,
        text,
        ("Renewing the Commitments of States", "Primary Responsibility of States"),
        standing=Standing.SUMMARY,
        quoted=tuple(quoted),
    )
    return LibraryParagraph(REVCON3, replace(paragraph, **more))  # type: ignore[arg-type]


P16 = bms8(
    "16",
    "States noted the importance of effective tracing of small arms and light weapons to combat the illicit "
    "trade in small arms and light weapons in conflict and post-conflict settings.",
    track=Track.ITI,
)
P18 = bms8(
    "18",
    "States reconfirmed the need to implement the commitments on marking, record-keeping and tracing contained "
    "in the International Tracing Instrument regardless of the materials or methods used in the manufacture of "
    "small arms and light weapons.",
    track=Track.ITI,
)
P24 = bms8(
    "24",
    "To encourage the development and implementation of voluntary national action plans, capacity-building "
    "programmes and/or other national policies which address all stages of the life cycle of a weapon, in support "
    "of the implementation of the Programme of Action, and which enable States to define national priorities and "
    "targets, and to coordinate the implementation of strategies, stakeholder involvement and resources allocation.",
    (
        "A. Consideration of the implementation of the Programme of Action to Prevent, Combat and Eradicate the "
        "Illicit Trade in Small Arms and Light Weapons in All Its Aspects, at the national regional and global levels.",
        "At the national level",
    ),
    chapeau=_CHAPEAU.replace(
        "identify and trace illicit", "prevent, combat and eradicate the illicit trade in"
    ),
    track=Track.POA,
)
P62 = bms8(
    "62",
    "To reinforce efforts to mark, record and trace small arms and light weapons, taking into account recent "
    "developments in small arms and light weapons manufacturing, technology and design, in particular polymer and "
    "modular weapons, and firearms produced by 3D printing.",
    (_TRACING, _TECHNOLOGY),
    chapeau=_CHAPEAU,
    track=Track.ITI,
)
P63 = bms8(
    "63",
    "To strengthen adequate, timely and effective measures, as appropriate and on a voluntary basis, so that marks "
    "on polymer frames & modular parts are durable; the secretariat’s “open-ended” report (A/76/284) gives details "
    "<see annex I>.",
    (_TRACING, _TECHNOLOGY),
    chapeau=_CHAPEAU,
    track=Track.ITI,
    remarks=("A page break in the source stood inside this paragraph.",),
    footnotes=("See General Assembly resolution 76/232, para. 4.",),
)
R17 = LibraryParagraph(
    BMS8,
    Paragraph(
        an_id("BMS8/report.17"),
        "report",
        "17",
        Kind.REPORT,
        "Agenda item 6 was considered at the 1st to 3rd meetings, on 27 and 28 June 2022.",
        ("III. Proceedings",),
    ),
)
I9 = revcon3(
    "I.9",
    "Participating States recognized that Governments “bear the primary responsibility for solving the problems "
    "associated with the illicit trade in small arms and light weapons in all its aspects”, and that “States need "
    "close international cooperation to prevent, combat and eradicate this illicit trade”.",
    track=Track.POA,
    typed_label="1.9",
)
I10 = revcon3(
    "III.10",
    "States agreed to “facilitate, in accordance with national laws, the tracing of small arms” and to strengthen "
    "“[t]o the extent possible … cooperation among law enforcement authorities”.",
    track=Track.ITI,
)
II18 = revcon3(
    "II.18",
    "They acknowledged “that States that apply relevant provisions of the Programme of Action to small arms and "
    "light weapons ammunition can integrate applicable policies and practices”.",
    standing=Standing.VOTE,
    track=Track.POA,
)

MEETING = Meeting(
    an_id("BMS10"),
    "Tenth Biennial Meeting of States to Consider the Implementation of the Programme of Action to Prevent, Combat "
    "and Eradicate the Illicit Trade in Small Arms and Light Weapons in All Its Aspects",
    "New York",
    dt.date(2028, 6, 5),
    dt.date(2028, 6, 9),
)
DELEGATION = Delegation(
    "Ghana",
    "Permanent Mission of Ghana to the United Nations",
    "H.E. Ms. Ama Mensah",
    "Deputy Permanent Representative",
    "African Group",
)
ITEM6 = AgendaItem(
    an_id("item6"),
    MEETING.id,
    "6",
    "Consideration of the implementation of the Programme of Action to Prevent, Combat and Eradicate the Illicit "
    "Trade in Small Arms and Light Weapons in All Its Aspects, at the national level, the regional level and the "
    "global level",
    Track.POA,
)
ITEM7 = AgendaItem(
    an_id("item7"),
    MEETING.id,
    "7",
    "Consideration of the implementation of the International Instrument to Enable States to Identify and Trace, in "
    "a Timely and Reliable Manner, Illicit Small Arms and Light Weapons",
    Track.ITI,
)

SPEECH = """Chair,

Ghana aligns itself with the statement delivered on behalf of the African Group, and wishes to add the following in \
its national capacity.

## Tracing in a changing industry

Polymer frames, modular designs and 3D-printed parts have overtaken the marking practices of 2005. As paragraph 62 \
of the BMS8 outcome states, States resolved “[t]o reinforce efforts to mark, record and trace small arms and light \
weapons, taking into account recent developments” [@BMS8, para. 62]. We agreed this **by consensus**, and we mean to \
keep it.

::: private
If the Arab Group objects, fall back to *BMS8/18*, which nobody reopened. **Do not deliver.**
:::

My delegation wishes to stress three points:

1. marks must last as long as the weapon;
2. records must be kept for as long as the mark [@BMS8, para. 63] [@RevCon3, sect. III, para. 10];
3. tracing requests deserve an answer within a month:
    - from national points of contact;
    - and, where feasible, through INTERPOL.

> “Governments bear the primary responsibility for solving the problems associated with the illicit trade” \
[@RevCon3, sect. I, para. 9]

## Assistance

Ghana reported in 2022 and will report again. The report of that meeting records our statement [@BMS8, report, \
para. 17]. None of this can be done alone; cooperation “within existing resources” is not enough.

I thank you, Chair.
"""

STATEMENT = Statement(
    an_id("statement7"),
    ITEM7.id,
    "National statement on tracing",
    Capacity.NATIONAL,
    "African Group",
    SPEECH,
)
GROUP_STATEMENT = Statement(
    an_id("statement6"),
    ITEM6.id,
    "Statement on behalf of the African Group",
    Capacity.GROUP,
    "African Group",
    "Chair,\n\nI have the honour to speak on behalf of the African Group.\n\nNational action plans remain the best "
    "instrument we have [@BMS8, para. 24].\n\nI thank you.\n",
    Stage.FINAL,
    "H.E. Mr. Kofi Boateng",
    "Permanent Representative",
)

BRIEF = """The Chair’s draft outcome keeps the language of 2022 on **marking** and adds a paragraph on polymer weapons. \
Ghana can accept it; the one open question is the *time limit* for answering tracing requests [@BMS8, para. 18].

::: private
Capital has not cleared the 30-day limit.
:::

Expected positions:

- European Union: ambitious on 3D printing, will propose a register;
- Arab Group: opposes any reference to ammunition;
- Brazil & Mexico: will ask for “durable” marks on polymer.
"""

_NATIONAL: list[str] = [
    "Costa Rica",
    "Colombia",
    "Jordan",
    "Malaysia",
    "Algeria",
    "Republic of Korea",
    "Egypt",
    "Iraq",
    "Islamic Republic of Iran",
    "France",
    "Switzerland",
    "Germany",
    "Pakistan",
    "Mexico",
    "Argentina",
    "Australia",
    "Austria",
    "Brazil",
    "Canada",
    "Chile",
    "Cuba",
    "Japan",
    "Kenya",
]


def _spoke(
    named: str, sitting: int, on_behalf: str = "", item: str = "7", kind: Party = Party.STATE
) -> Intervention:
    date = {4: "28 June 2022", 6: "29 June 2022", 3: "28 June 2022", 5: "29 June 2022"}[sitting]
    return Intervention(named, named, kind, (item,), sitting, date, on_behalf, "18" if item == "7" else "17")


RECORD = Record(
    (
        _spoke("European Union", 4, "also on behalf of other states", kind=Party.GROUP),
        _spoke("Mauritania", 4, "on behalf of the Arab Group"),
        *(_spoke(named, 4) for named in _NATIONAL),
        _spoke("Ghana", 4, "also on behalf of Economic Community of West African States"),
        _spoke("Philippines", 6),
        _spoke("United States of America", 6),
        _spoke("Ghana", 3, item="6"),
        Intervention(
            "INTERPOL", "INTERPOL", Party.ORGANIZATION, ("6", "7", "8", "9"), 5, "29 June 2022", "", "21"
        ),
    ),
    (NationalReport("Ghana", "Ghana", Party.STATE, "15"), NationalReport("Togo", "Togo", Party.STATE, "15")),
    (
        Officer("Philippines", "Philippines", "Chair", "Enrique Manalo", "9"),
        *(Officer(named, named, "Vice-Chair", "", "9") for named in ("Algeria", "Ghana", "Togo")),
    ),
)


def record_on(item: AgendaItem) -> MeetingRecord:
    return MeetingRecord(
        "BMS8", "Eighth Biennial Meeting of States, New York, 27 June–1 July 2022", item.number, item.title,
        RECORD, RECORD.of("Ghana"),
    )  # fmt: skip


COMMITMENTS7 = (
    PackCommitment("BMS8/62", P62, Stance.SUPPORT, "Our **red line**: keep “polymer”."),
    PackCommitment("BMS8/63", P63, Stance.PROPOSE_CHANGE),
    PackCommitment("BMS8/18", P18, Stance.CITE),
    PackCommitment("RevCon3/III.10", I10, Stance.BACKGROUND),
    PackCommitment("RevCon4/12", None, Stance.CITE),
)
COMMITMENTS6 = (
    PackCommitment("BMS8/24", P24, Stance.SUPPORT),
    PackCommitment("RevCon3/I.9", I9, Stance.CITE),
    PackCommitment("RevCon3/II.18", II18, Stance.OPPOSE),
    PackCommitment("BMS8/16", P16, Stance.BACKGROUND),
)
CITED = {p.reference: p for p in (P16, P18, P24, P62, P63, R17, I9, I10, II18)}


def without_notes(commitments: tuple[PackCommitment, ...]) -> tuple[PackCommitment, ...]:
    """As the core hands them over where private notes were not chosen."""
    return tuple(replace(commitment, note="") for commitment in commitments)


def sample_pack(settings: PackSettings | None = None) -> BriefingPack:
    """Two items with all that a pack can hold."""
    settings = settings or PackSettings(marking="CONFIDENTIAL", author="A. Mensah")
    chosen = COMMITMENTS7 if settings.with_private_notes else without_notes(COMMITMENTS7)
    points = (
        "Marks must outlast the weapon: **polymer frames** need a metal insert.",
        "Records are kept for as long as the mark [@BMS8, para. 63].",
        "Ask for a deadline of 30 days for tracing requests.",
    )
    return BriefingPack(
        "Briefing for the head of delegation",
        MEETING,
        DELEGATION,
        (
            PackItem(ITEM6, "", (), (GROUP_STATEMENT,), COMMITMENTS6, (record_on(ITEM6),)),
            PackItem(ITEM7, BRIEF, points, (STATEMENT,), chosen, (record_on(ITEM7),)),
        ),
        CITED,
        settings,
        dt.date(2028, 5, 12),
    )


def sample_sheet(settings: PackSettings | None = None, statement: Statement = STATEMENT) -> StatementSheet:
    item = ITEM7 if statement.item_id == ITEM7.id else ITEM6
    return StatementSheet(
        statement, item, MEETING, DELEGATION, CITED, settings or PackSettings(), dt.date(2028, 5, 12)
    )


def large_pack(commitments: int = 120, statements: int = 4) -> BriefingPack:
    """A pack of the size the program is measured by: four items, their statements, annex and record."""
    pack = sample_pack()
    texts = (P62, P63, P24, P18, P16)
    cited = {}
    for number in range(commitments):
        source = texts[number % len(texts)]
        text = f"{source.paragraph.text} (as it stood in reading {number + 1})"
        paragraph = replace(source.paragraph, id=an_id(f"large{number}"), label=str(101 + number), text=text)
        cited[f"BMS8/{101 + number}"] = LibraryParagraph(BMS8, paragraph)
    rows = [PackCommitment(reference, located, Stance.CITE) for reference, located in cited.items()]
    items = []
    share = -(-commitments // statements)
    for number in range(statements):
        item = replace(ITEM7, id=an_id(f"large item {number}"), number=str(6 + number))
        speech = replace(STATEMENT, id=an_id(f"large statement {number}"), item_id=item.id, text=SPEECH * 3)
        chosen = tuple(rows[number * share : (number + 1) * share])
        items.append(
            PackItem(item, BRIEF, pack.items[1].talking_points, (speech,), chosen, (record_on(ITEM7),))
        )
    return replace(pack, items=tuple(items), cited={**CITED, **cited})
