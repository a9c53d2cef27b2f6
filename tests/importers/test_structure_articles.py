"""The grammar of treaties, charters and statutes: each test shows one rule on a few whole lines."""

import pytest

from core.documents import Kind
from tests.importers.whole_lines import headings, labels, read, row, unnumbered

TREATY = """
# The Arms Trade Treaty
# Preamble
The States Parties to this Treaty,
Guided by the purposes and principles of the Charter,
Recalling Article 26 of the Charter of the United Nations,
Determined to act in accordance with the following principles;
# Principles
– The inherent right of all States to self-defence;
– Non-intervention,
Have agreed as follows:
Article 1
Object and Purpose
The object of this Treaty is to:
– Establish common standards;
for the purpose of:
– Contributing to peace.
Article 2
Scope
1. This Treaty shall apply to the following categories:
(a) Battle tanks;
(b) Combat aircraft.
2. This Treaty shall not apply to movement by a State Party.
Article 3
Ammunition
Each State Party shall establish a control system under Article 2 (1).
The system shall be public.
Article 4
1. One.
2. Two.
IN WITNESS WHEREOF the undersigned have signed this Treaty.
DONE at New York.
"""


def test_paragraphs_restart_in_every_article_and_are_labelled_by_it() -> None:
    reading = read(TREATY)
    assert labels(reading) == [
        "pp.1",
        "pp.2",
        "pp.3",
        "1",
        "2.1",
        "2.1(a)",
        "2.1(b)",
        "2.2",
        "3",
        "4.1",
        "4.2",
    ]
    assert (reading.main_part, [part.key for part in reading.parts]) == ("articles", ["articles"])
    assert row(reading, "2.1(b)").section == ("Article 2", "Scope")
    assert row(reading, "2.1(b)").chapeau == "This Treaty shall apply to the following categories:"


def test_the_first_words_of_an_article_bear_its_number_and_the_others_none() -> None:
    reading = read(TREATY)
    assert row(reading, "3").text.startswith("Each State Party shall")
    assert unnumbered(reading.rows) == [
        *("– The inherent right of all States to self-defence;", "– Non-intervention,"),
        *("– Establish common standards;", "for the purpose of:", "– Contributing to peace."),
        "The system shall be public.",
        *("IN WITNESS WHEREOF the undersigned have signed this Treaty.", "DONE at New York."),
    ]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("Article 1", "Article 2 – Scope", "Article 2 – Scope"),
        ("Article 1.", "Article 2: Scope", "Article 2: Scope"),
        ("ARTICLE I", "ARTICLE II", "ARTICLE II"),
        ("Art. 1", "Art. 2", "Art. 2"),
        ("Article premier", "Article 2", "Article 2"),
        ("Article 1er", "Article 2 Champ d’application", "Article 2 Champ d’application"),
        ("Artículo 1", "Artículo 2", "Artículo 2"),
        ("Статья 1", "Статья 2. Сфера применения", "Статья 2. Сфера применения"),
        ("第一条", "第二条 范围", "第二条 范围"),
        ("المادة الأولى", "المادة الثانية", "المادة الثانية"),
        ("المادة 1", "المادة 2: نطاق التطبيق", "المادة 2: نطاق التطبيق"),
        ("Rule 1", "Rule 2", "Rule 2"),
        ("Principle 1", "Principle 2", "Principle 2"),
    ],
)
def test_articles_are_named_in_six_languages(first: str, second: str, title: str) -> None:
    reading = read(
        f"{first}\n1. Words of one.\n2. Words of two.\n{second}\n1. Words of three.\n2. Words of four."
    )
    assert labels(reading) == ["1.1", "1.2", "2.1", "2.2"]
    assert row(reading, "2.2").section == (title,)


