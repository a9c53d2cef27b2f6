"""Heads: symbol, title, date, session, agenda item and standing, from mastheads in six languages."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents import Standing
from importers.heads import Head, read_head
from importers.lines import Line, Source
from importers.rows import Reading
from importers.text_reader import text_lines

NOTHING = Reading((), (), "text")


def head(masthead: str, *box: str, symbol: str = "") -> Head:
    """The head of a masthead typed as lines of a text, with a distribution box beside it."""
    return read_head(Source(tuple(text_lines(masthead)), furniture=box), NOTHING, symbol)


def whole_head(masthead: str, *box: str, bold: tuple[int, ...] = ()) -> Head:
    """The head of a masthead as PDF and Word readers yield it: every line a paragraph of its own."""
    lines = [
        Line(text.strip(), whole=True, bold=number in bold)
        for number, text in enumerate(masthead.strip().split("\n"))
    ]
    return read_head(Source(tuple(lines), furniture=box), NOTHING)


@dataclass(frozen=True)
class Told:
    """What a masthead must tell."""

    symbol: str
    title: str
    date: dt.date | None
    session: str
    item: str


def told(found: Head) -> Told:
    return Told(found.symbol, found.title, found.date, found.session, found.agenda_item)


ADOPTED = dt.date(2024, 12, 2)

ENGLISH = """
Seventy-ninth session
Agenda item 98 (p)
General and complete disarmament: the illicit trade in small arms and light weapons in all its aspects

Resolution adopted by the General Assembly
on 2 December 2024
[on the report of the First Committee (A/79/408, para. 114)]

79/40. The illicit trade in small arms and light weapons
in all its aspects

The General Assembly,
Recalling its resolution A/RES/78/46 of 4 December 2023,
"""
FRENCH = """
Soixante-dix-neuvième session
Point 98 p) de l’ordre du jour
Désarmement général et complet : le commerce illicite des armes légères sous tous ses aspects

Résolution adoptée par l’Assemblée générale
le 2 décembre 2024
[sur la base du rapport de la Première Commission (A/79/408, par. 114)]

79/40. Le commerce illicite des armes légères sous tous ses aspects

L’Assemblée générale,
"""
SPANISH = """
Septuagésimo noveno período de sesiones
Tema 98 p) del programa
Desarme general y completo: el comercio ilícito de armas pequeñas y armas ligeras

Resolución aprobada por la Asamblea General el 2 de diciembre de 2024
[sobre la base del informe de la Primera Comisión (A/79/408, párr. 114)]

79/40. El comercio ilícito de armas pequeñas y armas ligeras en todos sus aspectos

La Asamblea General,
"""
RUSSIAN = """
Семьдесят девятая сессия
Пункт 98 p) повестки дня
Всеобщее и полное разоружение: незаконная торговля стрелковым оружием

Резолюция, принятая Генеральной Ассамблеей 2 декабря 2024 года
[по докладу Первого комитета (A/79/408, пункт 114)]

79/40. Незаконная торговля стрелковым оружием и легкими вооружениями во всех ее аспектах

Генеральная Ассамблея,
"""
CHINESE = """
第七十九届会议
议程项目98(p)
全面彻底裁军：从各个方面打击小武器和轻武器的非法贸易

2024年12月2日大会决议
[根据第一委员会的报告(A/79/408，第114段)]

79/40. 小武器和轻武器非法贸易的所有方面

大会，
"""
ARABIC = """
الدورة التاسعة والسبعون
البند 98 (ع) من جدول الأعمال
نزع السلاح العام الكامل: الاتجار غير المشروع بالأسلحة الصغيرة

قرار اتخذته الجمعية العامة في 2 كانون الأول/ديسمبر 2024
[بناء على تقرير اللجنة الأولى (A/79/408، الفقرة 114)]

79/40 - الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة من جميع جوانبه

