"""Verb, class, qualifiers and addressees of operative paragraphs."""

from __future__ import annotations

import pytest

from core.language.strength import Addressee, Strength, Weight, operative_of, qualifiers_in

RESOLVE = (
    "Bearing in mind the different situations, capacities and priorities of States and regions, "
    "States resolve to undertake the following measures:"
)


@pytest.mark.parametrize(
    ("text", "verb", "strength"),
    [
        ("Urges all States to report;", "urge", Strength.URGE),
        ("Also encourages States to report;", "encourage", Strength.ENCOURAGE),
        ("Once again calls upon Member States to pay;", "call upon", Strength.CALL_UPON),
        ("States called for the further strengthening of cooperation.", "call for", Strength.CALL_UPON),
        ("States undertook to mark weapons.", "undertake", Strength.COMMIT),
        ("Decides to convene a meeting;", "decide", Strength.COMMIT),
        ("Invites the Secretary-General to continue;", "invite", Strength.INVITE),
        ("Requests the Secretariat to present an analysis;", "request", Strength.REQUEST),
        ("Takes note of the report of the Secretary-General;", "take note", Strength.NOTE),
        ("Reaffirming the right of each State;", "reaffirm", Strength.AFFIRM),
        ("Recognizing also the need;", "recognize", Strength.RECOGNIZE),
        (
            "States expressed grave concern that the trade sustains violence.",
            "express concern",
            Strength.CONCERN,
        ),
        ("Welcoming the report;", "welcome", Strength.WELCOME),
        ("Recalling its resolutions;", "recall", Strength.RECALL),
        ("Each State Party shall establish a system.", "shall", Strength.COMMIT),
        ("The meeting rose at noon.", "", Strength.OTHER),
    ],
)
def test_the_first_operative_verb_says_how_strongly(text: str, verb: str, strength: Strength) -> None:
    found = operative_of(text)
    assert (found.verb, found.strength) == (verb, strength)


def test_an_infinitive_under_a_chapeau_is_as_strong_as_the_chapeau() -> None:
    found = operative_of("To establish, as appropriate, national laws.", "en", RESOLVE)
    assert (found.verb, found.strength, found.carried) == ("undertake", Strength.COMMIT, True)
    assert found.addressees == (Addressee.STATES,)


def test_a_weaker_verb_under_a_chapeau_is_no_stronger_than_itself() -> None:
    found = operative_of("To encourage the use of national reports.", "en", RESOLVE)
    assert (found.verb, found.strength, found.carried) == ("encourage", Strength.ENCOURAGE, True)


def test_a_request_under_a_chapeau_is_a_request() -> None:
    found = operative_of("To request the Secretariat to prepare an analysis.", "en", RESOLVE)
    assert (found.strength, found.addressees) == (Strength.REQUEST, (Addressee.SECRETARIAT,))


def test_a_verb_inside_a_measure_is_not_the_measure_s() -> None:
    found = operative_of("To comply with arms embargoes decided by the Security Council.", "en", RESOLVE)
    assert (found.verb, found.addressees) == ("undertake", (Addressee.STATES,))


def test_a_strong_verb_under_a_weak_chapeau_is_as_weak_as_the_chapeau() -> None:
    assert operative_of("To urge manufacturers.", "en", "Invites States:").strength is Strength.INVITE


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Calls upon all States to mark weapons;", (Addressee.STATES,)),
        ("Encourages States in a position to do so to provide support;", (Addressee.DONORS,)),
        ("Requests the Secretary-General to report on it;", (Addressee.SECRETARY_GENERAL,)),
        ("Requests the Secretariat, within existing resources, to report;", (Addressee.SECRETARIAT,)),
        (
            "Invites relevant regional and subregional organizations and civil society to engage;",
            (Addressee.REGIONAL, Addressee.CIVIL_SOCIETY),
        ),
        ("Encourages manufacturers to develop measures;", (Addressee.INDUSTRY,)),
        ("Decides to remain seized of the matter;", ()),
    ],
)
def test_whom_it_addresses(text: str, addressees: tuple[Addressee, ...]) -> None:
    assert operative_of(text).addressees == addressees


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        (
            "to consider, as appropriate and on a voluntary basis, it",
            ("as appropriate", "on a voluntary basis"),
        ),
        ("within existing resources and where feasible", ("within existing resources", "where feasible")),
        (
            "with the consent of the host State, upon request",
            ("with the consent of the host state", "upon request"),
        ),
        ("in line with national laws and regulations", ("in line with national laws",)),
        ("to mark all weapons", ()),
    ],
)
def test_what_weakens_is_found(text: str, qualifiers: tuple[str, ...]) -> None:
    assert qualifiers_in(text) == qualifiers


@pytest.mark.parametrize(
    ("text", "language", "strength", "addressee"),
    [
        ("Demande instamment à tous les États de marquer les armes ;", "fr", Strength.URGE, Addressee.STATES),
        ("Encourage les organisations régionales à coopérer ;", "fr", Strength.ENCOURAGE, Addressee.REGIONAL),
        (
            "Prie le Secrétaire général de lui faire rapport ;",
            "fr",
            Strength.REQUEST,
            Addressee.SECRETARY_GENERAL,
        ),
        ("Insta a todos los Estados a que marquen las armas;", "es", Strength.URGE, Addressee.STATES),
        ("Exhorta a los Estados Miembros a que cooperen;", "es", Strength.CALL_UPON, Addressee.STATES),
        ("призывает все государства маркировать оружие;", "ru", Strength.CALL_UPON, Addressee.STATES),
        ("настоятельно призывает все государства;", "ru", Strength.URGE, Addressee.STATES),
        (
            "просит Генерального секретаря представить доклад;",
            "ru",
            Strength.REQUEST,
            Addressee.SECRETARY_GENERAL,
        ),
        ("تحث جميع الدول على وسم الأسلحة؛", "ar", Strength.URGE, Addressee.STATES),
        ("تطلب إلى الأمين العام أن يقدم تقريرا؛", "ar", Strength.REQUEST, Addressee.SECRETARY_GENERAL),
        ("敦促所有国家标记武器;", "zh", Strength.URGE, Addressee.STATES),
        ("请秘书长提出报告;", "zh", Strength.REQUEST, Addressee.SECRETARY_GENERAL),
    ],
)
def test_the_common_verbs_of_the_other_languages(
    text: str, language: str, strength: Strength, addressee: Addressee
) -> None:
    found = operative_of(text, language)
    assert found.strength is strength
    assert addressee in found.addressees


def test_qualifiers_of_the_other_languages() -> None:
    assert qualifiers_in("établir, selon qu’il convient, des lois", "fr") == ("selon qu’il convient",)
    assert qualifiers_in("establezcan, según proceda, leyes", "es") == ("según proceda",)
    assert qualifiers_in("на добровольной основе", "ru") == ("на добровольной основе",)
    assert qualifiers_in("酌情在自愿基础上", "zh") == ("酌情", "在自愿基础上")
    assert qualifiers_in("حسب الاقتضاء", "ar") == ("حسب الاقتضاء",)


def test_an_unknown_language_has_no_verbs() -> None:
    assert operative_of("Uttarer sin bekymring", "sv").strength is Strength.OTHER


def test_which_way_a_verb_went() -> None:
    urge, invite, recall = (operative_of(f"{verb} States;") for verb in ("Urges", "Invites", "Recalls"))
    assert invite.against(urge) is Weight.WEAKER
    assert urge.against(invite) is Weight.STRONGER
    assert urge.against(recall) is None
    assert urge.against(urge) is None
