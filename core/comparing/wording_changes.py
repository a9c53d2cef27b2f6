"""What changed from one text to another, word by word: what was put in and what was left out.

Both texts can be read off the pieces exactly, spaces and punctuation included: the old one from what stayed
and what was deleted, the new one from what stayed and what was inserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from core.language.strength import Operative, Weight, operative_of, qualifiers_in
from core.language.words import HAN

_TOKEN = re.compile(rf"([{HAN}]|[^\W_{HAN}]+|[^\s]|^)(\s*)")
_WEAK = frozenset(
    ("a", "an", "and", "of", "the", "to", "in", "on", "for", "or", "de", "la", "le", "les", "et", "des", "du")
) | frozenset(("el", "y", "los", "del", "и", "в", "на", "с"))
_LONGEST_QUICK = 4000


class Edit(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of either text or of both."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """How a paragraph's wording changed: its pieces, its verb and its qualifiers.

    ``weight`` says whether the verb became "weaker" or "stronger", empty where it did not or where the verbs
    have no order. A qualifier is neither added nor dropped that the other text has in its chapeau.
    ``sentences`` say in words what a delegate looks for first.
    """

    pieces: tuple[Piece, ...]
    old: Operative
    new: Operative
    weight: Weight | None
    added: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether not a letter changed."""
        return all(piece.edit is Edit.SAME for piece in self.pieces)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The change of verb and qualifiers in words: “urge → encourage: weaker”, “as appropriate” added."""
        told = []
        carried = self.old.carried or self.new.carried
        alike = carried and self.old.strength is self.new.strength  # chapeaux differ more than what they ask
        if self.old.verb and self.new.verb and self.old.verb != self.new.verb and not alike:
            weight = f": {self.weight}" if self.weight else ""
            told.append(f"{self.old.verb} → {self.new.verb}{weight}")
        told += [f"“{phrase}” added" for phrase in self.added]
        told += [f"“{phrase}” dropped" for phrase in self.dropped]
        return tuple(told)

    @property
    def summary(self) -> str:
        """The change in one line; what is only put in and left out is counted."""
        if self.is_none:
            return "same words"
        counts = {edit: words_in(self.pieces, edit) for edit in (Edit.INSERTED, Edit.DELETED)}
        told = [*self.sentences, *(f"{_words(count)} {edit}" for edit, count in counts.items() if count)]
        return "; ".join(told) or "punctuation or spacing"


def changed(old: str, new: str, language: str, *, old_chapeau: str = "", new_chapeau: str = "") -> Change:
    """What changed from the old text to the new one, both in one language."""
    before, after = operative_of(old, language, old_chapeau), operative_of(new, language, new_chapeau)
    had = {*before.qualifiers, *qualifiers_in(old_chapeau, language)}
    has = {*after.qualifiers, *qualifiers_in(new_chapeau, language)}
    return Change(
        pieces=pieces_of(old, new),
        old=before,
        new=after,
        weight=after.against(before),
        added=tuple(each for each in after.qualifiers if each not in had),
        dropped=tuple(each for each in before.qualifiers if each not in has),
    )


def new_text(pieces: Iterable[Piece]) -> str:
    """The text after the changes."""
    return "".join(piece.text for piece in pieces if piece.edit is not Edit.DELETED)


def words_in(pieces: Iterable[Piece], edit: Edit) -> int:
    """How many words stayed, or were inserted or deleted."""
    return sum(
        len(re.findall(rf"[{HAN}]|[^\W_{HAN}]+", piece.text)) for piece in pieces if piece.edit is edit
    )


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts as one row of pieces; where both change, the deletion stands first."""
    if old == new:
        return (Piece(Edit.SAME, old),) if old else ()
    return tuple(_joined(_without_islands(list(_raw(_tokens(old), _tokens(new))))))


_Token = tuple[str, str]


def _tokens(text: str) -> list[_Token]:
    """Words and marks, each with the space after it; space at the beginning has an empty word before it."""
    return [(found[1], found[2]) for found in _TOKEN.finditer(text) if found[0]]


def _raw(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[tuple[str, str, str]]:
    """What stayed, was deleted and was inserted, in order: of each triple either the first or the rest."""
    matcher = SequenceMatcher(
        None,
        [word for word, _ in old],
        [word for word, _ in new],
        autojunk=max(len(old), len(new)) > _LONGEST_QUICK,
    )
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield "", _text(old[start:end]), _text(new[other_start:other_end])
            continue
        for (word, space), (_, other_space) in zip(old[start:end], new[other_start:other_end], strict=True):
            if space == other_space:
                yield word + space, "", ""
            else:
                yield word, "", ""
                yield "", space, other_space


def _text(tokens: Iterable[_Token]) -> str:
    return "".join(word + space for word, space in tokens)


def _without_islands(triples: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Changes told as one where only a mark or a little word stays between them: that reads better."""
    merged: list[tuple[str, str, str]] = []
    for triple in _grouped(triples):
        if len(merged) >= 2 and not triple[0] and merged[-1][0] and _is_island(merged[-1][0], merged[-2]):
            between = merged.pop()[0]
            _, deleted, inserted = merged.pop()
            merged.append(("", deleted + between + triple[1], inserted + between + triple[2]))
        else:
            merged.append(triple)
    return merged


def _grouped(triples: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Neighbours of one sort as one."""
    found: list[tuple[str, str, str]] = []
    for triple in triples:
        if found and bool(found[-1][0]) == bool(triple[0]):
            same, deleted, inserted = found.pop()
            found.append((same + triple[0], deleted + triple[1], inserted + triple[2]))
        else:
            found.append(triple)
    return found


def _is_island(between: str, before: tuple[str, str, str]) -> bool:
    words = re.findall(r"\w+", between.lower())
    if not words:
        return bool(between.strip()) is False or bool(before[1].strip() and before[2].strip())
    return len(words) == 1 and words[0] in _WEAK and bool(before[1].strip() and before[2].strip())


def _joined(triples: Iterable[tuple[str, str, str]]) -> Iterator[Piece]:
    for same, deleted, inserted in triples:
        for edit, text in ((Edit.SAME, same), (Edit.DELETED, deleted), (Edit.INSERTED, inserted)):
            if text:
                yield Piece(edit, text)


def _words(count: int) -> str:
    return f"{count} word" if count == 1 else f"{count} words"
