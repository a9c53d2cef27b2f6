"""Stems: what the inflected forms of a word have in common, language by language.

English, French, Russian and Spanish are stemmed by Snowball. Arabic is stemmed here, after the rules of the
"light10" stemmer (Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval", 2007):
Snowball's leaves the article where "and" stands before it, and takes the first letter of a root for a
preposition. Unlike light10, a letter that may be "and" or a preposition stays in the index, since roots
begin with it too; the query asks for the word with and without it. A language without a stemmer (Chinese,
say) has words that are their own stems.
"""

from __future__ import annotations

from functools import lru_cache

import Stemmer

from db.index.words import Script, folded, is_han, script_of_language, script_of_word

_STEMMERS = {"en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
_ENDINGS = {
    "en": "s es ed ing ion ions ation ations ment ments ly ies ied ying er ers or ors ity ities al ally ive "
    "ized izing ization ised ising isation ance ence ability able ness ful fully",
    "fr": "s es er ée ées és ant ement ements ation ations ité ités ence ences ance ances ique iques ité eur "
    "eurs euse if ive ifs ives aux ont ait aient era eront ir issent isme ismes able ables ible ibles",
    "es": "s es ar er ir ado ada ados adas ido ida idos idas ando iendo ación aciones ión iones mente idad "
    "idades amiento imientos miento mientos ancia encia encias an en aron ieron ará arán aba aban ivo iva",
    "ru": "а я ы и у ю е о й ой ей ом ем ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие ия ию ии ием иями "
    "иях иям его ого ему ому им ым их ых ими ыми ую юю ть ать ять ить ет ют ит ят ут ает яет ают яют уют ует "
    "ал ала али ил или ла ло ли ен ена ено ены ение ения ению ением ений ания анию анием ание аний ость "
    "ости остью ация ации аций ацию ный ная ное ные ных ным ными ного ному ся сь",
    "ar": "ة ات ان ين ون ية ه ها هم هن نا كم ي ته تها تهم يا يات يين",
}
_BEGINNINGS = {language: tuple(dict.fromkeys(endings.split())) for language, endings in _ENDINGS.items()}

_ARTICLES = ("وبال", "وكال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال")
_WRITTEN_ON = ("ول", "وب", "وك", "و", "ف", "ل", "ب", "ك")
_PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا")
_INFLECTIONS = ("ات", "ان", "ون", "ين", "يه", "ه", "ي")


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """What the inflected forms of a word have in common, folded; the word itself without a stemmer.

    A word in another script than its language's ("ATT" in a Russian text) is its own stem.
    """
    code = language[:2].lower()
    if script_of_word(word) is not script_of_language(code):
        return folded(word)
    if code == "ar":
        return _arabic_stem(folded(word))
    stemmer = _stemmer(code)
    if stemmer is None:
        return folded(word)
    stemmed = folded(stemmer.stemWord(word.lower()))
    return _spanish_stem(stemmed) if code == "es" else stemmed


@lru_cache(maxsize=65_536)
def stems_of(word: str, language: str) -> tuple[str, ...]:
    """The stems by which the index knows a word: its own, and where accents make another, that without them.

    People leave accents out, and "securites" has another stem than "sécurités". Chinese words have none
    beside themselves.
    """
    if is_han(word):
        return ()
    own = stem(word, language)
    if script_of_language(language) is not Script.LATIN or word.isascii():
        return (own,)
    plain = stem(folded(word), language)
    return (own,) if plain == own else (own, plain)


@lru_cache(maxsize=65_536)
def stems_asked(word: str, language: str) -> frozenset[str]:
    """The stems of the index that somebody who asks for this word means."""
    own = stem(word, language)
    if language[:2].lower() != "ar" or script_of_word(word) is not Script.ARABIC:
        return frozenset((own,))
    bare = {own, *(own.removeprefix(e) for e in _WRITTEN_ON if own.startswith(e) and len(own) - len(e) >= 3)}
    return frozenset(bare | {each + word for word in bare for each in _WRITTEN_ON})


@lru_cache(maxsize=4096)
def stems_begun(beginning: str, language: str) -> frozenset[str]:
    """The stems that a word may have that is still being typed.

    Somebody who types "traci" is on the way to "tracing", whose stem ("trace") does not begin so. Every
    ending that may have been begun is tried, and what a beginning has no room for is left out.
    """
    found = {stem(beginning, language)}
    for ending in _BEGINNINGS.get(language[:2].lower(), ()):
        for begun in range(min(len(ending), len(beginning) - 2)):
            if beginning.endswith(ending[:begun]):
                found.add(stem(beginning + ending[begun:], language))
    told = {each for each in found if not each.startswith(folded(beginning))} | stems_asked(
        beginning, language
    )
    return frozenset(told)


@lru_cache(maxsize=4096)
def stem_beginnings(beginning: str, language: str) -> frozenset[str]:
    """What the stem of an unfinished word begins with where it need not begin as the word does: in Arabic.

    There "and", "the" and prepositions are written onto the front of a word: those of what is typed are
    left away, and the others are those that the text may have.
    """
    if language[:2].lower() != "ar" or script_of_word(beginning) is not Script.ARABIC:
        return frozenset()
    own = _without_article(folded(beginning), least=1)
    bare = {own, *(own.removeprefix(e) for e in _WRITTEN_ON if own.startswith(e) and len(own) - len(e) >= 3)}
    if own == beginning and len(own) < 2:
        return frozenset()
    return frozenset(start + each for each in bare for start in ("", *_WRITTEN_ON))


def _arabic_stem(word: str) -> str:
    """A folded Arabic word without article, pronoun and inflection, while three letters remain."""
    word = _without_article(word)
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 3:
            word = word.removesuffix(pronoun)
            if word.endswith("ت") and not word.endswith("ات") and len(word) > 3:
                word = word[:-1]  # the feminine ending, which only stands so before a pronoun
            break
    while True:
        shorter = next(
            (word.removesuffix(e) for e in _INFLECTIONS if word.endswith(e) and len(word) - len(e) >= 3), word
        )
        if shorter == word:
            return word
        word = shorter


def _without_article(word: str, least: int = 2) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= least:
            return word.removeprefix(article)
    return word


def _spanish_stem(word: str) -> str:
    """A stem of Snowball's without what it leaves.

    It looks for endings behind the second syllable only, and so keeps those of "arma" and "armas"; and it
    keeps the spelling that a sound has before another ending ("identifiquen", "identificar").
    """
    singular = word[:-1] if word.endswith(("as", "os", "es")) else word
    word = singular[:-1] if len(singular) > 3 and singular.endswith(("a", "o", "e")) else word
    for before_e, before_a in (("qu", "c"), ("gu", "g"), ("z", "c")):
        if word.endswith(before_e) and len(word) > 4:
            return word.removesuffix(before_e) + before_a
    return word


@lru_cache(maxsize=8)
def _stemmer(code: str) -> Stemmer.Stemmer | None:
    name = _STEMMERS.get(code)
    return Stemmer.Stemmer(name) if name else None
