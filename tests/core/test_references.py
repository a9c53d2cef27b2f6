"""References resolve however loosely they are typed."""

import uuid

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.citations import (
    articles_called,
    citation_forms,
    citation_markdown,
    parse_citation,
    spoken_locator,
    written_locator,
)
from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph, Part, Standing
from core.references import Reference, parse_label, parse_reference


def head(symbol: str, short: str, main: str, parts: tuple[str, ...], cite_as: str = "") -> DocumentHead:
    """A document's head with only what references need."""
    return DocumentHead(
        id=uuid.uuid4(),
        symbol=symbol,
        short=short,
        title="",
        language="en",
        date=None,
        standing=Standing.UNKNOWN,
        parts=tuple(Part(key, key) for key in parts),
        main_part=main,
        cite_as=cite_as,
    )


BMS8 = head("A/CONF.192/BMS/2022/1", "BMS8", "annex", ("report", "agenda", "annex"))
REVCON3 = head("A/CONF.192/2018/RC/3", "RevCon3", "summary", ("summary",), "RevCon3 outcome document")
RESOLUTION = head("A/RES/79/40", "", "text", ("text",))
COUNCIL = head("S/RES/2370 (2017)", "", "text", ("text",))
ATT = head("ATT", "ATT", "text", ("text",))
NOTE = head(
    "A/C.1/80/2",
    "",
    "report",
    (
        *("report", "annex", "annex-2", "annex-3", "annex-a", "annex-2-appendix-1", "appendix", "appendix-1"),
        *(
            "draft",
            "draft-2",
            "resolution-b",
            "section-ii",
            "protocol",
            "protocol-1",
            "schedule-1",
            "enclosure",
        ),
    ),
)
TREATY = head("A/CONF.217/2013/L.3", "Treaty", "articles", ("articles", "annex"))
ALL = (TREATY, NOTE, BMS8, REVCON3, RESOLUTION, COUNCIL, ATT)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("BMS8/62", "BMS8/62"),
        ("bms8 62", "BMS8/62"),
        ("bms8 para 62", "BMS8/62"),
        ("BMS 8, para. 62", "BMS8/62"),
        ("bms8 §62", "BMS8/62"),
        ("BMS8/62(a)", "BMS8/62(a)"),
        ("BMS8 62 (a)", "BMS8/62(a)"),
        ("BMS8/report.17", "BMS8/report.17"),
        ("bms8 report para 17", "BMS8/report.17"),
        ("bms8 agenda item 6", "BMS8/agenda.6"),
        ("BMS8/annex.62", "BMS8/62"),
        ("A/CONF.192/BMS/2022/1 §62", "BMS8/62"),
        ("A/CONF.192/BMS/2022/1, annex, para. 62", "BMS8/62"),
        ("para 62 of BMS8", "BMS8/62"),
        ("paragraph 17 of the report of BMS8", "BMS8/report.17"),
        ("agenda item 6 of the agenda of BMS8", "BMS8/agenda.6"),
        ("section II, paragraph 32, of the RevCon3 outcome document", "RevCon3/II.32"),
        ("BMS8-62", "BMS8/62"),
        ("BMS8–62", "BMS8/62"),
        ("RevCon3/A.31", "RevCon3/A.31"),
        ("RevCon3/II.32", "RevCon3/II.32"),
        ("RevCon3 II, 32", "RevCon3/II.32"),
        ("revcon3 ii.32", "RevCon3/II.32"),
        ("revcon 3 sect. II, para. 32", "RevCon3/II.32"),
        ("RevCon3 outcome document, sect. II, para. 32", "RevCon3/II.32"),
        ("A/RES/79/40/12", "A/RES/79/40/12"),
        ("A/RES/79/40, para. 12", "A/RES/79/40/12"),
        ("A/RES/79/40/pp.7", "A/RES/79/40/pp.7"),
        ("A/RES/79/40, preambular para. 7", "A/RES/79/40/pp.7"),
        ("a/res/79/40 pp 7", "A/RES/79/40/pp.7"),
        ("S/RES/2370 (2017)/3", "S/RES/2370 (2017)/3"),
        ("ATT/5.2", "ATT/5.2"),
        ("att art. 5.2", "ATT/5.2"),
        ("att art. 5, para. 2", "ATT/5.2"),
        ("A/C.1/80/2/annex-2.5", "A/C.1/80/2/annex-2.5"),
        ("A/C.1/80/2, annex 2, para. 5", "A/C.1/80/2/annex-2.5"),
        ("A/C.1/80/2 Annex-3 §5 (a)", "A/C.1/80/2/annex-3.5(a)"),
        ("A/C.1/80/2, annex 2, sect. II, para. 5", "A/C.1/80/2/annex-2.II.5"),
        ("A/C.1/80/2, annex, para. 5", "A/C.1/80/2/annex.5"),
        ("A/C.1/80/2 annex 5", "A/C.1/80/2/annex.5"),
        ("A/C.1/80/2/annex-a.5", "A/C.1/80/2/annex-a.5"),
        ("A/C.1/80/2, para. 5", "A/C.1/80/2/5"),
        ("A/RES/79/40, para. 12 (a) (i)", "A/RES/79/40/12(a)(i)"),
        ("A/RES/79/40/12(a)(i)", "A/RES/79/40/12(a)(i)"),
        ("A/RES/79/40 preambular para. 3 (a)", "A/RES/79/40/pp.3(a)"),
        ("A/RES/79/40, para. 21 bis", "A/RES/79/40/21bis"),
        ("A/RES/79/40 14 alt.", "A/RES/79/40/14alt"),
        ("A/RES/79/40, para. 5.1.2.3", "A/RES/79/40/5.1.2.3"),
        ("A/RES/79/40, para. A1.2", "A/RES/79/40/A1.2"),
        ("RevCon3 sect. II, para. 3 (b)", "RevCon3/II.3(b)"),
        ("RevCon3 sect. B, para. 3", "RevCon3/B.3"),
        ("ATT, Article 5, paragraph 2 (a)", "ATT/5.2(a)"),
        ("ATT Article 2 (1) (h)", "ATT/2.1(h)"),
        ("ATT artículo 5, párrafo 2", "ATT/5.2"),
        ("ATT статья 5, пункт 2", "ATT/5.2"),
        ("ATT, art. 2 bis, para. 1", "ATT/2bis.1"),
        ("ATT, art. 6", "ATT/6"),
        ("A/RES/79/40, para. 12 (б)", "A/RES/79/40/12(б)"),
        ("A/RES/79/40, para. 12 (ب)", "A/RES/79/40/12(ب)"),
        ("A/C.1/80/2, draft resolution II, para. 5", "A/C.1/80/2/draft-2.5"),
        ("A/C.1/80/2/draft-2.pp.5", "A/C.1/80/2/draft-2.pp.5"),
        ("A/C.1/80/2/section-ii.5.1", "A/C.1/80/2/section-ii.5.1"),
        ("A/C.1/80/2, appendix 1, para. 5", "A/C.1/80/2/appendix-1.5"),
        ("A/C.1/80/2, resolution B, para. 5", "A/C.1/80/2/resolution-b.5"),
    ],
)
def test_a_typed_reference_is_understood(typed: str, canonical: str) -> None:
    assert str(parse_reference(typed, ALL)) == canonical


