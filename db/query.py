"""What a person typed to search for, as an expression that the index understands.

All words must occur, in any of their forms; the last one may be unfinished. “Quoted words” must occur in this
order and form, ``-word`` must not occur. Nothing that is typed is ever an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.stems import STOP_WORDS, stem, stems_begun, words_of

_LONGEST = 2_000
_MOST_TERMS = 40
_MOST_COMPOUNDS = 4
_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<bare>[^\s{_QUOTES}]+))"
)

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

    ``compounds`` are words that were typed as one ("16.4.2", "follow-up"): better where they occur so.
    """

    wanted: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    compounds: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.wanted)


def parse_query(typed: str) -> Query:
    """The query that was typed."""
    typed = typed[:_LONGEST].rstrip()
    wanted: list[Term] = []
    compounds: list[Term] = []
    excluded: list[Term] = []
    for piece in _PIECE.finditer(typed):
        if piece["quoted"] is None and not piece["minus"]:
            loose = _loose(piece["bare"], last=piece.end() == len(typed))
            wanted.extend(loose)
            if len(loose) > 1 and _COMPOUND.fullmatch(piece["bare"]):
                words = tuple(term.words[0] for term in loose)
                compounds.append(Term(words, quoted=True, open=loose[-1].open))
            continue
        words = tuple(word.folded for word in words_of(piece["bare"] or piece["quoted"] or ""))
        if words and piece["minus"]:
            excluded.append(Term(words, quoted=True))
        elif words:
            wanted.append(Term(words, quoted=True, open=piece.end() == len(typed) and not piece["closed"]))
    return Query(_narrowing(wanted), tuple(excluded[:_MOST_TERMS]), tuple(compounds[:_MOST_COMPOUNDS]))


def _loose(piece: str, *, last: bool) -> list[Term]:
    words = words_of(piece)
    still_typing = last and bool(words) and words[-1].end == len(piece)
    return [Term((word.folded,), word.typed, open=still_typing and word is words[-1]) for word in words]


def _narrowing(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms without repetitions, and without words too common or too short to tell anything."""
    distinct = list(dict.fromkeys(terms))
    telling = [term for term in distinct if term.quoted or not _too_common(term)]
    return tuple((telling or distinct)[:_MOST_TERMS])


def _too_common(term: Term) -> bool:
    """Whether a word tells nothing; an unfinished one may yet become another, but a letter is too little."""
    word = term.words[0]
    letter = len(word) == 1 and word.isalpha() and word < "\u2e80"  # one Chinese character is a word
    return letter or (len(word) == 1 if term.open else word in STOP_WORDS)


def expression(query: Query, languages: Sequence[str], *, every: bool = True) -> str:
    """The query in the language of SQLite's full-text index.

    With ``every`` all words must occur; otherwise quoted phrases must, or else any of the words.
    """
    terms = [_term(term, languages) for term in query.wanted]
    if every:
        wanted = " AND ".join(terms)
    else:
        must = [_term(term, languages) for term in query.wanted if term.quoted]
        wanted = " AND ".join([*must, f"({' OR '.join(terms)})"])
    if not query.excluded:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(f'words : {_phrase(term.words)}' for term in query.excluded)})"


def _term(term: Term, languages: Sequence[str]) -> str:
    star = " *" if term.open else ""
    surface = f"{{words around}} : {_phrase(term.words)}{star}"
    if term.quoted:
        return f"({surface})"
    stems = sorted(stems_wanted(term, languages))
    if not stems:
        return f"({surface})"
    return f"({surface} OR {{stems around_stems}} : ({' OR '.join(_phrase((each,)) for each in stems)}))"


def stems_wanted(term: Term, languages: Sequence[str]) -> frozenset[str]:
    """The stems that a term's word may have in these languages; none for a quoted phrase."""
    if term.quoted:
        return frozenset()
    forms = {term.words[-1], term.typed or term.words[-1]}
    if not term.open:
        return frozenset(stem(form, language) for form in forms for language in languages)
    return frozenset(each for form in forms for language in languages for each in stems_begun(form, language))


def _phrase(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'
