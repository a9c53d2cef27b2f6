"""Which of the four tracks a heading or an agenda item belongs to, in the six official languages."""

from __future__ import annotations

import re

from core.documents import Track

_TRACK_WORDS: tuple[tuple[Track, re.Pattern[str]], ...] = (
    (
        Track.OTHER,
        re.compile(
            r"\bother issues\b|\bfollow-up\b|\bautres questions\b|\bsuivi\b"
            r"|\botras cuestiones\b|\bseguimiento\b"
            r"|\b(?:другие|прочие) вопросы\b|\bпоследующ\w+ (?:деятельност|мер)\w+"
            r"|其他(?:问题|议题|事项)|后续"
            r"|مسائل (?:وقضايا |ومواضيع )?أخرى|(?:المسائل|القضايا) الأخرى|المتابعة",
            re.I,
        ),
    ),
    (
        Track.COOPERATION,
        re.compile(
            r"\binternational cooperation and assistance\b|\bcapacity-building\b"
            r"|\bcoopération et (?:de )?(?:l['’])?assistance internationales\b|\brenforcement des capacités\b"
            r"|\bcooperación y (?:la )?asistencia internacionales\b"
            r"|\b(?:creación|fomento) de (?:la )?capacidad"
            r"|\bмеждународн\w+ сотрудничеств\w+ и (?:международн\w+ )?помощ\w+|\bнаращивани\w+ потенциал\w+"
            r"|国际合作(?:与|和)(?:国际)?援助|能力建设"
            r"|التعاون والمساعدة الدولي|التعاون الدولي والمساعدة|بناء القدرات",
            re.I,
        ),
    ),
    (
        Track.ITI,
        re.compile(
            r"\btracing instrument\b|\bidentify and trace\b|\binstrument international\b.*\btraçage\b"
            r"|\bl['’]identification et le traçage\b|\bd['’]identifier et (?:de )?tracer\b"
            r"|\binstrumento internacional\b.*\b(?:localiza|rastre)\w+"
            r"|\bidentificar y (?:localizar|rastrear)\b"
            r"|\bмеждународн\w+ документ\w*\b.*\bотслежива\w+|\bвыявлять и отслеживать\b"
            r"|追查(?:国际)?文书|识别和追查|查明和追查|الصك الدولي.*(?:تعقب|تتبع)|تحديد .*وتعقب|صك التعقب",
            re.I,
        ),
    ),
    (
        Track.POA,
        re.compile(
            r"\bprogramme of action\b|\bprogramme d['’]action\b|\bprograma de acción\b"
            r"|\bпрограмм\w+ действий\b|行动纲领|برنامج العمل",
            re.I,
        ),
    ),
)
_PROCEDURE = re.compile(
    r"^\s*(?:opening|election|statement|adoption|organi[sz]ation|report of|consideration of the draft"
    r"|consideration and adoption"
    r"|ouverture|élection|déclaration|adoption|organisation|rapport d|examen (?:du|des) projets?"
    r"|apertura|elección|declaración|aprobación|organización|informe d|examen (?:del|de los) proyectos?"
    r"|открытие|выборы|заявление|утверждение|принятие|организаци|доклад|рассмотрение (?:и принятие|проект)"
    r"|开幕|.{0,12}开幕|选举|.{0,8}发言|通过议程|通过|组织|审议并通过|审议.{0,6}草案"
    r"|افتتاح|انتخاب|بيان|إقرار|اعتماد|تنظيم|تقرير|النظر في مشروع|النظر في .{0,12}واعتماد)",
    re.I,
)


def guess_track(title: str) -> Track | None:
    """The track that a heading or an agenda item's title belongs to, None for procedure.

    In any of the six languages. The order of the tests matters: item 9 of BMS8 ("Other issues … of the
    Programme of Action and the International Tracing Instrument") names all, and item 8 names what it
    assists.
    """
    if _PROCEDURE.search(title):
        return None
    for track, words in _TRACK_WORDS:
        if words.search(title):
            return track
    return None
