"""Which of the six languages a text is in; what is in none of them is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.languages import LANGUAGES, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Recalling its resolution 78/46 of 4 December 2023, as well as all previous resolutions", "en"),
        ("Rappelant sa résolution 78/46 du 4 décembre 2023, ainsi que toutes les résolutions", "fr"),
        ("Recordando su resolución 78/46, de 4 de diciembre de 2023, así como todas las anteriores", "es"),
        ("ссылаясь на свою резолюцию 78/46 от 4 декабря 2023 года, а также на все предыдущие", "ru"),
        ("回顾其2023年12月4日第78/46号决议以及以往所有决议", "zh"),
        ("إذ تشير إلى قرارها 78/46 المؤرخ 4 كانون الأول/ديسمبر 2023 وكذلك جميع القرارات السابقة", "ar"),
        ("De Raad heeft besloten dat de lidstaten in het kader van hun beleid maatregelen nemen", ""),
        ("Die Generalversammlung, unter Hinweis auf ihre Resolution und auf alle früheren", ""),
        ("A Assembleia Geral, recordando a sua resolução e todas as resoluções anteriores", ""),
        ("L'Assemblea generale, ricordando la sua risoluzione e tutte le risoluzioni della serie", ""),
        ("Генеральна Асамблея, посилаючись на свою резолюцію і на всі попередні", ""),
        ("مجمع عمومی، با یادآوری قطعنامه خود و همه قطعنامه های پیشین که در این باره است", ""),
        ("総会は、その決議を想起し、すべての以前の決議と同様に", ""),
        ("총회는 결의를 상기하며", ""),
        ("", ""),
        ("12. 13. 14.", ""),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_bilingual_text_is_in_the_language_with_more_of_it() -> None:
    english = "The States shall mark their weapons and trace them in a timely and reliable manner. "
    arabic = "تقوم الدول بوسم أسلحتها في الوقت المناسب وعلى نحو موثوق به من أجل تعقبها. "
    assert language_of(english * 3 + arabic) == "en"
    assert language_of(english + arabic * 4) == "ar"


def test_what_the_file_says_counts_only_where_the_words_tell_nothing() -> None:
    names = "Albania Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh"
    assert language_of(names) == ""
    assert language_of(names, "en-GB") == "en"
    assert language_of(names, "de") == ""
    assert language_of(names, "ar") == ""
    assert language_of("Die Staaten und die anderen haben das für sich und für alle getan", "en") == ""


@given(st.text(max_size=300), st.text(max_size=5))
def test_any_text_is_in_one_of_the_six_or_in_none(text: str, hint: str) -> None:
    assert language_of(text, hint) in ("", *LANGUAGES)