إن الجمعية العامة،
"""
RESOLUTION_79_40 = [
    (
        ENGLISH,
        "The illicit trade in small arms and light weapons in all its aspects",
        "Seventy-ninth session",
        "98 (p)",
    ),
    (
        FRENCH,
        "Le commerce illicite des armes légères sous tous ses aspects",
        "Soixante-dix-neuvième session",
        "98 (p)",
    ),
    (
        SPANISH,
        "El comercio ilícito de armas pequeñas y armas ligeras en todos sus aspectos",
        "Septuagésimo noveno período de sesiones",
        "98 (p)",
    ),
    (
        RUSSIAN,
        "Незаконная торговля стрелковым оружием и легкими вооружениями во всех ее аспектах",
        "Семьдесят девятая сессия",
        "98 (p)",
    ),
    (CHINESE, "小武器和轻武器非法贸易的所有方面", "第七十九届会议", "98 (p)"),
    (
        ARABIC,
        "الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة من جميع جوانبه",
        "الدورة التاسعة والسبعون",
        "98 (ع)",
    ),
]


@pytest.mark.parametrize(
    ("masthead", "title", "session", "item"), RESOLUTION_79_40, ids=["en", "fr", "es", "ru", "zh", "ar"]
)
def test_a_resolution_tells_its_head_in_each_language(
    masthead: str, title: str, session: str, item: str
) -> None:
    box = ("A/RES/79/40", "Distr.: General", "9 December 2024", "24-23058 (E)", "*2423058*")
    expected = Told("A/RES/79/40", title, ADOPTED, session, item)
    assert told(head(masthead, *box)) == expected
    assert told(head(masthead)) == expected
    assert head(masthead).spoken == "General Assembly resolution 79/40"
    assert head(masthead).standing is Standing.UNKNOWN


def test_whole_lines_tell_the_same() -> None:
    masthead = """
        Seventy-ninth session
        Agenda item 98 (p)
        General and complete disarmament: the illicit trade in small arms and light weapons in all its aspects
        Resolution adopted by the General Assembly on 2 December 2024
        [on the report of the First Committee (A/79/408, para. 114)]
        79/40. The illicit trade in small arms and light weapons in all its aspects
        The General Assembly,
        Recalling its resolution 78/46 of 4 December 2023,
    """
    assert told(whole_head(masthead, "A/RES/79/40", "Distr.: General 9 December 2024")) == Told(
        "A/RES/79/40",
        "The illicit trade in small arms and light weapons in all its aspects",
        ADOPTED,
        "Seventy-ninth session",
        "98 (p)",
    )


DRAFT = """
Eightieth session
First Committee
Agenda item 99 (y)
General and complete disarmament: the Arms Trade Treaty

Albania, Australia, Austria, Belgium, Bosnia and Herzegovina, Netherlands
(Kingdom of the), Slovenia, Spain and Uruguay: draft resolution

The Arms Trade Treaty

The General Assembly,
Recalling its resolutions 61/89 of 6 December 2006, 63/240 of 24 December 2008,
"""


def test_a_draft_resolution_has_its_own_title_and_not_its_sponsors_or_its_item() -> None:
    found = head(
        DRAFT, "United Nations A/C.1/80/L.9", "Distr.: Limited", "8 October 2025", "Original: English"
    )
    assert told(found) == Told(
        "A/C.1/80/L.9", "The Arms Trade Treaty", dt.date(2025, 10, 8), "Eightieth session", "99 (y)"
    )
    assert (found.standing, found.spoken) == (Standing.DRAFT, "")


def test_a_resolution_of_the_security_council() -> None:
    masthead = """
United Nations
S/RES/2370 (2017)
Security Council
Distr.: General
2 August 2017

Resolution 2370 (2017)

Adopted by the Security Council at its 8017th meeting, on
2 August 2017

