"""A resolution as it is printed: box, masthead, running heads, footnotes, paragraphs over pages."""

import pytest

from importers.lines import Source
from importers.pdf_reader import read_pdf
from tests.importers.pdf.printing import BOLD, INDENT, ITALIC, Press

FIRST = (
    "Recalling its resolution 1325 (2000) of 31 October 2000 and Article 5 of the Charter of the United "
    "Nations, adopted by the Conference in all its aspects,{1} and recognizing its important "
    "contribution to this matter, in which an area of 12 m2 and 1,500 tonnes were named,"
)
SECOND = (
    "Recognizing the need for participation in decision-making and in implementation processes, as well "
    "as for the follow-up of what was decided,{2} without regard to the number of those who take part "
    "in them,"
)
OPERATIVE = (
    "1.   Decides to convene, within existing resources, a meeting of one week in 2026 and another one "
    "in 2028, to consider the key challenges and opportunities relating to the implementation of the "
    "present resolution, and to report on it{3} to the General Assembly at its eightieth session and "
    "periodically thereafter, taking into account the views of Member States;"
)
LIST = ("2.   Requests the Secretariat:", "(a)   To prepare an analysis of trends;", "(b)   To report on it.")
SHORT = "Office for Disarmament Affairs"


def resolution() -> bytes:
    press = Press()
    _box(press)
    press.y = 640
    press.line("Seventy-ninth session", 60, font=BOLD)
    press.line("Agenda item 98 (p)", 60)
    press.line("General and complete disarmament: the illicit", 60, font=BOLD)
    press.line("trade in small arms", 60, font=BOLD)
    press.line("Resolution adopted by the General Assembly", size=14, font=BOLD, skip=20)
    press.line("on 2 December 2024", size=14, font=BOLD)
    press.line("79/40.    The illicit trade in small arms", 79, 12, BOLD, 12)
    press.line("The General Assembly,", INDENT, font=ITALIC, skip=6)
    press.paragraph(FIRST)
    press.paragraph(SECOND)
    press.y = 170
    _notes(press, ("1", "See A/CONF.192/15, chap. IV, para. 24."), ("2", "A note that is long enough to"))
    press.at(117, 85, "run over two lines of the page, and then on", 8.5)
    _foot(press, 1)
    press.new_page()
    _head(press, 2)
    press.y = 300
    press.paragraph(OPERATIVE)
    press.at(99.6, 90, "__________________", 8, BOLD)
    press.at(117, 78, "to the next page.", 8.5)
    press.at(117, 69, "3", 5.5)
    press.at(123, 66, "Resolution 70/1.", 8.5)
    _foot(press, 2)
    press.new_page()
    _head(press, 3)
    for each in LIST:
        press.paragraph(each)
    press.line("43rd plenary meeting", 396, font=ITALIC, skip=20)
    press.line("2 December 2024", 413, font=ITALIC)
    _foot(press, 3)
    return press.pdf()


def _box(press: Press) -> None:
    press.at(123, 734, "United Nations", 14)
    press.at(491, 734, "A/RES/79/40")
    press.at(123, 705, "General Assembly", 20, BOLD)
    press.at(397, 705, "Distr.: General")
    press.at(397, 693, "9 December 2024")


def _head(press: Press, number: int) -> None:
    title = "The illicit trade in small arms"
    left, right = ("A/RES/79/40", title) if number % 2 == 0 else (title, "A/RES/79/40")
    press.at(60, 733, left, 8.5, BOLD)
    press.at(430, 733, right, 8.5, BOLD)


def _foot(press: Press, number: int) -> None:
    if number == 1:
        press.at(65, 44, "24-23058 (E)    311025")
        press.at(65, 30, "*2423058*", 12)
    else:
        press.at(60, 36, f"{number}/3", 8.5, BOLD)
        press.at(520, 36, "24-23058", 7)


def _notes(press: Press, *notes: tuple[str, str]) -> None:
    press.at(99.6, press.y - 40, "__________________", 8, BOLD)
    for index, (mark, text) in enumerate(notes):
        y = press.y - 52 - 22 * index
        press.at(117, y + 3, mark, 5.5)
        press.at(123, y, text, 8.5)


@pytest.fixture(scope="module")
def source() -> Source:
    return read_pdf(resolution(), "resolution.pdf")


def test_paragraphs_are_whole(source: Source) -> None:
    expected = [
        "Seventy-ninth session",
        "Agenda item 98 (p)",
        "General and complete disarmament: the illicit trade in small arms",
        "Resolution adopted by the General Assembly on 2 December 2024",
        "79/40. The illicit trade in small arms",
        "The General Assembly,",
        FIRST.replace("{1}", ""),
        SECOND.replace("{2}", ""),
        " ".join(OPERATIVE.replace("{3}", "").split()),
        *(" ".join(each.split()) for each in LIST),
        "43rd plenary meeting",
        "2 December 2024",
    ]
    assert [line.text for line in source.lines] == expected
    assert all(line.whole for line in source.lines)


def test_pages_and_weight_are_known(source: Source) -> None:
    by_text = {line.text: line for line in source.lines}
    assert by_text["Seventy-ninth session"].bold
    assert not by_text["Agenda item 98 (p)"].bold
    assert [line.page for line in source.lines if line.text.startswith(("1.", "2.", "The General"))] == [
        1,
        2,
        3,
    ]
    assert source.pages == 3


def test_notes_are_with_their_paragraphs(source: Source) -> None:
    notes = {line.text[:10]: line.footnotes for line in source.lines if line.footnotes}
    assert notes == {
        "Recalling ": ("1 See A/CONF.192/15, chap. IV, para. 24.",),
        "Recognizin": (
            "2 A note that is long enough to run over two lines of the page, and then on to the next page.",
        ),
        "1. Decides": ("3 Resolution 70/1.",),
    }


def test_furniture_is_apart_and_in_order(source: Source) -> None:
    assert source.furniture[:5] == (
        "United Nations",
        "A/RES/79/40",
        "General Assembly",
        "Distr.: General",
        "9 December 2024",
    )
    assert {"24-23058 (E) 311025", "*2423058*", "2/3", "3/3", "24-23058"} <= set(source.furniture)
    assert "The illicit trade in small arms" in source.furniture