@pytest.mark.parametrize(
    "typed",
    [
        "62",
        "tracing",
        "tracing of BMS8",
        "state of the art",
        "bms8",
        "bms8 tracing",
        "the 2030 Agenda",
        "BMS",
        "",
        "BMS85/6",
        "resolution 65/69",
    ],
)
def test_words_are_not_taken_for_a_reference(typed: str) -> None:
    assert parse_reference(typed, ALL) is None


@pytest.mark.parametrize(
    ("typed", "label"), [("II.32", "II.32"), ("para 62", "62"), ("§ 62", "62"), ("ii, 32", "II.32")]
)
def test_a_number_whose_form_tells_what_it_is_needs_no_document(typed: str, label: str) -> None:
    assert parse_reference(typed, ALL) == Reference("", "", label)


numbers = st.lists(st.integers(1, 300), min_size=1, max_size=5).map(lambda path: ".".join(map(str, path)))
suffixes = st.sampled_from(["", "", "", "bis", "ter", "quater", "alt", "alt2"])
subs = st.lists(
    st.sampled_from(["a", "h", "i", "iv", "xii", "aa", "12", "abis", "ñ", "б", "я", "أ", "ب", "一", "十二"]),
    max_size=3,
).map(lambda letters: "".join(f"({letter})" for letter in letters))
leads = st.sampled_from(["", "", "", "I.", "II.", "IV.", "VIII.", "A.", "B.", "pp."])
labels = st.builds("{}{}{}{}".format, leads, numbers, suffixes, subs)


@given(st.sampled_from(ALL), labels)
def test_a_canonical_reference_comes_back_from_every_form(document: DocumentHead, label: str) -> None:
    """Also where the document is made of articles, so that "5.2" is written "art. 5, para. 2".

    There "article 5 (12)" is the twelfth paragraph, so that no row is called "5(12)".
    """
    assume(document.main_part != "articles" or "(12)" not in label)
    canonical = f"{document.name}/{label}"
    assert str(parse_reference(canonical, ALL)) == canonical
    assert str(parse_reference(canonical.lower(), ALL)) == canonical
    assert str(parse_reference(f"{document.name}, {written_locator(label)}", ALL)) == canonical
    assert str(parse_reference(f"{document.symbol}, {spoken_locator(label)}", ALL)) == canonical
    assert str(parse_citation(citation_markdown(canonical, document))) == canonical