The Security Council,
Recalling its resolutions 1267 (1999), 1373 (2001), S/RES/1624 (2005),
"""
    found = head(masthead)
    assert told(found) == Told("S/RES/2370 (2017)", "Resolution 2370 (2017)", dt.date(2017, 8, 2), "", "")
    assert found.spoken == "Security Council resolution 2370 (2017)"
    assert head(masthead.replace("S/RES/2370 (2017)\n", "")).symbol == "S/RES/2370 (2017)"


@pytest.mark.parametrize(
    ("masthead", "date"),
    [
        (
            "Résolution 2370 (2017)\n\nAdoptée par le Conseil de sécurité à sa 8017e séance,\nle 2 août 2017"
            "\n\nLe Conseil de sécurité,",
            dt.date(2017, 8, 2),
        ),
        (
            "Resolución 2370 (2017)\n\nAprobada por el Consejo de Seguridad en su 8017a sesión, celebrada "
            "el 2 de agosto de 2017\n\nEl Consejo de Seguridad,",
            dt.date(2017, 8, 2),
        ),
        (
            "Резолюция 2370 (2017),\nпринятая Советом Безопасности на его 8017-м заседании 2 августа 2017 "
            "года\n\nСовет Безопасности,",
            dt.date(2017, 8, 2),
        ),
        (
            "第2370(2017)号决议\n\n安全理事会2017年8月2日第8017次会议通过\n\n安全理事会，",
            dt.date(2017, 8, 2),
        ),
        (
            "القرار 2370 (2017)\n\nالذي اتخذه مجلس الأمن في جلسته 8017 المعقودة في 2 آب/أغسطس 2017"
            "\n\nإن مجلس الأمن،",
            dt.date(2017, 8, 2),
        ),
    ],
    ids=["fr", "es", "ru", "zh", "ar"],
)
def test_a_council_resolution_in_the_other_languages(masthead: str, date: dt.date) -> None:
    found = head(masthead)
    assert (found.symbol, found.date) == ("S/RES/2370 (2017)", date)
    assert found.title == masthead.split("\n", maxsplit=1)[0].rstrip(",")


def test_a_report_has_the_title_between_the_items_title_and_its_author() -> None:
    masthead = """
        Seventy-ninth session
        Item 98 (p) of the provisional agenda*
        General and complete disarmament
        The illicit trade in small arms and light weapons in all its aspects and assistance to States
        Report of the Secretary-General
        Summary
        The present report is submitted pursuant to resolutions 78/46 and 78/54 of the General Assembly.
    """
    found = whole_head(masthead, "United Nations A/79/201", "Distr.: General", "19 July 2024")
    assert told(found) == Told(
        "A/79/201",
        "The illicit trade in small arms and light weapons in all its aspects and assistance to States",
        dt.date(2024, 7, 19),
        "Seventy-ninth session",
        "98 (p)",
    )


def test_a_report_without_a_better_title_goes_by_its_author_or_its_item() -> None:
    found = whole_head(
        "Seventy-ninth session\nAgenda item 98\nReport of the First Committee\n1. At its", "A/79/408"
    )
    assert found.title == "Report of the First Committee"


def test_a_conference_paper_is_a_draft_with_its_own_title_and_its_meeting() -> None:
    masthead = """
Fourth United Nations Conference to Review Progress Made in the
Implementation of the Programme of Action
New York, 17–28 June 2024
Item 12 of the provisional agenda
Consideration and adoption of the final documents

Draft outcome document

Submitted by the President

