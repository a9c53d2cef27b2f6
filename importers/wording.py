"""The words that number and name the pieces of a document, in the six languages of the United Nations.

Everything here is looked up whatever the language of the text: the words do not collide, and a text often
quotes headings of another language. Numerals are those that these languages print: Arabic and Roman digits,
Arabic-Indic and full-width ones, Chinese numerals, and ordinal words ("premier", "الخامسة").
"""

from __future__ import annotations

import re

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that Russian lists count with: ё, й, ъ, ы and ь are left out."""
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters that Arabic lists count with, in the old order."""

ARTICLE = {
    **dict.fromkeys(
        ("article", "articles", "art", "artículo", "articulo", "статья", "المادة", "مادة"), "articles"
    ),
    **dict.fromkeys(("rule", "règle", "regla", "правило", "القاعدة"), "rules"),
    **dict.fromkeys(("principle", "principe", "principio", "принцип", "المبدأ"), "principles"),
    **dict.fromkeys(("guideline", "directive", "directriz"), "guidelines"),
}
"""Pieces whose own number is the label of the words under it, with the key of a part that is made of them."""

DIVISIONS = {
    **dict.fromkeys(("book", "livre", "libro", "книга", "الكتاب"), 1),
    **dict.fromkeys(("part", "partie", "parte", "часть", "الجزء", "الباب"), 2),
    **dict.fromkeys(("title", "titre", "título", "titulo", "раздел", "القسم"), 3),
    **dict.fromkeys(("chapter", "chapitre", "capítulo", "capitulo", "глава", "الفصل"), 4),
    **dict.fromkeys(("section", "sección", "seccion", "секция", "подраздел", "الفرع"), 5),
    **dict.fromkeys(("subsection", "sub-section", "sous-section", "subsección", "пункт-раздел"), 6),
}
"""What a text is divided into above its articles and paragraphs, with its rank: the outer ones are lower."""

CHINESE_DIVISIONS = {"编": 1, "部分": 2, "章": 4, "节": 5}

ACTIONS = frozenset(
    {"action", "recommendation", "commitment", "objective", "goal", "target", "measure", "pillar", "phase"}
    | {"element", "step", "recommandation", "mesure", "objectif", "engagement", "recomendación", "medida"}
    | {"acción", "objetivo", "compromiso", "действие", "рекомендация", "мера", "цель", "задача"}
    | {"обязательство", "الإجراء", "التوصية", "الهدف", "التدبير"}
)
"""Headings with a word and a number under which paragraphs run on ("Action 1", "Recommendation 3")."""

CAPTION = re.compile(
    r"(?:table|figure|box|chart|map|tableau|encadré|graphique|cuadro|gráfico|recuadro|figura|таблица|рисунок"
    r"|диаграмма|الجدول|الشكل|الإطار)\s+(?:\d|[IVX]+\b)|[图表]\s?[\d一二三四五六七八九十]",
    re.I,
)
"""How the line over a table or figure begins, which is no heading of the paragraphs after it."""

ANNEXES = {
    **dict.fromkeys(("annex", "annexe", "anexo", "приложение", "المرفق", "مرفق"), "annex"),
    **dict.fromkeys(("appendix", "appendice", "apéndice", "добавление", "التذييل", "تذييل"), "appendix"),
    **dict.fromkeys(("enclosure", "pièce", "документ", "ضميمة", "الضميمة"), "enclosure"),
    **dict.fromkeys(("attachment", "adjunto", "дополнение"), "attachment"),
    **dict.fromkeys(("schedule",), "schedule"),
    **dict.fromkeys(("protocol", "protocole", "protocolo", "протокол", "البروتوكول", "بروتوكول"), "protocol"),
}
"""What opens a part with a numbering of its own, with the key of that part."""

CHINESE_ANNEXES = {"附件": "annex", "附录": "appendix", "议定书": "protocol", "附文": "enclosure"}

CONTENTS = re.compile(
    r"(?:table of )?contents|table des matières|sommaire|índice|indice|содержание|оглавление|目录|目次"
    r"|المحتويات|قائمة المحتويات",
    re.I,
)
REPORT = re.compile(r"\b(?:report|rapport|informe|доклад)\b|报告|تقرير", re.I)
PAPER = re.compile(
    r"\b(?:working paper|note by the|note verbale|letter dated|memorandum|programme budget|plan outline"
    r"|document de travail|note du|lettre datée|budget-programme|documento de trabajo|nota d(?:el?|e la)"
    r"|carta de fecha|presupuesto por programas|рабочий документ|записка|письмо)\b"
    r"|工作文件|的说明|的信|方案预算|ورقة عمل|مذكرة|رسالة مؤرخة|الميزانية البرنامجية",
    re.I,
)
"""What a document is called whose paragraphs are somebody's words, not what States agree upon …"""