@given(st.sampled_from(NOTE.parts), labels)
def test_the_paragraph_of_any_part_comes_back_from_every_form(part: Part, label: str) -> None:
    canonical = f"{NOTE.name}/{label}" if part.key == NOTE.main_part else f"{NOTE.name}/{part.key}.{label}"
    assert str(parse_reference(canonical, ALL)) == canonical
    written = f"{NOTE.name}, {part.key}, {written_locator(label)}"
    assert str(parse_reference(written, ALL)) == canonical
    assert str(parse_citation(citation_markdown(canonical, NOTE))) == canonical


@given(st.text(max_size=60))
def test_no_text_makes_the_readers_of_references_stumble(typed: str) -> None:
    parse_reference(typed, ALL)
    parse_label(typed)
    parse_citation(typed)


@pytest.mark.parametrize(
    ("markdown", "reference"),
    [
        ("[@BMS8/62]", "BMS8/62"),
        ("[@BMS8/report.17]", "BMS8/report.17"),
        ("[@A/RES/79/40/12]", "A/RES/79/40/12"),
    ],
)
def test_a_citation_may_be_keyed_by_the_canonical_reference(markdown: str, reference: str) -> None:
    assert str(parse_citation(markdown)) == reference


@pytest.mark.parametrize(
    ("label", "written", "spoken"),
    [
        ("5", "art. 5", "article 5"),
        ("5.2", "art. 5, para. 2", "article 5, paragraph 2"),
        ("5.2(a)(i)", "art. 5, para. 2 (a) (i)", "article 5, paragraph 2 (a) (i)"),
        ("5(a)", "art. 5 (a)", "article 5 (a)"),
        ("2bis.1", "art. 2 bis, para. 1", "article 2 bis, paragraph 1"),
        ("pp.3", "preambular para. 3", "preambular paragraph 3"),
    ],
)
def test_a_paragraph_of_an_article_is_cited_by_both(label: str, written: str, spoken: str) -> None:
    assert (written_locator(label, "article"), spoken_locator(label, "article")) == (written, spoken)
    assert parse_label(written) == parse_label(spoken) == ("", label)


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("5.2", "para. 5.2"),
        ("5.1.2.3", "para. 5.1.2.3"),
        ("24.11(a)", "para. 24.11 (a)"),
        ("21bis", "para. 21 bis"),
        ("14alt2", "para. 14 alt 2"),
        ("12(a)(i)", "para. 12 (a) (i)"),
        ("pp.3(a)", "preambular para. 3 (a)"),
        ("II.3(b)", "sect. II, para. 3 (b)"),
    ],
)
def test_a_number_in_pieces_is_no_article(label: str, written: str) -> None:
    assert written_locator(label) == written


@pytest.mark.parametrize(
    ("part", "section", "called"),
    [
        ("articles", (), "article"),
        ("rules", (), "rule"),
        ("principles", (), "principle"),
        ("text", ("II. Text", "1. Scope"), ""),
        ("annex", ("Chapter I", "Article 5 – Scope", "General"), "article"),
        ("annex", ("Статья 5",), "article"),
        ("annex", ("المادة 5",), "article"),
        ("annex", ("第五条",), "article"),
        ("annex", ("Rule 12",), "rule"),
        ("annex", ("Articles of association",), ""),
    ],
)
def test_the_part_or_a_heading_tells_whether_there_are_articles(
    part: str, section: tuple[str, ...], called: str
) -> None:
    assert articles_called(part, section) == called


def test_the_forms_of_an_article_in_an_annex_say_so() -> None:
    row = Paragraph(uuid.uuid4(), "annex", "5.2(a)", Kind.OPERATIVE, "To act.", ("Article 5",))
    forms = citation_forms(LibraryParagraph(TREATY, row))
    assert forms.spoken == "article 5, paragraph 2 (a), of A/CONF.217/2013/L.3"
    assert forms.written.endswith("art. 5, para. 2 (a)")
    assert str(parse_citation(forms.markdown)) == "Treaty/annex.5.2(a)"


def test_the_letters_of_a_decision_are_a_label() -> None:
    assert parse_label("(a)") == ("", "(a)")
    assert parse_label("para. (b) (ii)") == ("", "(b)(ii)")
    assert parse_label("a") is None
