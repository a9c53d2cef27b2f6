"""Two documents as one text with the changes in it: rejecting them gives the old one, accepting the new.

What both have in the same order stands once, with its changes word by word; all else is deleted where the old
document has it and inserted where the new one has it, a moved paragraph too; that and pieces split off or
joined say where they are in the other document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.comparing.comparison import Comparison, Cut, Matched
from core.comparing.rising import longest_rising
from core.comparing.wording_changes import Edit, Piece, pieces_of, words_in
from core.documents import DocumentHead, Kind, Paragraph

_SEARCHED = 2500
_NUMBER = re.compile(r"\d{1,3}[.)]?\s+(?=\S)")
_ALIKE = 0.5
_WAYS = {
    None: ("moved to", "moved from"),
    Cut.SPLIT: ("split into", "split off"),
    Cut.JOINED: ("joined to", "joined from"),
}
"""What is said of a row of the old document and of its partner in the new one, before the other's label."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the merged text.

    ``edit`` is what became of it as a whole. ``number`` are the pieces of the printed number, ``words`` those
    of the text, ``notes`` its footnotes with what became of each. ``level`` is a heading's, 0 for the rest.
    ``elsewhere`` says of a whole passage deleted or inserted that the other document has it at another place
    ("moved to 35", "split off 8"), empty if it has not. ``old`` and ``new`` are the rows of the documents
    that it was made of, None where one has none.
    """

    edit: Edit
    number: tuple[Piece, ...]
    words: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    level: int
    place: str
    elsewhere: str = ""
    old: Paragraph | None = None
    new: Paragraph | None = None


def merged(comparison: Comparison) -> tuple[Passage, ...]:
    """The merged text of two documents, all rows of both."""
    old, new = comparison.old_rows, comparison.new_rows
    elsewhere = _elsewhere(comparison)
    passages: list[Passage] = []
    last_a = last_b = 0
    for a, b in [*_anchors(comparison), (len(old), len(new))]:
        passages += _between(comparison, range(last_a, a), range(last_b, b), elsewhere)
        if a < len(old):
            passages.append(_both(comparison, old[a], new[b]))
        last_a, last_b = a + 1, b + 1
    return tuple(passages)


def printed_number(row: Paragraph) -> str:
    """The number as it stands before a paragraph: "12." or, of a sub-paragraph, its last mark "(a)"."""
    if not row.label or row.kind is Kind.PREAMBULAR:
        return ""
    mark = re.search(r"\([^()]+\)$", row.label)
    return mark[0] if mark else f"{row.label}."


def notes_of(row: Paragraph, rows: Sequence[Paragraph]) -> tuple[str, ...]:
    """A row's footnotes without their printed numbers, where all notes of the document bear one.

    Word and the PDF number footnotes themselves.
    """
    if not row.footnotes or not all(_NUMBER.match(note) for each in rows for note in each.footnotes):
        return row.footnotes
    return tuple(_NUMBER.sub("", note, count=1) for note in row.footnotes)


_Places = tuple[int, int]


def _anchors(comparison: Comparison) -> list[_Places]:
    """The places of paragraphs that are each other's and stand in the same order in both documents."""
    old = {id(row): place for place, row in enumerate(comparison.old_rows)}
    new = {id(row): place for place, row in enumerate(comparison.new_rows)}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for row in sorted(comparison.rows, key=_doubtful):
        if row.a is None or row.b is None or row.moved:
            continue
        a, b = old[id(row.a)], new[id(row.b)]
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return longest_rising(sorted(pairs.items()))


def _doubtful(row: Matched) -> int:
    """Of several pieces of one paragraph the one that keeps most of its words comes first."""
    if row.cut is None or row.a is None or row.b is None:
        return -1_000_000
    return -words_in(pieces_of(row.a.text, row.b.text), Edit.SAME)


def _elsewhere(comparison: Comparison) -> dict[int, str]:
    """What to say of a row that stands somewhere else in the other document, by the row's identity.

    The row with the same words counts most; a row that is merged with its partner has no use for it.
    """
    found: dict[int, str] = {}
    for row in sorted(comparison.rows, key=_doubtful, reverse=True):
        if row.a is None or row.b is None:
            continue
        to, since = _WAYS[row.cut]
        found[id(row.a)] = f"{to} {short_label(comparison.new, row.b)}"
        found[id(row.b)] = f"{since} {short_label(comparison.old, row.a)}"
    return found