@pytest.mark.parametrize(
    ("first", "second", "heading", "label", "words"),
    [
        (
            "Article 1",
            "Article 2. The Parties shall cooperate fully.",
            "Article 2.",
            "2",
            "The Parties shall cooperate fully.",
        ),
        (
            "Article 1",
            "Article 2: 1. The Parties shall cooperate.",
            "Article 2:",
            "2.1",
            "The Parties shall cooperate.",
        ),
        ("第一条", "第二条 缔约国应当进行合作。", "第二条", "2", "缔约国应当进行合作。"),
        ("المادة 1", "المادة 2: تتعاون الأطراف.", "المادة 2:", "2", "تتعاون الأطراف."),
    ],
)
def test_words_in_one_line_with_the_article_are_its_first_paragraph(
    first: str, second: str, heading: str, label: str, words: str
) -> None:
    reading = read(f"{first}\n1. One.\n{second}")
    assert row(reading, label).text == words
    assert row(reading, label).section == (heading,)


def test_a_sentence_that_begins_with_an_article_is_no_heading() -> None:
    reading = read(
        "Article 1\n1. One.\n2. Two.\nArticle 2\n1. One.\n"
        "Article 3 of the Charter applies.\n2. Two.\nArticle 3\nThe end."
    )
    assert labels(reading) == ["1.1", "1.2", "2.1", "2.2", "3"]
    assert "Article 3 of the Charter applies." in unnumbered(reading.rows)


def test_articles_inserted_later_and_articles_left_out() -> None:
    reading = read(
        "Article 1\nOne is here.\nArticle 2\n1. Two.\nArticle 2 bis\n1. Two and a half.\n"
        "Article 5\n1. Five.\n2. Six."
    )
    assert labels(reading) == ["1", "2.1", "2bis.1", "5.1", "5.2"]
    assert reading.warnings == ("Article 5 follows article 2: articles are missing.",)


def test_chapters_and_parts_stand_above_articles() -> None:
    reading = read(
        "PART I\n# General\nChapter I: Purposes\nSection 1\nArticle 1\nOne is here.\n"
        "Chapter II – Members\nArticle 2\nTwo is here.\n"
        "PART II\nChapter III\nArticle 3\nThree is here."
    )
    assert labels(reading) == ["1", "2", "3"]
    assert row(reading, "1").section == ("PART I", "General", "Chapter I: Purposes", "Section 1", "Article 1")
    assert row(reading, "3").section == ("PART II", "Chapter III", "Article 3")


def test_subheadings_stand_over_the_articles_of_a_chapter() -> None:
    reading = read(
        "Chapter IV: The General Assembly\nCOMPOSITION\nArticle 9\n1. One.\n2. Two.\n"
        "VOTING\nArticle 10\n1. One."
    )
    assert row(reading, "9.2").section == ("Chapter IV: The General Assembly", "COMPOSITION", "Article 9")
    assert row(reading, "10.1").section == ("Chapter IV: The General Assembly", "VOTING", "Article 10")


def test_an_annex_may_have_articles_of_its_own() -> None:
    reading = read(
        "Article 1\n1. One.\nArticle 2\n1. Two.\nAnnex I\nStatute of the Tribunal\n"
        "Article 1\n1. One.\n2. Two.\nArticle 2\nThree it is."
    )
    assert labels(reading) == ["articles.1.1", "articles.2.1", "annex-1.1.1", "annex-1.1.2", "annex-1.2"]


def test_articles_that_begin_again_without_a_word_are_an_annex_and_said() -> None:
    reading = read(
        "Article 1\n1. One.\nArticle 2\n1. Two.\n* Statute of the Court\nArticle 1\n"
        "1. One.\nArticle 2\n1. Two."
    )
    assert labels(reading) == ["articles.1.1", "articles.2.1", "annex.1.1", "annex.2.1"]
    assert reading.parts[1].title == "Statute of the Court"
    assert "begin again" in reading.warnings[0]


def test_numbers_in_brackets_are_paragraphs_of_an_article() -> None:
    assert labels(
        read("Article 1\n(1) One:\n(a) letter;\n(b) another.\n(2) Two.\nArticle 2\n(1) Three.")
    ) == [*("1.1", "1.1(a)", "1.1(b)", "1.2", "2.1")]


def test_letters_right_under_an_article_hang_on_its_number() -> None:
    reading = read(
        "Article 1\nUse of terms\nFor the purposes of this Convention:\n"
        "(a) “Treaty” means words;\n(i) spoken;\n(ii) written;\n"
        "(b) “State” means a State.\nArticle 2\n(a) First;\n(b) Second."
    )
    assert labels(reading) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2(a)", "2(b)"]


