"""Documents in several languages, written for these tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from core.documents import (
    Document,
    Kind,
    Paragraph,
    Part,
    Standing,
    Track,
    document_id,
    paragraph_id,
)

Words = tuple[str, Kind, str]
"""Label, kind and words of a row."""

ENGLISH: tuple[Words, ...] = (
    ("", Kind.HEADING, "The General Assembly,"),
    ("pp.1", Kind.PREAMBULAR, "Recalling its resolution 79/40 of 2 December 2024 (see A/RES/79/40),"),
    ("1", Kind.OPERATIVE, "Urges all States to mark, record and trace 100 per cent of their weapons;"),
    ("2", Kind.OPERATIVE, "Requests the Secretary-General:"),
    ("2(a)", Kind.OPERATIVE, "To report to the Assembly at its eighty-first session;"),
    ("2(b)", Kind.OPERATIVE, "To seek the views of Member States."),
)
ARABIC: tuple[Words, ...] = (
    ("", Kind.HEADING, "إن الجمعية العامة،"),
    ("pp.1", Kind.PREAMBULAR, "إذ تشير إلى قرارها 79/40 المؤرخ 2 كانون الأول 2024 (انظر A/RES/79/40)،"),
    ("1", Kind.OPERATIVE, "تحث جميع الدول على وسم 100 في المائة من أسلحتها وحفظ سجلاتها وتعقبها؛"),
    ("2", Kind.OPERATIVE, "تطلب إلى الأمين العام:"),
    ("2(a)", Kind.OPERATIVE, "أن يقدم تقريرا إلى الجمعية في دورتها الحادية والثمانين؛"),
    ("2(b)", Kind.OPERATIVE, "أن يلتمس آراء الدول الأعضاء (Programme of Action) في هذا الشأن."),
)
CHINESE: tuple[Words, ...] = (
    ("", Kind.HEADING, "大会，"),
    ("pp.1", Kind.PREAMBULAR, "回顾其2024年12月2日第79/40号决议（见A/RES/79/40），"),
    ("1", Kind.OPERATIVE, "敦促所有国家对其全部武器加以标识、登记和追查；"),
    ("2", Kind.OPERATIVE, "请秘书长："),
    ("2(a)", Kind.OPERATIVE, "向大会第八十一届会议提出报告；"),
    ("2(b)", Kind.OPERATIVE, "征求会员国的意见。"),
)
RUSSIAN: tuple[Words, ...] = (
    ("", Kind.HEADING, "Генеральная Ассамблея,"),
    ("pp.1", Kind.PREAMBULAR, "ссылаясь на свою резолюцию 79/40 от 2 декабря 2024 года,"),
    ("1", Kind.OPERATIVE, "настоятельно призывает все государства маркировать всё своё оружие;"),
    ("2", Kind.OPERATIVE, "просит Генерального секретаря:"),
    ("2(a)", Kind.OPERATIVE, "представить доклад Ассамблее на её восемьдесят первой сессии;"),
    ("2(b)", Kind.OPERATIVE, "запросить мнения государств-членов."),
)
TITLES = {
    "en": "The illicit trade in small arms",
    "ar": "الاتجار غير المشروع بالأسلحة الصغيرة",
    "zh": "小武器非法贸易",
    "ru": "Незаконная торговля стрелковым оружием",
}
TEXTS = {"en": ENGLISH, "ar": ARABIC, "zh": CHINESE, "ru": RUSSIAN}


def document(
    symbol: str,
    language: str = "en",
    words: Iterable[Words] | None = None,
    *,
    title: str = "",
    main_part: str = "resolution",
    track: Track | None = Track.POA,
    date: dt.date | None = dt.date(2025, 12, 1),
    standing: Standing = Standing.CONSENSUS,
) -> Document:
    """A document of these rows, sub-paragraphs with the words of their paragraph as chapeau."""
    rows: list[Paragraph] = []
    by_label: dict[str, str] = {}
    for nth, (label, kind, text) in enumerate(TEXTS[language] if words is None else words):
        by_label[label] = text
        above = by_label.get(label[: label.rfind("(")], "") if label.endswith(")") else ""
        rows.append(
            Paragraph(
                paragraph_id(symbol, language, main_part, label, text, 1 if label else nth + 1),
                main_part,
                label,
                kind,
                text,
                chapeau=above,
                track=track,
                standing=standing,
                footnotes=("See A/80/6.",) if label == "1" else (),
            )
        )
    return Document(
        id=document_id(symbol, language, tuple(rows)),
        symbol=symbol,
        short="",
        title=title or TITLES[language],
        language=language,
        date=date,
        standing=standing,
        parts=(Part(main_part, "Resolution", "", standing),),
        main_part=main_part,
        session="Eightieth session",
        agenda_item="98 (p)",
        numbered=sum(bool(row.label) for row in rows),
        paragraphs=tuple(rows),
    )