1. We, the States,
"""
    found = head(masthead, "A/CONF.192/2024/RC/CRP.1.Rev3", "21 June 2024")
    assert told(found) == Told(
        "A/CONF.192/2024/RC/CRP.1.Rev3", "Draft outcome document", dt.date(2024, 6, 21), "", "12"
    )
    assert found.standing is Standing.DRAFT
    assert found.meeting == (
        "Fourth United Nations Conference to Review Progress Made in the Implementation of the "
        "Programme of Action"
    )


def test_a_proposal_to_an_economic_commission() -> None:
    masthead = """
        Economic Commission for Europe
        Inland Transport Committee
        World Forum for Harmonization of Vehicle Regulations
        199th session
        Geneva, 23–26 June 2026
        Item 14.1.1 of the provisional agenda
        Consideration and vote by AC.3 of draft UN GTRs and/or draft amendments to established UN GTRs, if any
        Proposal for a new United Nations Global Technical Regulation on Automated Driving Systems (ADS)
        Submitted by the Working Party on Automated/Autonomous and Connected Vehicles (GRVA)*
        The text reproduced below refers to ECE/TRANS/WP.29/2026/142 and to much else besides.
    """
    box = ("United Nations", "ECE/TRANS/WP.29/2026/139", "Distr.: General 14 April 2026 Original: English")
    found = whole_head(masthead, *box, "GE.26-05299 (E)")
    assert told(found) == Told(
        "ECE/TRANS/WP.29/2026/139",
        "Proposal for a new United Nations Global Technical Regulation on Automated Driving Systems (ADS)",
        dt.date(2026, 4, 14),
        "199th session",
        "14.1.1",
    )


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda items 137 and 138", "137, 138"),
        ("Items 137 and 138 of the preliminary list*", "137, 138"),
        ("Agenda item 98 (p) and (q)", "98 (p), (q)"),
        ("Points 137 et 138 de la liste préliminaire*", "137, 138"),
        ("Temas 137 y 138 de la lista preliminar*", "137, 138"),
        ("Пункты 137 и 138 первоначального перечня*", "137, 138"),
        ("暂定项目表*项目137和138", "137, 138"),
        ("临时议程**项目98（p）", "98 (p)"),
        ("البندان 137 و 138 من القائمة الأولية", "137, 138"),
        ("Point 6 de l'ordre du jour provisoire", "6"),
    ],
)
def test_agenda_items_are_read_in_all_their_forms(line: str, item: str) -> None:
    assert head(f"A/80/6\n{line}\nBudget\n").agenda_item == item


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Provisional agenda", "Provisional agenda: Ninth Biennial Meeting of States"),
        (
            "Provisional agenda of the Ninth Biennial Meeting of States",
            "Provisional agenda of the Ninth Biennial Meeting of States",
        ),
        ("Annotated provisional agenda", "Annotated provisional agenda: Ninth Biennial Meeting of States"),
    ],
)
def test_an_agenda_is_titled_with_its_meeting(title: str, expected: str) -> None:
    found = head(
        f"Ninth Biennial Meeting of States\n\nNew York, 1–5 June 2026\n\n{title}\n\n1. Opening.\n",
        "A/CONF.192/BMS/2026/L.1",
    )
    assert (found.title, found.standing) == (expected, Standing.DRAFT)
    assert found.meeting == "Ninth Biennial Meeting of States"


@pytest.mark.parametrize(
    ("told_of_adoption", "standing"),
    [
        ("[without reference to a Main Committee (A/79/L.1)]", Standing.UNKNOWN),
        ("[Adopted without a vote]", Standing.CONSENSUS),
        ("[Adopted by a recorded vote of 161 to none, with 13 abstentions]", Standing.VOTE),
    ],
)
def test_a_resolution_tells_how_it_was_adopted_or_it_stays_unknown(
    told_of_adoption: str, standing: Standing
) -> None:
    text = ENGLISH.replace("[on the report of the First Committee (A/79/408, para. 114)]", told_of_adoption)
    assert head(text).standing is standing


def test_an_advance_copy_is_unedited() -> None:
    assert head("Advance unedited version\n" + DRAFT, "A/C.1/80/L.9").standing is Standing.UNEDITED


def test_a_symbol_that_is_only_cited_is_not_the_documents_own() -> None:
    text = """
Note on document A/CONF.192/BMS/2022/1

The report A/CONF.192/BMS/2022/1 recalls A/60/88 and A/60/88/Corr.2.

1. See A/CONF.192/15.
"""
    assert head(text).symbol == ""


def test_a_running_head_is_a_symbol_that_comes_again() -> None:
    page = "A/RES/75/241\n\n2/5\n\n{}. Decides once more.\n\f"
    assert head("The title\n\n" + "".join(page.format(n) for n in (1, 2, 3))).symbol == "A/RES/75/241"


def test_a_given_symbol_stands_above_the_texts_own() -> None:
    found = head(DRAFT, "A/C.1/80/L.9", symbol="A/RES/80/46")
    assert (found.symbol, found.spoken) == ("A/RES/80/46", "General Assembly resolution 80/46")


def test_older_resolutions_go_by_their_number_and_session() -> None:
    masthead = """
