"""What goes into a statement says no more of a text than its standing allows."""

import uuid

import pytest

from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph, Part, Standing
from core.quotations import InsertAs, in_quotation_marks, inserted


def located(
    text: str,
    *,
    kind: Kind = Kind.OPERATIVE,
    standing: Standing = Standing.CONSENSUS,
    whole: Standing = Standing.UNKNOWN,
    chapeau: str = "",
    quoted: tuple[tuple[int, int], ...] = (),
) -> LibraryParagraph:
    """Paragraph 5 of a document X."""
    head = DocumentHead(
        id=uuid.uuid4(),
        symbol="A/X",
        short="X",
        title="",
        language="en",
        date=None,
        standing=whole,
        parts=(Part("annex", "Outcome", "annex"),),
        main_part="annex",
        spoken="the X outcome",
    )
    paragraph = Paragraph(
        uuid.uuid4(), "annex", "5", kind, text, chapeau=chapeau, standing=standing, quoted=quoted
    )
    return LibraryParagraph(head, paragraph)


def words(where: LibraryParagraph, how: InsertAs) -> list[str]:
    """What is put into a statement, a string each block."""
    return [block.plain.strip() for block in inserted(where, how)]


CHAPEAU = "States resolve to undertake the following measures:"
STUB = "[in our own words: To mark arms.…]"


@pytest.mark.parametrize(
    ("standing", "whole", "chapeau", "quotation", "paraphrase"),
    [
        (Standing.CONSENSUS, Standing.UNEDITED, "", "As Y states:", "In Y, States agreed S"),
        (Standing.UNKNOWN, Standing.CONSENSUS, CHAPEAU, "In Y, States resolve:", "In Y, States agreed S"),
        (
            Standing.UNKNOWN,
            Standing.DRAFT,
            CHAPEAU,
            "In Y, the draft would have States resolve:",
            "In Y, the draft would have States S",
        ),
        (
            Standing.DRAFT,
            Standing.UNKNOWN,
            "",
            "In Y, the draft says:",
            "In Y, the draft would have States S",
        ),
        (
            Standing.VOTE,
            Standing.CONSENSUS,
            "",
            "As Y, adopted by a vote, states:",
            "In Y, adopted by a vote, the text says S",
        ),
        (
            Standing.VOTE,
            Standing.CONSENSUS,
            CHAPEAU,
            "In Y, adopted by a vote, the text has States resolve:",
            "In Y, adopted by a vote, the text says S",
        ),
        (Standing.UNKNOWN, Standing.UNKNOWN, "", "As Y states:", "Y says S"),
    ],
)
def test_a_lead_in_says_no_more_than_the_standing_allows(
    standing: Standing, whole: Standing, chapeau: str, quotation: str, paraphrase: str
) -> None:
    where = located("To mark arms.", standing=standing, whole=whole, chapeau=chapeau)
    said = [*words(where, InsertAs.QUOTATION)[:1], *words(where, InsertAs.PARAPHRASE)]
    named = [each.replace("paragraph 5 of the X outcome", "Y").replace(STUB, "S") for each in said]
    assert [each.replace("Paragraph 5 of the X outcome", "Y") for each in named] == [quotation, paraphrase]


def test_a_summary_is_quoted_only_where_it_quotes() -> None:
    text = "States agreed to mark arms well."
    whole = Standing.SUMMARY
    plain = located(text, kind=Kind.SUMMARY, standing=Standing.UNKNOWN, whole=whole)
    (block,) = inserted(plain, InsertAs.QUOTATION)
    assert "“" not in block.plain
    assert block.plain.startswith("As summarized, paragraph 5 of the X outcome says [in our own words: ")
    quoting = located(text, kind=Kind.SUMMARY, standing=Standing.VOTE, whole=whole, quoted=((17, 26),))
    lead, quotation = words(quoting, InsertAs.QUOTATION)
    assert lead == "As summarized, paragraph 5 of the X outcome, adopted by a vote, reads in part:"
    assert quotation == "“mark arms”"


def test_a_report_is_not_said_to_be_agreed() -> None:
    told = located("Ghana spoke.", kind=Kind.REPORT)
    assert words(told, InsertAs.PARAPHRASE)[0].startswith("Paragraph 5 of the X outcome says")


def test_marks_inside_a_quotation_become_single() -> None:
    assert in_quotation_marks("the so-called “grey” market") == "“the so-called ‘grey’ market”"
