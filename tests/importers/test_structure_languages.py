"""The same document in six languages has the same structure."""

import pytest

from core.documents import Kind
from tests.importers.whole_lines import headings, labels, read, row

RESOLUTIONS = {
    "en": "The General Assembly,\nRecalling its resolutions,\nConvinced of the need,\n"
    "1. Decides to act;\n2. Requests the Secretary-General:\n(a) To report;\n(i) Soon;\n"
    "(ii) Fully;\n(b) To consult.\nAnnex\nRules\n1. One.",
    "fr": "L’Assemblée générale,\nRappelant ses résolutions,\nConvaincue de la nécessité,\n"
    "1. Décide d’agir ;\n2. Prie le Secrétaire général :\na) De faire rapport ;\n"
    "i) Bientôt ;\nii) Pleinement ;\nb) De consulter.\nAnnexe\nRègles\n1. Un.",
    "es": "La Asamblea General,\nRecordando sus resoluciones,\nConvencida de la necesidad,\n"
    "1. Decide actuar;\n2. Solicita al Secretario General:\na) Que informe;\ni) Pronto;\n"
    "ii) Plenamente;\nb) Que consulte.\nAnexo\nReglas\n1. Uno.",
    "ru": "Генеральная Ассамблея,\nссылаясь на свои резолюции,\n"
    "будучи убеждена в необходимости,\n1. постановляет действовать;\n"
    "2. просит Генерального секретаря:\na) представить доклад;\ni) вскоре;\n"
    "ii) полностью;\nb) провести консультации.\nПриложение\nПравила\n1. Один.",
    "zh": "大会，\n回顾其各项决议，\n深信有必要，\n1. 决定采取行动；\n2. 请秘书长：\n"
    "(a) 提出报告；\n(i) 尽快；\n(ii) 全面；\n"
    "(b) 进行协商。\n附件\n规则\n1. 一。",
    "ar": "إن الجمعية العامة،\nإذ تشير إلى قراراتها،\nواقتناعا منها بالحاجة،\n"
    "1 - تقرر أن تعمل؛\n2 - تطلب إلى الأمين العام:\n(أ) أن يقدم تقريرا؛\n‘1’ قريبا؛\n"
    "‘2’ كاملا؛\n(ب) أن يتشاور.\nالمرفق\nالقواعد\n1 - واحد.",
}
LETTERS = {
    **dict.fromkeys(("en", "fr", "es", "ru", "zh"), ("2(a)", "2(a)(i)", "2(a)(ii)", "2(b)")),
    "ar": ("2(أ)", "2(أ)(1)", "2(أ)(2)", "2(ب)"),
}


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_a_resolution_has_the_same_labels_in_every_language(language: str) -> None:
    reading = read(RESOLUTIONS[language])
    assert labels(reading, "text") == ["pp.1", "pp.2", "1", "2", *LETTERS[language]]
    assert labels(reading, "annex") == ["1"]
    assert (reading.rows[0].kind, reading.rows[0].level) == (Kind.HEADING, 0)
    assert {found.kind for found in reading.rows if found.label.startswith("pp")} == {Kind.PREAMBULAR}


TREATIES = {
    "en": "Chapter I\nGeneral provisions\nArticle 1\n1. One thing is said.\n"
    "2. Two things are said:\n(a) this;\n(b) that.\nArticle 2\nScope\nOne more is said.",
    "fr": "Chapitre premier\nDispositions générales\nArticle premier\n1. Une chose est dite.\n"
    "2. Deux choses sont dites :\na) ceci ;\nb) cela.\nArticle 2\nChamp\n"
    "Encore une chose est dite.",
    "es": "Capítulo I\nDisposiciones generales\nArtículo 1\n1. Se dice una cosa.\n"
    "2. Se dicen dos:\na) esto;\nb) eso.\nArtículo 2\nÁmbito\nSe dice otra más.",
    "ru": "Глава I\nОбщие положения\nСтатья 1\n1. Сказано одно.\n2. Сказаны две вещи:\n"
    "а) это;\nб) то.\nСтатья 2\nСфера\nСказано еще одно.",
    "zh": "第一章 总则\n第一条\n一、 说一件事。\n二、 说两件事：\n（一） 这个；\n（二） 那个。\n"
    "第二条\n范围\n再说一件事。",
    "ar": "الفصل الأول\nأحكام عامة\nالمادة 1\n1 - قيل شيء واحد.\n2 - قيل شيئان:\n(أ) هذا؛\n"
    "(ب) ذاك.\nالمادة 2\nالنطاق\nقيل شيء آخر.",
}
TREATY_LETTERS = {
    **dict.fromkeys(("en", "fr", "es"), ("1.2(a)", "1.2(b)")),
    "ru": ("1.2(а)", "1.2(б)"),
    "zh": ("1.2(一)", "1.2(二)"),
    "ar": ("1.2(أ)", "1.2(ب)"),
}


