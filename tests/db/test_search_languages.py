"""Search in each of the six languages: inflected, unaccented, unfinished, and marked where the words are."""

from __future__ import annotations

import pytest

from core.documents import Document
from core.search_hits import Hit
from db.index.stems import stem
from db.index.stop_words import STOP_WORDS
from db.index.words import folded, words_of
from db.searching.query import parse_query
from db.workspace import Workspace, open_workspace
from tests.db.samples import document, row

TEXTS = {
    "en": [
        "Urges States to trace weapons that were seized at the border;",
        "Decides to review the marking of ammunition.",
    ],
    "fr": [
        "Rappelle que l’Assemblée générale a condamné le trafic d’armes légères ;",
        "Prie les États d’améliorer la sécurité de leurs dépôts nationaux ;",
        "Décide d’examiner les rapports que les commissions ont présentés.",
    ],
    "es": [
        "Exhorta a los Estados a que identifiquen las armas pequeñas decomisadas;",
        "Decidió que la cooperación internacional se fortaleciera;",
        "Pide que cada país designe un órgano de coordinación.",
    ],
    "ru": [
        "Призывает государства вести учёт стрелкового оружия;",
        "Рекомендует усилить охрану складов боеприпасов и границ;",
        "Постановляет рассмотреть маркировку изъятых единиц.",
    ],
    "ar": [
        "تحثّ الدول على وسم الأسلحة الصغيرة وتعقّبها؛",
        "تدعو إلى التعاون الدولي لمكافحة الاتجار غير المشروع بالذخيرة؛",
        "تطلب إنشاء سلطة وطنية في كل بلد قبل عام ٢٠٣٠.",
    ],
    "zh": [
        "促请各国标识小武器和轻武器并保存记录；",
        "决定加强边境管制，打击弹药非法贩运；",
        "请会员国在2030年前设立国家协调机构。",
    ],
}
SHORT = {"en": "En", "fr": "Fr", "es": "Es", "ru": "Ru", "ar": "Ar", "zh": "Zh"}


def of_language(language: str) -> Document:
    rows = [row(str(nth), each) for nth, each in enumerate(TEXTS[language], 1)]
    return document(f"A/RES/90/{language}", SHORT[language], rows, language=language)


@pytest.fixture
def six(workspace: Workspace) -> Workspace:
    """A library of all six languages at once."""
    with workspace.write() as work:
        for language in TEXTS:
            work.library.add(of_language(language))
    return workspace


def found(workspace: Workspace, query: str) -> list[Hit]:
    with workspace.read() as work:
        return work.search.find(query)


