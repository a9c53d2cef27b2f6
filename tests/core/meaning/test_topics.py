from core.meaning.topics import TOPICS
from db.index.vocabulary import said, thesaurus, topics_of_paragraph, vocabulary
from tests.db.samples import bms8


def test_the_thesaurus_names_no_other_topics_and_uses_all() -> None:
    assert {topic for each in thesaurus().concepts.values() for topic in each.topics} == set(TOPICS)


def topics(text: str, heading: str = "", language: str = "en") -> list[str]:
    from core.meaning.topics import topics_of

    return [topic.id for topic in topics_of(said(vocabulary(), language, text, heading), vocabulary())]


def test_what_a_paragraph_is_about_comes_first() -> None:
    assert topics("To destroy surplus small arms, and to encourage States to do so.")[0] == "destruction"
    assert topics("To take effective measures to prevent and combat illicit brokering.")[0] == "brokering"
    assert topics("To encourage the participation of women in all decision-making.")[0] == "gender"


def test_naming_an_instrument_is_not_its_topic() -> None:
    assert "tracing" not in topics(
        "To implement the International Tracing Instrument, with youth taking part."
    )


def test_nothing_is_said_of_words_without_a_topic() -> None:
    assert topics("The meeting rose at noon for lunch, and the weather was fine.") in ([], ["follow-up"])
    assert topics("Lunch was served.") == []


def test_topics_in_the_other_languages() -> None:
    assert "marking" in topics("Renforcer le marquage des armes légères.", language="fr")
    assert "brokering" in topics("Prevenir el corretaje ilícito de armas.", language="es")
    assert "ammunition" in topics("Обеспечить сохранность боеприпасов.", language="ru")
    assert "youth" in topics("تعزيز دور الشباب", language="ar")
    assert "tracing" in topics("加强枪支追查", language="zh")


def test_a_paragraph_of_a_document() -> None:
    document = bms8()
    found = {
        row.label: topics_of_paragraph(vocabulary(), row, document.language) for row in document.paragraphs
    }
    assert any(found.values())