OUTCOME = re.compile(
    r"\b(?:outcome|declaration|document final|déclaration|documento final|declaración|итоговый документ"
    r"|декларация)\b|成果文件|宣言|الوثيقة الختامية|إعلان",
    re.I,
)
"""… unless it is the draft of one that States are to agree upon."""

AGENDA = re.compile(
    r"\b(?:agenda|ordre du jour|orden del día|programa|повестк[аиу] дня)\b|议程|جدول الأعمال", re.I
)
PROVISIONAL_AGENDA = re.compile(
    r"(?:annotated |draft )*(?:provisional )?(?:annotated )?agenda\b.{0,60}|ordre du jour provisoire.{0,60}"
    r"|(?:programa|orden del día) provisional.{0,60}|предварительная (?:аннотированная )?повестка дня.{0,60}"
    r"|.{0,12}临时议程.{0,30}|جدول الأعمال المؤقت.{0,60}",
    re.I,
)
DRAFT_TEXT = re.compile(
    r"(?:draft (?:resolution|decision)|projet de (?:résolution|décision)|proyecto de (?:resolución|decisión)"
    r"|проект (?:резолюции|решения)|决议草案|مشروع القرار|مشروع المقرر)\s*([IVXL]{1,7}|\d{1,2}|[A-Z])?\.?",
    re.I,
)
"""The line over a resolution that a report recommends, and its number."""

ORGAN = re.compile(
    r"Assembly|Council|Conference|Committee|Commission|Meeting|Parties|Assemblée|Conseil|Conférence|Comité|"
    r"Réunion|parties|Asamblea|Consejo|Conferencia|Comisión|Reunión|partes|Ассамблея|Совет|Конференция|"
    r"Комитет|Комиссия|Совещание|[Уу]частники|大会|理事会|会议|委员会|缔约|جمعية|مجلس|مؤتمر|لجنة|الأطراف|"
    r"States|Members|Heads|Governments|États|Estados|[Гг]осударства|各国|الدول",
    re.I,
)
"""A word that the opening of a resolution or treaty holds: who speaks in what follows."""

AGREED = re.compile(
    r"\bhave (?:agreed|decided to adopt)\b|\bhereby agree\b|\bagree as follows|"
    r"\bsont convenu|\bconviennent de ce qui suit"
    r"|\bhan convenido|\bconvienen en lo siguiente|\b(?:согласились|договорились)\b|议定如下|协议如下|兹议定|"
    r"اتفقت? على|قد اتفق",
    re.I,
)
"""The words with which a treaty's preamble ends."""

PREAMBLE = re.compile(r"preamble|préambule|preámbulo|преамбула|序言|序文|الديباجة|ديباجة", re.I)

ANNEXED = re.compile(
    r"to the (?:letters?|note|report|present|identical|statement|joint|resolution|decision)\b"
    r"|(?:à la|aux|au|de la|del|a la)\s(?:lettres?|note|rapport|carta|nota|informe)"
    r"|к (?:письм|вербальн|доклад)"
    r"|(?:لل|ل|بال)(?:رسال|مذكر|تقرير)"
)
"""What stands behind "Annex" where a heading says to what it belongs ("Annex to the letter dated …")."""

OPERATIVE_OPENING = re.compile(
    r"(?:(?:Also|Further|Strongly|Urgently|Solemnly)\s+[a-z]+s\s|"
    r"(?!(?:States|Members|Parties|Governments|Always|Perhaps)\b)[A-Z][a-z]+(?<![su])s\s)"
    r"|(?:Décide|Adopte|Approuve|Prie|Demande|Invite|Recommande|Prend (?:acte|note)|Autorise|Proclame|Élit)\b"
    r"|(?:Decide|Aprueba|Adopta|Pide|Insta|Invita|Recomienda|Toma (?:nota|conocimiento)|Exhorta|Autoriza)\b"
    r"|(?:постановляет|принимает|утверждает|просит|призывает|предлагает|рекомендует)\b"
    r"|(?:决定|通过|请|核可|赞同|建议)|(?:تقرر|يقرر|تعتمد|يعتمد|تطلب|يطلب|تدعو|يدعو|توصي)\s",
)
"""How an operative paragraph begins ("Decides …"), which in a preamble shows that it is over."""


