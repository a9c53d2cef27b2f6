"""The meeting an agenda is for, and the tracks of its items, in the six languages."""

import datetime as dt
import uuid

import pytest

from core.agenda import MeetingFacts, guess_track, meeting_facts
from core.documents import Document, Kind, Paragraph, Standing, Track

POA, ITI, COOPERATION, OTHER = Track.POA, Track.ITI, Track.COOPERATION, Track.OTHER

TITLES = {
    "en": (
        "Adoption of the agenda and other organizational matters",
        "Consideration of the implementation of the Programme of Action to Prevent, Combat and Eradicate the "
        "Illicit Trade in Small Arms and Light Weapons in All Its Aspects",
        "Consideration of the implementation of the International Instrument to Enable States to Identify "
        "and Trace, in a Timely and Reliable Manner, Illicit Small Arms and Light Weapons",
        "Consideration of international cooperation and assistance, including capacity-building",
        "Other issues and topics for the Programme of Action and the International Tracing Instrument",
    ),
    "fr": (
        "Adoption de l’ordre du jour et autres questions d’organisation",
        "Examen de l’exécution du Programme d’action en vue de prévenir, combattre et éliminer le commerce "
        "illicite des armes légères sous tous ses aspects",
        "Examen de l’application de l’Instrument international visant à permettre aux États de procéder "
        "à l’identification et au traçage rapides et fiables des armes légères illicites",
        "Examen de la coopération et de l’assistance internationales, y compris le renforcement des "
        "capacités",
        "Autres questions utiles à l’exécution du Programme d’action",
    ),
    "es": (
        "Aprobación del programa y otras cuestiones de organización",
        "Examen de la ejecución del Programa de Acción para Prevenir, Combatir y Eliminar el Tráfico Ilícito",
        "Examen de la aplicación del Instrumento Internacional para Permitir a los Estados Identificar y "
        "Localizar, de Forma Oportuna y Fidedigna, Armas Pequeñas y Armas Ligeras Ilícitas",
        "Examen de la cooperación y la asistencia internacionales, incluida la creación de capacidad",
        "Otras cuestiones pertinentes para la ejecución del Programa de Acción",
    ),
    "ru": (
        "Утверждение повестки дня и другие организационные вопросы",
        "Рассмотрение хода осуществления Программы действий по предотвращению и искоренению незаконной "
        "торговли стрелковым оружием",
        "Рассмотрение хода осуществления Международного документа, позволяющего государствам своевременно и "
        "надежно выявлять и отслеживать незаконное стрелковое оружие",
        "Рассмотрение вопроса о международном сотрудничестве и помощи, включая наращивание потенциала",
        "Другие вопросы, относящиеся к осуществлению Программы действий",
    ),
    "zh": (
        "通过议程和其他组织事项",
        "审议《从各个方面防止、打击和消除小武器和轻武器非法贸易的行动纲领》的执行情况",
        "审议《使各国能够及时和可靠地识别和追查非法小武器和轻武器的国际文书》的执行情况",
        "审议国际合作与援助，包括能力建设",
        "与有效执行《行动纲领》有关的其他问题和议题",
    ),
    "ar": (
        "إقرار جدول الأعمال والمسائل التنظيمية الأخرى",
        "النظر في تنفيذ برنامج العمل لمنع الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة",
        "النظر في تنفيذ الصك الدولي لتمكين الدول من التعرف على الأسلحة الصغيرة غير المشروعة وتعقبها",
        "النظر في التعاون والمساعدة الدوليين، بما في ذلك بناء القدرات",
        "مسائل أخرى ذات صلة بتنفيذ برنامج العمل",
    ),
}


@pytest.mark.parametrize("language", TITLES)
def test_the_tracks_of_an_agenda_are_guessed_in_each_language(language: str) -> None:
    assert [guess_track(title) for title in TITLES[language]] == [None, POA, ITI, COOPERATION, OTHER]


def agenda(*masthead: str, meeting: str = "", items: bool = True) -> Document:
    rows = [(Kind.HEADING, "", text) for text in masthead]
    if items:
        rows += [
            (Kind.AGENDA, "1", "Opening of the meeting."),
            (Kind.AGENDA, "2", "Consideration of the implementation of the Programme of Action."),
            (Kind.AGENDA, "2(a)", "National level;"),
        ]
    made = tuple(
        Paragraph(uuid.uuid4(), "agenda", label, kind, text, track=guess_track(text) if label else None)
        for kind, label, text in rows
    )
    return Document(
        id=uuid.uuid4(), symbol="A/CONF.192/BMS/2026/L.1", short="", title="Agenda", language="en",
        date=None, standing=Standing.DRAFT, parts=(), main_part="agenda", meeting=meeting, paragraphs=made,
    )  # fmt: skip


def facts(document: Document) -> MeetingFacts:
    told = meeting_facts(document)
    assert told is not None
    return told


def test_an_agenda_tells_name_place_days_and_items() -> None:
    told = facts(agenda("Ninth Biennial Meeting of States", "New York, 1–5 June 2026", "Provisional agenda"))
    assert (told.name, told.place) == ("Ninth Biennial Meeting of States", "New York")
    assert (told.starts, told.ends) == (dt.date(2026, 6, 1), dt.date(2026, 6, 5))
    assert told.items == (
        ("1", "Opening of the meeting", None),
        ("2", "Consideration of the implementation of the Programme of Action", POA),
        ("2(a)", "National level", POA),  # that of its item, since it tells none
    )


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("New York, 17–28 June 2024", "New York"),
        ("New York, from 17 to 28 June 2024", "New York"),
        ("New York, 17-28 juin 2024", "New York"),
        ("Nueva York, 17 a 28 de junio de 2024", "Nueva York"),
        ("Нью-Йорк, 17–28 июня 2024 года", "Нью-Йорк"),
        ("2024年6月17日至28日，纽约", "纽约"),
        ("نيويورك، 17-28 حزيران/يونيه 2024", "نيويورك"),
    ],
)
def test_place_and_days_in_each_language(line: str, place: str) -> None:
    told = facts(agenda("Конференция / Conference", line))
    assert (told.place, told.starts, told.ends) == (place, dt.date(2024, 6, 17), dt.date(2024, 6, 28))


def test_the_name_of_the_head_is_without_its_days_which_count_where_no_line_has_them() -> None:
    told = facts(agenda(meeting="Eighth Biennial Meeting of States (New York, 27 June–1 July 2022)"))
    assert (told.name, told.place) == ("Eighth Biennial Meeting of States", "New York")
    assert (told.starts, told.ends) == (dt.date(2022, 6, 27), dt.date(2022, 7, 1))


def test_a_single_day_is_the_days_of_no_meeting() -> None:
    told = facts(agenda("Third Conference", "8 April 2026", "Distr.: Limited"))
    assert (told.name, told.place, told.starts, told.ends) == ("Third Conference", "", None, None)


def test_a_document_without_agenda_items_is_for_no_meeting() -> None:
    assert meeting_facts(agenda("Provisional agenda", items=False)) is None