def test_numbers_that_carry_the_article_in_them_are_taken_as_they_are() -> None:
    assert labels(read("Article 1\n1.1 One.\n1.2 Two.\nArticle 2\n2.1 Three.\n2.2 Four.")) == [
        "1.1",
        "1.2",
        "2.1",
        "2.2",
    ]


def test_paragraphs_that_run_on_through_the_articles_keep_their_own_number() -> None:
    assert labels(read("Article 1\n1. One.\n2. Two.\nArticle 2\n3. Three.\n4. Four.")) == [
        "1.1",
        "1.2",
        "3",
        "4",
    ]


def test_one_article_alone_is_a_quotation_and_no_treaty() -> None:
    reading = read("Report of the Committee\n1. The Committee recalled:\nArticle 5\n2. It went on.")
    assert labels(reading) == ["1", "2"]
    assert reading.rows[1].kind is Kind.REPORT


def test_the_title_of_an_article_is_no_paragraph() -> None:
    assert headings(read("Article 1\nDefinitions\n1. One.\nArticle 2\n(Scope)\n1. Two.")) == [
        ("Article 1", 1),
        ("Definitions", 2),
        ("Article 2", 1),
        ("(Scope)", 2),
    ]


def test_a_preamble_is_known_by_its_heading_or_by_two_of_its_paragraphs() -> None:
    long_opening = (
        "The African States members of the Organization of African Unity, parties to the present convention "
        "entitled “African Charter on Human and Peoples’ Rights”,"
    )
    clauses = (
        "Recalling Decision 115 of the Assembly;\n"
        "Considering the Charter of the Organization;\nHave agreed as follows:"
    )
    articles = "PART I: RIGHTS AND DUTIES\nArticle 1\nOne is here.\nArticle 2\nTwo is here."
    assert labels(read(f"{long_opening}\n{clauses}\n{articles}")) == ["pp.1", "pp.2", "1", "2"]
    assert labels(read(f"Preamble\n{long_opening}\n{clauses}\n{articles}")) == ["pp.1", "pp.2", "1", "2"]
    assert labels(read(f"Preamble\nWhereas the peoples met,\nWhereas they agreed,\n{articles}")) == [
        "pp.1",
        "pp.2",
        "1",
        "2",
    ]


def test_divisions_may_have_their_ordinal_first() -> None:
    reading = read(
        "Première partie\nChapitre premier\nArticle premier\nUn est ici.\n"
        "DEUXIÈME PARTIE – Suite\nArticle 2\nDeux est ici."
    )
    assert row(reading, "1").section == ("Première partie", "Chapitre premier", "Article premier")
    assert row(reading, "2").section == ("DEUXIÈME PARTIE – Suite", "Article 2")


@pytest.mark.parametrize(
    ("opening", "agreed"),
    [
        ("THE STATES PARTIES,", "HAVE DECIDED TO ADOPT this Inter-American Convention:"),
        ("WE, HEADS OF STATE AND GOVERNMENT OF THE MEMBER STATES (ECOWAS):", "HAVE AGREED AS FOLLOWS:"),
    ],
)
def test_a_preamble_may_shout(opening: str, agreed: str) -> None:
    reading = read(
        f"{opening}\nAWARE of the urgent need;\nREITERATING the priority for States;\n{agreed}\n"
        "ARTICLE 1: DEFINITIONS\nFor the purposes of this Convention:\n"
        "1. WEAPONS: all of them.\nARTICLE 2\n1. One.\n2. Two."
    )
    assert labels(reading) == ["pp.1", "pp.2", "1.1", "2.1", "2.2"]
    assert row(reading, "1.1").chapeau == "For the purposes of this Convention:"
    assert row(reading, "2.1").chapeau == ""


def test_a_number_alone_in_its_line_gets_the_words_of_the_next() -> None:
    reading = read("Article 1\n1.\nOne is here.\n2.\nTwo is here.\nArticle 2\nThree is here.")
    assert labels(reading) == ["1.1", "1.2", "2"]
    assert row(reading, "1.2").text == "Two is here."
