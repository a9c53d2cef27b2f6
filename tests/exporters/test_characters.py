from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.briefing_pack import BriefingPack, PackCommitment, PackSettings
from core.commitments import Stance
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.language.scripts import has_right_to_left
from exporters.blocks import Manuscript
from exporters.characters import tidied
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_fonts import face
from exporters.pdf_writer import pdf_bytes
from exporters.style import Family
from tests.exporters.reading import docx_words, part, pdf_words
from tests.exporters.samples import P18, bms8, sample_pack

_MARKUP = '<img src="/etc/hostname"/> <para>&amp; </w:t> ]]> <b>bold</b> %1 {0} \\n “<a href="x">”'


def _small(text: str) -> BriefingPack:
    """A pack with one commitment of this text and nothing else."""
    located = bms8("1", text)
    pack = sample_pack(PackSettings())
    item = replace(
        pack.items[0],
        statements=(),
        records=(),
        commitments=(PackCommitment("BMS8/1", located, Stance.CITE),),
    )
    return replace(pack, items=(item,), cited={})


_CONTEXTS: dict[str, Callable[[str], BriefingPack]] = {
    "BMS8/1": _small,
    "The cover": lambda text: replace(_small("x"), delegation=replace(_small("x").delegation, mission=text)),
    "Agenda item": lambda text: _with_title(_small("x"), text),
}


def _with_title(pack: BriefingPack, title: str) -> BriefingPack:
    """The item's title, with a word after it, since a heading sheds the full stop that ends it."""
    item = replace(pack.items[0], item=replace(pack.items[0].item, title=f"{title} end"))
    return replace(pack, items=(item,))


def _bare(words: list[str]) -> str:
    return "".join(words)


@pytest.mark.parametrize("place", list(_CONTEXTS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=60))
def test_any_text_is_in_both_formats_to_the_letter_or_is_refused_with_its_place(
    place: str, text: str
) -> None:
    manuscript = pack_manuscript(_CONTEXTS[place](text))
    wanted = "".join(tidied(text).split())
    for write, read in ((docx_bytes, docx_words), (pdf_bytes, pdf_words)):
        try:
            content = write(manuscript)
        except NameplateError as error:
            assert "U+" in str(error)
            assert place in str(error) or place == "Agenda item"
        else:
            found = _bare(read(content))
            if read is pdf_words and has_right_to_left(wanted) and any(map(str.isnumeric, wanted)):
                # who reads a PDF is given such numbers in the order they are seen: all of it must be there
                assert not Counter(wanted) - Counter(found)
            else:
                assert wanted in found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(
        st.sampled_from("<>&\"'/\\=;:%{}[]()#*_`~$@! abcXYZéßЖ“”‘’–—…\u00a0\u2011\u202f"), max_size=80
    )
)
def test_what_looks_like_markup_is_text(text: str) -> None:
    manuscript = pack_manuscript(_small(text))
    wanted = "".join(tidied(text).split())
    assert wanted in _bare(docx_words(docx_bytes(manuscript)))
    assert wanted in _bare(pdf_words(pdf_bytes(manuscript)))


def test_markup_in_every_field_is_shown_and_never_obeyed() -> None:
    pack = _small(_MARKUP)
    pack = replace(
        pack,
        title=_MARKUP,
        meeting=replace(pack.meeting, name=_MARKUP, place=_MARKUP),
        delegation=replace(pack.delegation, state=_MARKUP, mission=_MARKUP),
        settings=PackSettings(marking=_MARKUP, author=_MARKUP),
    )
    manuscript = pack_manuscript(_with_title(pack, _MARKUP))
    wanted = "".join(_MARKUP.split())
    assert _bare(docx_words(docx_bytes(manuscript))).count(wanted) >= 6
    assert _bare(pdf_words(pdf_bytes(manuscript))).count(wanted) >= 6


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\ud800", "\ufffe", "\ue000", "\ufffd"])
@pytest.mark.parametrize("write", [docx_bytes, pdf_bytes])
def test_what_is_no_character_is_refused_with_the_place_it_stands_in(
    character: str, write: Callable[[Manuscript], bytes]
) -> None:
    with pytest.raises(NameplateError) as refused:
        write(pack_manuscript(_small(f"To mark{character} arms.")))
    assert str(refused.value).startswith("BMS8/1 holds")
    assert f"U+{ord(character):04X}" in str(refused.value)
    str(refused.value).encode("utf-8")