def short_label(head: DocumentHead, row: Paragraph) -> str:
    """A paragraph's number within its document: "12", "pp.3", "report.17"; empty for unnumbered words."""
    return head.reference(row).removeprefix(f"{head.name}/")


def _between(
    comparison: Comparison, old: range, new: range, elsewhere: Mapping[int, str]
) -> Iterator[Passage]:
    """The passages between two that both documents have."""
    last_a, last_b = old.start, new.start
    for a, b in [*_unnumbered(comparison, old, new), (old.stop, new.stop)]:
        yield from (
            _one(comparison, Edit.DELETED, comparison.old_rows[n], elsewhere) for n in range(last_a, a)
        )
        yield from (
            _one(comparison, Edit.INSERTED, comparison.new_rows[n], elsewhere) for n in range(last_b, b)
        )
        if a < old.stop and b < new.stop:
            yield _both(comparison, comparison.old_rows[a], comparison.new_rows[b])
        last_a, last_b = a + 1, b + 1


def _unnumbered(comparison: Comparison, old: Sequence[int], new: Sequence[int]) -> list[_Places]:
    """Headings and unnumbered words that are each other's: alike, and in a long stretch the same."""
    alike: list[tuple[float, int, int]] = []
    every = len(old) * len(new) <= _SEARCHED
    texts = {_key(comparison.new_rows[b]) for b in new}
    for a in old:
        one = comparison.old_rows[a]
        if _is_numbered(one) or not (every or _key(one) in texts):
            continue
        for b in new:
            other = comparison.new_rows[b]
            if not _is_numbered(other) and one.level == other.level:
                alike.append((_ratio(one.text, other.text, every), a, b))
    pairs: dict[int, int] = {}
    for ratio, a, b in sorted(alike, key=lambda each: (-each[0], abs(each[1] - each[2]))):
        if ratio >= _ALIKE and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return longest_rising(sorted(pairs.items()))


def _key(row: Paragraph) -> tuple[int, str]:
    return row.level, row.text


def _is_numbered(row: Paragraph) -> bool:
    return bool(row.label)


def _ratio(one: str, other: str, thoroughly: bool) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() if thoroughly else 0.0


def _both(comparison: Comparison, old: Paragraph, new: Paragraph) -> Passage:
    number, new_number = printed_number(old), printed_number(new)
    return Passage(
        edit=Edit.SAME,
        number=_whole_pieces(number, new_number),
        words=pieces_of(old.text, new.text),
        notes=_notes(notes_of(old, comparison.old_rows), notes_of(new, comparison.new_rows)),
        level=new.level,
        place=comparison.new.reference(new) or comparison.new.name,
        old=old,
        new=new,
    )


def _one(comparison: Comparison, edit: Edit, row: Paragraph, elsewhere: Mapping[int, str]) -> Passage:
    number = printed_number(row)
    head, rows = (
        (comparison.old, comparison.old_rows)
        if edit is Edit.DELETED
        else (comparison.new, comparison.new_rows)
    )
    return Passage(
        edit=edit,
        number=(Piece(edit, number),) if number else (),
        words=(Piece(edit, row.text),) if row.text else (),
        notes=tuple(Piece(edit, note) for note in notes_of(row, rows)),
        level=row.level,
        place=head.reference(row) or head.name,
        elsewhere=elsewhere.get(id(row), ""),
        old=row if edit is Edit.DELETED else None,
        new=row if edit is Edit.INSERTED else None,
    )


def _whole_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """A number changed as a whole: "12." is not made "13." by one digit."""
    if old == new:
        return (Piece(Edit.SAME, old),) if old else ()
    return tuple(Piece(edit, text) for edit, text in ((Edit.DELETED, old), (Edit.INSERTED, new)) if text)


def _notes(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            found += [Piece(Edit.SAME, note) for note in new[other_start:other_end]]
        else:
            found += [Piece(Edit.DELETED, note) for note in old[start:end]]
            found += [Piece(Edit.INSERTED, note) for note in new[other_start:other_end]]
    return tuple(found)