@pytest.mark.parametrize("language", TREATIES)
def test_a_treaty_has_the_same_labels_in_every_language(language: str) -> None:
    assert labels(read(TREATIES[language])) == ["1.1", "1.2", *TREATY_LETTERS[language], "2"]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        (
            "Rapport de la Réunion\nI. Introduction\nA. Généralités\n1. Un.\n2. Deux.",
            ("I. Introduction", "A. Généralités"),
        ),
        (
            "Доклад Совещания\nI. Введение\nA. Общие сведения\n1. Один.\n2. Два.",
            ("I. Введение", "A. Общие сведения"),
        ),
        ("会议报告\n一、导言\nA. 概况\n1. 一。\n2. 二。", ("一、导言", "A. 概况")),
        (
            "تقرير الاجتماع\nأولا - مقدمة\nألف - معلومات عامة\n١ - واحد.\n٢ - اثنان.",
            ("أولا - مقدمة", "ألف - معلومات عامة"),
        ),
    ],
)
def test_a_report_has_sections_in_every_language(text: str, section: tuple[str, ...]) -> None:
    reading = read(text)
    assert labels(reading) == ["1", "2"]
    assert row(reading, "2").section == section
    assert row(reading, "2").kind is Kind.REPORT
    assert [level for _, level in headings(reading)] == [1, 2]


def test_spanish_lists_have_an_enye() -> None:
    letters = "abcdefghijklmnñop"
    text = "Informe\n1. Los Estados:\n" + "\n".join(f"{letter}) una cosa;" for letter in letters)
    assert labels(read(text))[1:] == [f"1({letter})" for letter in letters]


def test_full_width_numbers_are_numbers() -> None:
    assert labels(
        read("草案\n１．各国应当标识。\n２．各国应当追查。\n3.各国应当报告。\n4、各国应当合作。")
    ) == ["1", "2", "3", "4"]


def test_articles_are_counted_in_words() -> None:
    words = [
        *(
            "الأولى",
            "الثانية",
            "الثالثة",
            "الرابعة",
            "الخامسة",
            "السادسة",
            "السابعة",
            "الثامنة",
            "التاسعة",
            "العاشرة",
        ),
        *("الحادية عشرة", "الثانية عشرة", "الثالثة عشرة"),
    ]
    text = "\n".join(f"المادة {word}\n1 - قيل شيء واحد." for word in words)
    assert labels(read(text)) == [f"{number}.1" for number in range(1, 14)]


def test_marks_of_direction_hide_no_number() -> None:
    assert labels(read("تقرير\n\u200f1 - واحد.\u200f\n\u200f2 - اثنان.\u200f")) == ["1", "2"]


def test_the_dash_of_an_arabic_number_may_stand_before_it() -> None:
    assert labels(read("تقرير\n-1 واحد هنا.\n-2 اثنان هنا.\n-٣ ثلاثة هنا.")) == ["1", "2", "3"]


def test_spanish_articles_have_ordinal_signs() -> None:
    assert labels(
        read("Artículo 1o.\n1. Uno.\nArtículo 2°\n1. Dos.\nArtículo 3º.- Se dice otra cosa más.")
    ) == ["1.1", "2.1", "3"]
