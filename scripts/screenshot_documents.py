"""The documents in the pictures: written for them, in the style of the United Nations, adopted by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.documents import Document
from importers.importing import read_bytes

SYMBOL = "A/RES/90/41"

_DRAFT = """
A/C.1/90/L.7

General Assembly

Distr.: Limited

9 October 2035

Original: English

Ninetieth session

First Committee

Agenda item 98 (p)

The illicit trade in small arms and light weapons in all its aspects

The General Assembly,

Recalling its resolution 89/40 of 2 December 2034, as well as all previous resolutions on the illicit trade in
small arms and light weapons in all its aspects,

Emphasizing the importance of the full and effective implementation of the Programme of Action, and of the
contribution that it makes to the efforts of States in their regions,

Noting with concern that weapons made of polymer, and of parts that can be exchanged, are marked in ways
that do not always last as long as the weapons themselves,

Welcoming the offers of States that are in a position to share machines for marking, and the training of
those who work with them,

1. Calls upon all States to mark every small arm and light weapon at the time of its manufacture, whatever
it is made of;

2. Encourages States:

(a) To keep records of marking for as long as possible;

(b) To answer requests for tracing without delay, and to say when an answer cannot be given;

3. Invites States in a position to do so to render assistance, including training, upon request;

4. Decides to include in the provisional agenda of its ninety-first session the item entitled “The illicit
trade in small arms and light weapons in all its aspects”.
"""

_ENGLISH = """
A/RES/90/41

General Assembly

Distr.: General

9 December 2035

Ninetieth session

Agenda item 98 (p)

Resolution adopted by the General Assembly on 3 December 2035

90/41. The marking and tracing of small arms and light weapons

The General Assembly,

Recalling its resolution 89/40 of 2 December 2034,

Emphasizing the importance of the Programme of Action for the efforts of States in their regions,

Noting that weapons made of polymer are not always marked in ways that last,

1. Calls upon all States to mark every small arm and light weapon at the time of its manufacture;

2. Encourages States:

(a) To keep records of marking for as long as possible;

(b) To answer requests for tracing without delay, and to say when an answer cannot be given;

3. Invites States in a position to do so to render assistance, including training, upon request;

4. Decides to remain seized of the matter.
"""

_ARABIC = """
A/RES/90/41

الجمعية العامة

Distr.: General

9 December 2035

الدورة التسعون

البند 98 (ع) من جدول الأعمال

قرار اتخذته الجمعية العامة في 3 كانون الأول/ديسمبر 2035

90/41 - وسم الأسلحة الصغيرة والأسلحة الخفيفة وتعقبها

إن الجمعية العامة،

إذ تشير إلى قرارها 89/40 المؤرخ 2 كانون الأول/ديسمبر 2034،

وإذ تشدد على أهمية برنامج العمل لما تبذله الدول من جهود في مناطقها،

وإذ تلاحظ أن الأسلحة المصنوعة من البوليمر لا توسم دائما بطرق تدوم،

1 - تهيب بجميع الدول أن تسم كل سلاح صغير وسلاح خفيف وقت صنعه؛

2 - تشجع الدول على ما يلي:

(أ) الاحتفاظ بسجلات الوسم لأطول مدة ممكنة؛

(ب) الرد على طلبات التعقب دون إبطاء، وبيان الحالات التي يتعذر فيها الرد؛

3 - تدعو الدول القادرة على تقديم المساعدة، بما في ذلك التدريب، إلى تقديمها عند الطلب؛

4 - تقرر أن تبقي المسألة قيد نظرها.
"""


def draft_on_paper(folder: Path) -> Path:
    """A draft resolution of our own, printed as a PDF, to be imported."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    for piece in _DRAFT.strip().split("\n\n"):
        style = styles["Heading3" if piece.startswith("The illicit trade") else "Normal"]
        story += [Paragraph(" ".join(piece.split()), style), Spacer(1, 8)]
    target = folder / "Draft on tracing.pdf"
    SimpleDocTemplate(str(target), pagesize=A4, leftMargin=90, rightMargin=90).build(story)
    return target


def resolution_in_two_languages() -> Iterator[Document]:
    """A resolution in English and in Arabic, as it would be read from text files."""
    for text, language in ((_ENGLISH, "en"), (_ARABIC, "ar")):
        name = f"resolution {language}.txt"
        yield read_bytes(text.encode(), name, symbol=SYMBOL, language=language).document