Resolution adopted by the General Assembly

3363 (XXX). Conclusions of the World Conference of the International Women's Year

The General Assembly,
"""
    found = head(masthead)
    assert found.symbol == "A/RES/3363 (XXX)"
    assert found.title == "Conclusions of the World Conference of the International Women's Year"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from((ENGLISH + DRAFT + CHINESE + ARABIC + RUSSIAN).split("\n"))
        | st.text(min_size=1, max_size=40),
        max_size=40,
    )
)
def test_no_masthead_makes_it_fail(lines: list[str]) -> None:
    found = head("\n".join(lines))
    assert len(found.title) < 400


def test_of_two_symbols_of_one_document_the_first_is_its_own() -> None:
    masthead = """
United Nations A/71/438–A/CONF.192/BMS/2016/1
General Assembly Distr.: General
4 October 2016
Seventy-first session
Agenda item 98 (t)
General and complete disarmament
Sixth Biennial Meeting of States to Consider
the Implementation of the Programme of Action
New York, 6-10 June 2016

The illicit trade in small arms and light weapons in all its aspects

Report of the Secretary-General

Summary
"""
    found = head(masthead)
    assert told(found) == Told(
        "A/71/438",
        "The illicit trade in small arms and light weapons in all its aspects",
        dt.date(2016, 10, 4),
        "Seventy-first session",
        "98 (t)",
    )


def test_the_outcome_of_a_meeting_is_not_titled_after_the_meeting() -> None:
    masthead = """
A/CONF.192/BMS/2016/WP.1/Rev.3
10 June 2016
Original: English
Sixth Biennial Meeting of States to Consider
the Implementation of the Programme of Action
New York, 6-10 June 2016
Outcome of the Sixth Biennial Meeting of States to Consider
the Implementation of the Programme of Action
1. In the context of the Sixth Biennial Meeting of States, States considered.
"""
    found = head(masthead)
    assert found.symbol == "A/CONF.192/BMS/2016/WP.1/Rev.3"
    assert found.title.startswith("Outcome of the Sixth Biennial Meeting of States")
    assert found.meeting.startswith("Sixth Biennial Meeting of States")
    assert found.date == dt.date(2016, 6, 10)


def test_a_title_that_a_pdf_cut_in_two_lines_is_whole() -> None:
    masthead = """
        Resolution adopted by the General Assembly on 4 December 2023
        78/54. Assistance to States for curbing the illicit traffic in small arms and
        light weapons and collecting them
        The General Assembly,
    """
    assert whole_head(masthead).title == (
        "Assistance to States for curbing the illicit traffic in small arms and "
        "light weapons and collecting them"
    )


def test_a_number_alone_is_no_title() -> None:
    assert whole_head("11\nOn the marking of weapons\nThe marking of weapons is a duty.").title == (
        "On the marking of weapons"
    )


def test_a_report_right_under_its_item_is_called_as_the_item_and_the_report() -> None:
    masthead = """
A/80/534
Eightieth session
Agenda item 99
General and complete disarmament

Report of the First Committee

Rapporteur: Mr. John Doe (Ghana)

I. Introduction
"""
    assert head(masthead).title == "General and complete disarmament: Report of the First Committee"


def test_who_put_a_paper_forward_is_never_its_title() -> None:
    masthead = """
Item 5 of the agenda
Original: English

Draft report of the 2023 session of the Group of Governmental Experts

Submitted by the Chairperson

I. Introduction
"""
    found = head(masthead, "United Nations CCW/GGE.1/2023/CRP.1")
    assert found.title == "Draft report of the 2023 session of the Group of Governmental Experts"
    assert (found.symbol, found.agenda_item) == ("CCW/GGE.1/2023/CRP.1", "5")
