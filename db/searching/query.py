"""What a person typed to search for, as an expression that the index understands.

All words must occur, in any of their forms; the last one may be unfinished. “Quoted words” must occur in this
order and form, ``-word`` must not occur. Nothing that is typed is ever an error. The query may be in any
language: each of its words is stemmed for those languages of the library that are written in its script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.language.words import HAN
from db.index.stems import stem_beginnings, stems_asked, stems_begun
from db.index.stop_words import STOP_WORDS
from db.index.words import Word, is_han, script_of_language, script_of_word, words_asked

_LONGEST = 2_000
_MOST_TERMS = 40
_MOST_COMPOUNDS = 4
_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<bare>[^\s{_QUOTES}]+))"
)

_HAN_RUN = re.compile(rf"[{HAN}]+")
_COMPOUND = re.compile(r"[^\w]*\w+(?:[.‐‑–-]\w+)+[^\w]*")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several in a row for a quoted phrase, folded; ``typed`` is a single word with its accents.

    ``open`` says that its last word may be unfinished.
    """

    words: tuple[str, ...]
    typed: str = ""
    quoted: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What must occur and what must not; without a word that must, nothing is looked for.

    ``compounds`` are words that were typed as one ("16.4.2", "follow-up", Chinese words that are longer than
    two characters): better where they occur so. ``loose`` are all words in order that stand in no quotation.
    """

    wanted: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    compounds: tuple[Term, ...] = ()
    loose: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.wanted)


def parse_query(typed: str) -> Query:
    """The query that was typed."""
    typed = typed[:_LONGEST].rstrip()
    wanted: list[Term] = []
    compounds: list[Term] = []
    excluded: list[Term] = []
    words_typed: list[str] = []
    for piece in _PIECE.finditer(typed):
        if piece["quoted"] is None and not piece["minus"]:
            words_typed += [word.typed for word in words_asked(piece["bare"])]
            loose = _loose(piece["bare"], last=piece.end() == len(typed))
            wanted.extend(loose)
            compounds.extend(_typed_as_one(piece["bare"], still_typing=bool(loose) and loose[-1].open))
            continue
        words = words_asked(piece["bare"] or piece["quoted"] or "")
        if words and piece["minus"]:
            excluded.append(_phrase_of(words))
        elif words:
            wanted.append(_phrase_of(words, still_typing=piece.end() == len(typed) and not piece["closed"]))
    return Query(
        _narrowing(wanted),
        tuple(excluded[:_MOST_TERMS]),
        tuple(compounds[:_MOST_COMPOUNDS]),
        tuple(words_typed[:_MOST_TERMS]),
    )


def _loose(piece: str, *, last: bool) -> list[Term]:
    words = _alone(words_asked(piece))
    still_typing = last and bool(words) and words[-1].end == len(piece)
    return [
        Term((word.folded,), word.typed, open=_is_one_han(word) or (still_typing and word is words[-1]))
        for word in words
    ]


def _alone(words: Sequence[Word]) -> list[Word]:
    """The words, without the last characters of Chinese runs, which are in the words before them."""
    return [
        word
        for before, word in zip((None, *words), words, strict=False)
        if not (_is_one_han(word) and before is not None and before.end == word.end)
    ]


def _is_one_han(word: Word) -> bool:
    return len(word.folded) == 1 and is_han(word.folded)


def _typed_as_one(piece: str, *, still_typing: bool) -> list[Term]:
    """What of a piece without spaces should best stand together."""
    words = words_asked(piece)
    if len(words) > 1 and _COMPOUND.fullmatch(piece):
        return [_phrase_of(words, still_typing=still_typing)]
    runs = [words_asked(found[0]) for found in _HAN_RUN.finditer(piece)]
    return [_phrase_of(run) for run in runs if len(run) > 1]


def _phrase_of(words: Sequence[Word], *, still_typing: bool = False) -> Term:
    """Words in a row; a last word of one Chinese character is the beginning of one in the text."""
    return Term(
        tuple(word.folded for word in words), quoted=True, open=still_typing or _is_one_han(words[-1])
    )


def _narrowing(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms without repetitions, and without words too common or too short to tell anything."""
    distinct = list(dict.fromkeys(terms))
    telling = [term for term in distinct if term.quoted or not _too_common(term)]
    return tuple((telling or distinct)[:_MOST_TERMS])


def _too_common(term: Term) -> bool:
    """Whether a word tells nothing; an unfinished one may yet become another, but a letter is too little."""
    word = term.words[0]
    if is_han(word):
        return word in STOP_WORDS
    letter = len(word) == 1 and word.isalpha()
    return letter or (len(word) == 1 if term.open else word in STOP_WORDS)


def unwanted(query: Query) -> str:
    """What must not occur, in the index's language; empty if nothing was excluded."""
    return " OR ".join(
        f"words : {phrase_of_index(term.words)}{' *' if term.open else ''}" for term in query.excluded
    )


def near(phrases: Iterable[Sequence[str]], distance: int) -> str:
    """Any of these phrases of stems, each with its stems near one another, in the index's language.

    A phrase that begins with an equals sign is a word in exactly this form.
    """
    from core.meaning.vocabulary import EXACT, JOINED

    stems, exact = [], []
    for phrase in phrases:
        if phrase[0].startswith(EXACT):
            exact.append(phrase_of_index((phrase[0][1:],)))
        elif len(phrase := [stem for joined in phrase for stem in joined.split(JOINED)]) > 1:
            stems.append(f"NEAR({' '.join(phrase_of_index((each,)) for each in phrase)}, {distance})")
        else:
            stems.append(phrase_of_index(phrase))
    if exact:
        stems.append(f"({{words around}} : ({' OR '.join(exact)}))")
    return " OR ".join(stems)


def stems_wanted(term: Term, languages: Sequence[str]) -> frozenset[str]:
    """The stems that a term's word may have in these languages; none for a quoted phrase."""
    if term.quoted or is_han(term.words[-1]):
        return frozenset()
    forms = {term.words[-1], term.typed or term.words[-1]}
    of_form = stems_begun if term.open else stems_asked
    return frozenset(
        each
        for form in forms
        for language in _languages_of(form, languages)
        for each in of_form(form, language)
    )


def beginnings_wanted(term: Term, languages: Sequence[str]) -> frozenset[str]:
    """What the stem of a term's unfinished word may begin with, other than by the word itself."""
    if term.quoted or not term.open:
        return frozenset()
    word = term.words[-1]
    return frozenset(
        each for language in _languages_of(word, languages) for each in stem_beginnings(word, language)
    )


def _languages_of(word: str, languages: Sequence[str]) -> list[str]:
    """Those of the languages that a word may be of, by its script; all if none is written in that."""
    script = script_of_word(word)
    return [each for each in languages if script_of_language(each) is script] or list(languages)


def phrase_of_index(words: Sequence[str]) -> str:
    """Words in a row, in the index's language."""
    return '"' + " ".join(words) + '"'
