"""With which documents a delegate would compare one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.comparing.partners import Tie, is_earlier, partners_of
from core.documents import DocumentHead
from tests.desktop.in_languages import document

ARMS = "The illicit trade in small arms and light weapons in all its aspects"


def head(
    symbol: str, year: int = 0, title: str = ARMS, *, short: str = "", language: str = "en"
) -> DocumentHead:
    made = document(symbol, language, title=title, date=dt.date(year, 12, 1) if year else None)
    fields = {name: getattr(made, name) for name in DocumentHead.__dataclass_fields__}
    return DocumentHead(**{**fields, "short": short})


def names(document: DocumentHead, among: list[DocumentHead]) -> list[tuple[str, Tie]]:
    return [(each.document.name, each.tie) for each in partners_of(document, among)]


def test_revisions_first_then_the_adopted_text_then_other_years() -> None:
    draft = head("A/C.1/79/L.51/Rev.1", 2024)
    library = [
        head("A/RES/75/241", 2020),
        head("A/RES/79/40", 2024),
        draft,
        head("A/C.1/79/L.51", 2024),
        head("A/C.1/78/L.4", 2023),
        head("A/RES/79/54", 2024, "Through-life conventional ammunition management"),
    ]
    assert names(draft, library) == [
        ("A/C.1/79/L.51", Tie.REVISION),
        ("A/RES/79/40", Tie.ADOPTED),
        ("A/C.1/78/L.4", Tie.SERIES),
    ]
    assert names(library[1], library) == [
        ("A/C.1/79/L.51/Rev.1", Tie.DRAFT),
        ("A/C.1/79/L.51", Tie.DRAFT),
        ("A/RES/75/241", Tie.SERIES),
    ]


def test_the_nearest_year_of_a_series_comes_first_and_says_which_it_is() -> None:
    library = [head(f"A/RES/{session}/1", session + 1945) for session in (75, 77, 78, 80)]
    found = partners_of(head("A/RES/79/40", 2024), library)
    assert [each.why for each in found] == [
        "of the year before",
        "of the year after",
        "2 years earlier",
        "4 years earlier",
    ]


def test_meetings_of_a_series_by_their_short_names_and_titles() -> None:
    bms7 = head("A/CONF.192/BMS/2021/1", 2021, "Report of the Seventh Biennial Meeting", short="BMS7")
    bms8 = head("A/CONF.192/BMS/2022/1", 2022, "Report of the Eighth Biennial Meeting", short="BMS8")
    paper = head("A/CONF.192/BMS/2022/L.4", 2022, "Draft outcome document")
    assert names(bms8, [bms7, paper]) == [("BMS7", Tie.SERIES), ("A/CONF.192/BMS/2022/L.4", Tie.MEETING)]


def test_only_texts_of_the_same_language_and_never_itself() -> None:
    own = head("A/RES/79/40", 2024)
    assert names(own, [own, head("A/RES/78/46", 2023, language="ar", title=ARMS)]) == []


def test_which_of_two_is_the_older_one() -> None:
    draft, adopted = head("A/C.1/80/L.9", 2025), head("A/RES/80/46", 2025)
    assert is_earlier(draft, adopted)
    assert not is_earlier(adopted, draft)
    revised = replace(head("A/C.1/80/L.9/Rev.1"), date=dt.date(2025, 1, 1))
    assert is_earlier(draft, revised)  # whatever its date says
    assert is_earlier(head("A/RES/75/241", 2020), head("A/RES/79/40", 2024))
    assert is_earlier(head("A/RES/75/241", 2020), head("A/RES/79/40"))
