"""Golden documents: what is composed and written, as text that a person can read and compare.

Set NAMEPLATE_GOLDEN=write to write them anew, then read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporters.blocks import Block, Contents, Foot, Inline, Manuscript, Note, Paragraph, Run, Table, Tone
from tests.exporters.reading import docx_notes, docx_paragraphs, pdf_texts

_GOLDEN = Path(__file__).parents[1] / "golden"


def _compare(name: str, found: str) -> None:
    path = _GOLDEN / name
    if os.environ.get("NAMEPLATE_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines() == found.splitlines()


@pytest.mark.parametrize("name", ["pack", "sheet"])
def test_the_blocks_are_as_they_were(name: str, request: pytest.FixtureRequest) -> None:
    manuscript: Manuscript = request.getfixturevalue(name)
    lines = [f"title: {manuscript.title}", f"subject: {manuscript.subject}", f"author: {manuscript.author}"]
    lines += [f"head: {manuscript.head} | {manuscript.marking}", ""]
    for block in manuscript.blocks:
        lines += _block(block)
    _compare(f"export_{name}_blocks.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", ["pack", "sheet"])
def test_the_word_file_is_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    content = request.getfixturevalue(f"{name}_docx")
    lines = [f"{style or '-'}: {text}" for style, text in docx_paragraphs(content)]
    _compare(
        f"export_{name}_docx.txt", "\n".join([*lines, "", "notes:", " ".join(docx_notes(content))]) + "\n"
    )


@pytest.mark.parametrize("name", ["pack", "sheet"])
def test_the_pdf_is_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    lines = []
    for number, (body, notes) in enumerate(pdf_texts(request.getfixturevalue(f"{name}_pdf")), 1):
        lines += [f"--- page {number}", body.strip(), *(["--- notes", notes.strip()] if notes else [])]
    _compare(f"export_{name}_pdf.txt", "\n".join(lines) + "\n")


def _block(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [_paragraph(block)]
    if isinstance(block, Table):
        rows = [block.header, *block.rows]
        return ["table"] + [
            ("  * " if row.emphasised else "    ")
            + " | ".join("".join(map(_inline, cell)) for cell in row.cells)
            for row in rows
        ]
    if isinstance(block, Foot):
        return ["at the foot", *(f"  {_paragraph(paragraph)}" for paragraph in block.paragraphs)]
    assert isinstance(block, Contents)
    return [f"contents: {block.title.plain}"]


def _paragraph(paragraph: Paragraph) -> str:
    flags = [
        name for name in ("new_page", "whole", "held", "tinted", "ruled_off") if getattr(paragraph, name)
    ]
    flags += [f"rule={paragraph.rule}"] if paragraph.rule else []
    flags += [f"level={paragraph.level}"] if paragraph.level > 1 else []
    marks = f" ({', '.join(flags)})" if flags else ""
    marker = f"[{paragraph.marker}] " if paragraph.marker else ""
    aside = f" >> {paragraph.aside}" if paragraph.aside else ""
    return f"{paragraph.role.value}{marks}: {marker}{''.join(map(_inline, paragraph.inlines))}{aside}"


def _inline(inline: Inline) -> str:
    if isinstance(inline, Note):
        return f"[note {inline.number}: {''.join(map(_inline, inline.runs))}]"
    if not isinstance(inline, Run):
        return " / "
    text = inline.text.replace("\N{NO-BREAK SPACE}", "~")
    text = f"*{text}*" if inline.italic else text
    text = f"**{text}**" if inline.bold else text
    text = f"{{own: {text}}}" if inline.tone is Tone.SUMMARY else text
    return f"<{text}>" if inline.link else text