def marked(hit: Hit) -> list[str]:
    return [hit.found.paragraph.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "reference", "marks"),
    [
        ("weapon seizing", "En/1", ["weapons", "seized"]),
        ("traces of the weapon", "En/1", ["trace", "weapons"]),
        ("assemblée", "Fr/1", ["Assemblée"]),
        ("l'assemblee", "Fr/1", ["Assemblée"]),
        ("armes", "Fr/1", ["armes"]),
        ("arme légère", "Fr/1", ["armes", "légères"]),
        ("trafics d'arme", "Fr/1", ["trafic", "armes"]),
        ("securites des depots", "Fr/2", ["sécurité", "dépôts"]),
        ("dépôt national", "Fr/2", ["dépôts", "nationaux"]),
        ("rapport présenté", "Fr/3", ["rapports", "présentés"]),
        ("commission", "Fr/3", ["commissions"]),
        ("arma pequeña", "Es/1", ["armas", "pequeñas"]),
        ("armas pequenas", "Es/1", ["armas", "pequeñas"]),
        ("identificar arma", "Es/1", ["identifiquen", "armas"]),
        ("decidir cooperaciones", "Es/2", ["Decidió", "cooperación"]),
        ("decidimos cooperacion", "Es/2", ["Decidió", "cooperación"]),
        ("países", "Es/3", ["país"]),
        ("organos", "Es/3", ["órgano"]),
        ("государств", "Ru/1", ["государства"]),
        ("учетом оружием", "Ru/1", ["учёт", "оружия"]),
        ("стрелковое оружие", "Ru/1", ["стрелкового", "оружия"]),
        ("склад боеприпасами", "Ru/2", ["складов", "боеприпасов"]),
        ("границу", "Ru/2", ["границ"]),
        ("маркировке", "Ru/3", ["маркировку"]),
        ("أسلحة", "Ar/1", ["الأسلحة"]),
        ("والأسلحة", "Ar/1", ["الأسلحة"]),
        ("للاسلحه", "Ar/1", ["الأسلحة"]),
        ("الدولة", "Ar/1", ["الدول"]),
        ("تعقب", "Ar/1", ["وتعقّبها"]),
        ("الوسم", "Ar/1", ["وسم"]),
        ("تعاون", "Ar/2", ["التعاون"]),
        ("والتعاون", "Ar/2", ["التعاون"]),
        ("مكافحة", "Ar/2", ["لمكافحة"]),
        ("الذخيرة", "Ar/2", ["بالذخيرة"]),
        ("والوطني", "Ar/3", ["وطنية"]),
        ("السلطات", "Ar/3", ["سلطة"]),
        ("2030 سلطة", "Ar/3", ["سلطة", "٢٠٣٠"]),
        ("武器", "Zh/1", ["武器", "武器"]),
        ("小武器", "Zh/1", ["小武器", "武器"]),
        ("轻武器", "Zh/1", ["武器", "轻武器"]),
        ("保存记录", "Zh/1", ["保存记录"]),
        ("记录", "Zh/1", ["记录"]),
        ("弹药", "Zh/2", ["弹药"]),
        ("边境", "Zh/2", ["边境"]),
        ("非法贩运", "Zh/2", ["非法贩运"]),
        ("国家协调", "Zh/3", ["国家协调"]),
        ("２０３０年", "Zh/3", ["2030", "年"]),
    ],
)
def test_an_inflected_or_carelessly_typed_word_is_found(
    six: Workspace, query: str, reference: str, marks: list[str]
) -> None:
    hits = found(six, query)
    assert hits, query
    assert hits[0].reference == reference
    assert [mark for mark in marked(hits[0]) if mark not in marks] == []
    assert set(marks) <= set(marked(hits[0]))


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("“armes légères”", ["Fr/1"]),
        ("« trafic d’armes »", ["Fr/1"]),
        ('"légères armes"', []),
        ('"стрелкового оружия"', ["Ru/1"]),
        ('"оружия стрелкового"', []),
        ('"التعاون الدولي"', ["Ar/2"]),
        ('"الدولي التعاون"', []),
        ("“小武器和轻武器”", ["Zh/1"]),
        ("“轻武器和小武器”", []),
        ("“弹药非法”", ["Zh/2"]),
        ("“管制，打击”", ["Zh/2"]),
        ("“2030年前”", ["Zh/3"]),
        ("“弹”", ["Zh/2"]),
        ("武器 -轻", []),
        ("国家 -武器", ["Zh/3"]),
    ],
)
def test_phrases_and_exclusions_hold_in_every_script(
    six: Workspace, query: str, references: list[str]
) -> None:
    assert [hit.reference for hit in found(six, query)] == references


def test_one_chinese_character_is_marked_alone(six: Workspace) -> None:
    (hit,) = found(six, "贩")
    assert marked(hit) == ["贩"]
    (hit,) = found(six, "“贩”")
    assert marked(hit) == ["贩"]
    assert found(six, "运")[0].reference == "Zh/2", "the last of a run is found too"


def test_chinese_words_that_stand_apart_are_found_after_those_that_stand_together(
    workspace: Workspace,
) -> None:
    rows = [row("1", "标识的方法由各国决定，武器除外。"), row("2", "武器标识由各国决定。")]
    with workspace.write() as work:
        work.library.add(document("A/1", "Zh", rows, language="zh"))
    assert [hit.reference for hit in found(workspace, "武器标识")] == ["Zh/2", "Zh/1"]
    assert [hit.reference for hit in found(workspace, "各国武器标识")] == ["Zh/2", "Zh/1"]
    assert {hit.reference for hit in found(workspace, "武器 标识")} == {"Zh/1", "Zh/2"}