PREAMBULAR_OPENING = re.compile(
    r"(?:(?:Also|Further|Whereas|Deeply|Gravely|Fully|Firmly|Strongly|Once|Again|Duly|"
    r"Profoundly|Keenly)\b|[A-Z][a-z]+(?:ing|ful)\b|"
    r"[A-ZÉ]{4,}(?:ING|FUL|ANT|ANDO|IENDO)\b|(?:AWARE|CONSCIOUS|CONVINCED|CONCERNED|DETERMINED|GUIDED)\b|"
    r"(?:Aware|Conscious|Convinced|Concerned|Alarmed|Determined|Guided|Inspired|Resolved|"
    r"Desirous|Encouraged|Disturbed|Dismayed|Appalled|Persuaded|Satisfied|Committed|Motivated|Moved|Pledged)\b)"
    r"|(?:(?!(?:Avant|Durant|Pendant|Devant|Suivant)\b)"
    r"(?:(?:Se |S['’]|N['’])[a-zéèêâ]+|[A-ZÉÈÀ][a-zéèêâàçïîôûù]+)ant|"
    r"Consciente?s?|Convaincue?s?|Préoccupée?s?|Résolue?s?|"
    r"Profondément|Gravement|Vivement|Guidée?s?|Déterminée?s?|Alarmée?s?|Inspirée?s?|Animée?s?)\b"
    r"|(?:[A-Z][a-záéíóúñ]+(?:ando|iendo|yendo|ándose|iéndose)|Conscientes?|Convencid[ao]s?|Preocupad[ao]s?|"
    r"Alarmad[ao]s?|Profundamente|Observando|Decidid[ao]s?|Resuelt[ao]s?|Guiad[ao]s?|Animad[ao]s?)\b"
    r"|[а-яё]\w+(?:ая|яя|ую|ясь|аясь|уя|ывая|вая|имая|ив|ав)\b"
    r"|(?:回顾|铭记|强调|认识到|注意到|欢迎|重申|确认|深信|关切|深为|考虑到|意识到|赞赏|表示|确信|审议|遵循|念及|忆及|"
    r"又|还|严重|决心|希望|满意|听取|承认|指出|申明|感到|肯定)|و?إذ\s"
)
"""How a preambular paragraph begins ("Recalling …"): in printed lines it shows where the one above ends."""


def plain_digits(text: str) -> str:
    """The text with Arabic-Indic and full-width digits as ASCII ones."""
    return text if text.isascii() else text.translate(_DIGITS)


def chinese_value(numeral: str) -> int:
    """What a Chinese numeral amounts to ("一百一十一" is 111), 0 if it is none."""
    if not numeral:
        return 0
    if all(digit in _CHINESE_DIGITS for digit in numeral):
        return int("".join(str(_CHINESE_DIGITS[digit]) for digit in numeral))
    total = held = 0
    for digit in numeral:
        if digit in _CHINESE_DIGITS:
            held = _CHINESE_DIGITS[digit]
        elif digit in _CHINESE_UNITS:
            total += (held or 1) * _CHINESE_UNITS[digit]
            held = 0
        else:
            return 0
    return total + held


# Ordinal words -------------------------------------------------------------------------------------------