def test_a_character_the_pdf_fonts_lack_is_named_and_word_carries_it() -> None:
    manuscript = pack_manuscript(_small("The word א stands here."))
    with pytest.raises(
        NameplateError, match=r"BMS8/1 holds the character “א” \(U\+05D0, HEBREW LETTER ALEF\)"
    ):
        pdf_bytes(manuscript)
    assert "א" in docx_words(docx_bytes(manuscript))


def test_statements_name_the_paragraph_of_an_unknown_character() -> None:
    pack = sample_pack()
    statement = replace(pack.items[1].statements[0], text="Chair,\n\nWe say א twice.\n")
    item = replace(pack.items[1], statements=(statement,))
    with pytest.raises(NameplateError, match="The national statement on tracing, paragraph 2 holds"):
        pdf_bytes(pack_manuscript(replace(pack, items=(item,))))


def test_arabic_is_written_from_right_to_left_in_word() -> None:
    pack = sample_pack()
    statement = replace(pack.items[1].statements[0], text="السيد الرئيس،\n", language="ar")
    item = replace(pack.items[1], statements=(statement,))
    content = docx_bytes(pack_manuscript(replace(pack, items=(item,))))
    assert b"<w:bidi/>" in _document(content)
    assert b'<w:rtl/><w:lang w:bidi="ar-SA"/>' in _document(content)


def _document(content: bytes) -> bytes:
    from lxml import etree

    return etree.tostring(part(content, "word/document.xml"), encoding="utf-8")


def test_joining_hyphens_spaces_and_accents_are_kept() -> None:
    text = "follow\u2011up, 5\u202f000 arms, para.\u00a062, Côte d’Ivoire, Россия, naïve e\u0301tat → ≥ 3"
    manuscript = pack_manuscript(_small(text))
    wanted = "".join(text.split()).replace("e\u0301", "é")
    assert wanted in _bare(docx_words(docx_bytes(manuscript)))
    assert wanted in _bare(pdf_words(pdf_bytes(manuscript)))
    with pytest.raises(NameplateError, match=r"U\+0303"):
        pdf_bytes(pack_manuscript(_small("An accent no font can place: x\u0303")))


def test_marks_that_show_nothing_are_dropped_where_they_do_nothing() -> None:
    assert tidied("mark\u00ading\u200b and\ufeff trac\u200eing\t!\r\nnew") == "marking and tracing !\nnew"
    assert tidied("می\u200cخواهم") == "می\u200cخواهم"


def test_a_very_long_paragraph_takes_no_minute() -> None:
    text = "To mark, record and trace small arms and light weapons. " * 7_200
    assert len(text) > 400_000
    manuscript = pack_manuscript(_small(text))
    started = time.perf_counter()
    words = pdf_bytes(manuscript), docx_bytes(manuscript)
    assert time.perf_counter() - started < 20
    assert len(words[0]) > 10_000


def test_all_weights_of_a_family_have_the_same_characters() -> None:
    for family in Family:
        have = {face(family, bold, italic).has for bold in (False, True) for italic in (False, True)}
        assert len(have) == 1


def test_a_word_longer_than_a_line_is_cut_and_not_lost() -> None:
    text = "A/CONF.192/" * 60
    assert text in _bare(pdf_words(pdf_bytes(pack_manuscript(_small(text)))))


def test_official_text_is_to_the_letter(pack_docx: bytes, pack_pdf: bytes) -> None:
    def text_of(located: LibraryParagraph) -> str:
        return " ".join(located.paragraph.text.split())

    assert text_of(P18) in " ".join(docx_words(pack_docx))
    assert text_of(P18) in " ".join(pdf_words(pack_pdf))