QUERIES = [
    "sécurités nationales",
    "présentation",
    "identificación",
    "decidieron",
    "государствами",
    "границами",
    "маркированием",
    "боеприпас",
    "والأسلحة",
    "للذخيرة",
    "وبالتعاون",
    "الوطنية",
    "السلطات",
    "小武器",
    "协调机构",
]


@pytest.mark.parametrize("query", QUERIES)
def test_no_keystroke_loses_what_the_whole_word_finds(six: Workspace, query: str) -> None:
    whole = {hit.reference for hit in found(six, query)}
    last = query.rsplit(maxsplit=1)[-1]
    article = next((len(each) for each in ("وبال", "وال", "لل", "ال") if last.startswith(each)), 1)
    for end in range(len(query) - len(last) + article + 1, len(query)):
        typed = query[:end]
        hits = found(six, typed)
        assert whole <= {hit.reference for hit in hits}, typed
        assert all(hit.marks for hit in hits), typed


def test_a_word_is_stemmed_for_the_languages_of_its_script(six: Workspace) -> None:
    with six.write() as work:
        work.library.add(
            document("A/2", "Mixed", [row("1", "Поддерживает ATT, Programme и ООН.")], language="ru")
        )
    assert [hit.reference for hit in found(six, "programme")] == ["Mixed/1"]
    assert [hit.reference for hit in found(six, "ATT")] == ["Mixed/1"]


def test_stop_words_do_not_narrow_a_search(six: Workspace) -> None:
    for query, reference in (
        ("la sécurité de leurs dépôts", "Fr/2"),
        ("el órgano de la coordinación", "Es/3"),
        ("оружие и его учет", "Ru/1"),
        ("التعاون في الذخيرة", "Ar/2"),
    ):
        assert found(six, query)[0].reference == reference
    assert [term.words for term in parse_query("les armes des dépôts ").wanted] == [("armes",), ("depots",)]
    assert all(folded(word) == word for word in STOP_WORDS)
    assert not STOP_WORDS & {"arms", "states", "marking", "armes", "armas", "estado", "sea", "son", "plus"}


def test_places_are_those_of_the_text_as_it_is_written() -> None:
    text = "تَعَقُّبُ الأسـلحة، ﻻ ٢٠٣٠ ＡＢＣ 小武器。ёлка co\u00adoperate l’État"
    for word in words_of(text):
        piece = text[word.start : word.end]
        assert folded(piece) == word.folded, (piece, word)
    assert [word.folded for word in words_of(text)] == [
        "تعقب",
        "الاسلحه",
        "لا",
        "2030",
        "abc",
        "小武",
        "武器",
        "器",
        "елка",
        "cooperate",
        "l",
        "etat",
    ]


def test_arabic_roots_keep_their_first_letter() -> None:
    assert stem("وطني", "ar") == stem("الوطنية", "ar") == stem("والوطني", "ar")
    assert stem("بنود", "ar") != stem("نود", "ar")
    assert stem("تعاون", "ar") == stem("التعاون", "ar") == stem("وبالتعاون", "ar")
    assert stem("سلطتها", "ar") == stem("سلطة", "ar")


def test_an_index_of_an_older_kind_is_made_anew_on_opening(six: Workspace) -> None:
    with six.write() as work:
        connection = work.library._session.connection()
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
        connection.exec_driver_sql("PRAGMA user_version=1")
    assert found(six, "武器") == []
    six.close()
    with open_workspace(six.path, read_only=True) as reader:
        assert reader.verify() == ["The search index was that of another version of the program."]
    with open_workspace(six.path) as again:
        assert found(again, "武器")[0].reference == "Zh/1"
        assert again.verify() == []


def test_a_full_disk_keeps_nobody_from_opening_a_file_with_an_old_index(
    six: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.errors import NameplateError
    from db.search import Search

    def full(_: Search) -> None:
        raise NameplateError("The disk is full.")

    with six.write() as work:
        work.library._session.connection().exec_driver_sql("PRAGMA user_version=1")
    six.close()
    with monkeypatch.context() as patched:
        patched.setattr(Search, "rebuild", full)
        with open_workspace(six.path) as again:
            assert found(again, "武器")
    with open_workspace(six.path) as again, again.read() as work:
        assert work.search.is_current