_ORDINALS = {
    **dict.fromkeys(("premier", "première", "primero", "primera", "first", "one", "первая", "первый"), 1),
    **dict.fromkeys(("deuxième", "second", "segundo", "segunda", "two", "вторая", "второй"), 2),
    **dict.fromkeys(("troisième", "third", "tercero", "tercera", "three", "третья", "третий"), 3),
    **dict.fromkeys(("quatrième", "fourth", "cuarto", "cuarta", "four", "четвертая", "четвертый"), 4),
    **dict.fromkeys(("cinquième", "fifth", "quinto", "quinta", "five", "пятая", "пятый"), 5),
    **dict.fromkeys(("sixième", "sixth", "sexto", "sexta", "six", "шестая", "шестой"), 6),
    **dict.fromkeys(("seventh", "seven", "séptimo", "séptima", "седьмая"), 7),
    **dict.fromkeys(("eighth", "eight", "octavo", "octava", "восьмая"), 8),
    **dict.fromkeys(("ninth", "nine", "noveno", "novena", "девятая"), 9),
    **dict.fromkeys(("tenth", "ten", "décimo", "décima", "десятая"), 10),
    **dict.fromkeys(("único", "unique", "única"), 1),
}
_ARABIC_UNITS = {
    **dict.fromkeys(("أول", "أولى", "اول", "اولى", "حادي", "حادية", "واحدة", "واحد"), 1),
    **dict.fromkeys(("ثاني", "ثانية", "ثان"), 2),
    **dict.fromkeys(("ثالث", "ثالثة"), 3),
    **dict.fromkeys(("رابع", "رابعة"), 4),
    **dict.fromkeys(("خامس", "خامسة"), 5),
    **dict.fromkeys(("سادس", "سادسة"), 6),
    **dict.fromkeys(("سابع", "سابعة"), 7),
    **dict.fromkeys(("ثامن", "ثامنة"), 8),
    **dict.fromkeys(("تاسع", "تاسعة"), 9),
    **dict.fromkeys(("عاشر", "عاشرة"), 10),
}
_ARABIC_TENS = {
    **dict.fromkeys(("عشر", "عشرة"), 10),
    **dict.fromkeys(("عشرون", "عشرين"), 20),
    **dict.fromkeys(("ثلاثون", "ثلاثين"), 30),
    **dict.fromkeys(("أربعون", "أربعين", "اربعون", "اربعين"), 40),
    **dict.fromkeys(("خمسون", "خمسين"), 50),
    **dict.fromkeys(("ستون", "ستين"), 60),
    **dict.fromkeys(("سبعون", "سبعين"), 70),
    **dict.fromkeys(("ثمانون", "ثمانين"), 80),
    **dict.fromkeys(("تسعون", "تسعين"), 90),
    **dict.fromkeys(("مائة", "مئة", "المائة", "المئة"), 100),
    **dict.fromkeys(("مائتين", "مئتين", "مائتان"), 200),
}
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
ARABIC_HEADINGS = {
    "أولا": 1, "ثانيا": 2, "ثالثا": 3, "رابعا": 4, "خامسا": 5, "سادسا": 6, "سابعا": 7, "ثامنا": 8,
    "تاسعا": 9, "عاشرا": 10, "حادي عشر": 11, "ثاني عشر": 12, "ثالث عشر": 13, "رابع عشر": 14,
}  # fmt: skip
"""The adverbs that number the sections of an Arabic document, as Roman numerals do elsewhere."""
ARABIC_LETTERS = {
    "ألف": 1, "باء": 2, "جيم": 3, "دال": 4, "هاء": 5, "واو": 6, "زاي": 7, "حاء": 8, "طاء": 9, "ياء": 10,
    "كاف": 11, "لام": 12, "ميم": 13, "نون": 14, "سين": 15, "عين": 16, "فاء": 17, "صاد": 18,
}  # fmt: skip
"""The names of letters that number its sub-headings, as A, B, C do elsewhere."""


def unpointed(text: str) -> str:
    """Arabic words without vowel signs, lengthening strokes and marks of direction."""
    return text if text.isascii() else _ARABIC_MARKS.sub("", text)


def ordinal_value(words: str) -> tuple[int, int]:
    """The number that ordinal words begin with, and how many words it takes; (0, 0) if they are none.

    "Premier" is (1, 1), "الخامسة والعشرون" (25, 2), "الحادية عشرة بعد المائة" (111, 4).
    """
    pieces = unpointed(words).split()[:8]
    if not pieces:
        return 0, 0
    first = pieces[0].lower().strip(".:،,–-")
    if first in _ORDINALS:
        return _ORDINALS[first], 1
    if re.fullmatch(r"1(?:er|re|ère|ro|ra|º|°)", first):
        return 1, 1
    total = taken = 0
    for place, piece in enumerate(pieces, start=1):
        word = piece.strip(".:،,–-")
        if word == "بعد" and taken:
            continue
        bare = word.removeprefix("و").removeprefix("ال") if word not in _ARABIC_UNITS else word
        value = _ARABIC_UNITS.get(bare) or _ARABIC_TENS.get(bare)
        if value is None:
            break
        total, taken = total + value, place
        if word != piece:
            break
    return total, taken
