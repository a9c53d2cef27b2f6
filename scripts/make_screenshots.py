"""Makes the pictures in docs/screenshots: every page of the window, light and dark, at 1280×800.

usage: python scripts/make_screenshots.py [FOLDER]

It works on a workspace of its own, filled as a delegate would fill it, and drives the real window.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from screenshot_documents import SYMBOL, draft_on_paper, resolution_in_two_languages

from core.commitments import Dossier, Stance
from core.documents import LibraryParagraph
from core.quotations import InsertAs, inserted
from core.statement_text import to_markdown
from core.statements import Capacity
from db.work import Work
from db.workspace import open_workspace
from desktop.dossier.jobs import pull
from desktop.dossier.page import BRIEF, COMMITMENTS, RECORD, STATEMENT
from desktop.events import Events
from desktop.main_window import MainWindow
from desktop.meeting.jobs import edit_delegation, edit_meeting, new_workspace
from desktop.rail import LIBRARY, PACKS, PREPARE, SHARE
from desktop.statement.jobs import new_statement
from desktop.tasks import Tasks
from desktop.theme.style_sheet import dress, recolour

_ONCE = Qt.ConnectionType.SingleShotConnection
_PULLS = {
    "6": ["BMS8/38", "BMS8/37", "RevCon3/II.32", "BMS8/57", "RevCon3/II.21"],
    "7": ["BMS8/62", "BMS8/63", "RevCon3/III.10", "BMS8/70", "BMS8/75", "RevCon3/III.13"],
    "8": ["BMS8/83", "BMS8/76", "RevCon3/IV.9"],
    "9": ["BMS8/96"],
}


def fill(work: Work) -> None:
    """What a delegate of Ghana might have prepared."""
    edit_delegation(
        work,
        state="Ghana",
        mission="Permanent Mission of Ghana to the United Nations",
        speaker_title="Permanent Representative",
        group="African Group",
    )
    edit_meeting(work, national_minutes=5.0, group_minutes=8.0)
    for number, references in _PULLS.items():
        pull(work, work.meetings.item(number), references)
    item = work.meetings.item("7")
    first, second, *_ = work.dossiers.pulls(item.id)

    work.dossiers.save_pull(replace(first, note="Our strongest paragraph: quote it early."))
    work.dossiers.save_pull(replace(second, stance=Stance.SUPPORT))

    points = (
        "Marking and tracing work only if records are kept and answered for.",
        "Polymer frames and modular weapons must not fall outside the Instrument.",
        "Assistance with marking machines has to come with training and spare parts.",
    )
    brief = (
        "The item reviews the Instrument in the light of new materials. "
        "We want paragraph 75 of the BMS8 outcome carried forward."
    )
    work.dossiers.save(Dossier(item.id, brief, points, "Speak after the group."))
    new_statement(work, item, "Statement on the Tracing Instrument", Capacity.NATIONAL, "", _text(work))


def _text(work: Work) -> str:
    quoted = to_markdown(inserted(work.library.one("BMS8/63"), InsertAs.QUOTATION))
    return f"""Chair,

Ghana aligns itself with the statement delivered on behalf of the African Group, and wishes to add the
following in its national capacity.

# Tracing works when requests are answered

{quoted}
A request that is answered after the trial has ended is a request that was refused. We therefore ask all
States to name a national point of contact and to keep it up to date.

# New materials

Polymer frames and modular designs do not stand outside the Instrument. Paragraph 70 of the BMS8 outcome is
clear that marking applies *regardless of the materials or methods used* [@BMS8, para. 70].
Three things would help:

- marks that survive on polymer;
- records that follow the frame or receiver;
- training with every marking machine.

::: private
If pressed on a deadline: we can live with “in a timely manner”.
:::

I thank you, Chair.
"""


def main(folder: Path) -> None:
    """Makes all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        path = Path(place) / "Small arms.db"
        with new_workspace(path) as workspace, workspace.write() as work:
            fill(work)
            for document in resolution_in_two_languages():
                work.library.add(document)
        app = QApplication(sys.argv[:1])
        dress(app)
        for dark in (False, True):
            recolour(app, dark)
            _pictures(app, path, folder, "dark" if dark else "light")


def _pictures(app: QApplication, path: Path, folder: Path, scheme: str) -> None:
    events = Events()
    tasks = Tasks(events)
    window = MainWindow(tasks, events)
    window.resize(1280, 800)
    tasks.open(lambda: open_workspace(path), window.start)
    window.show()

    def keep(name: str, pause: float = 0.7) -> None:
        _wait(app, pause)
        _save(window.grab(), folder / f"{name}-{scheme}.png")

    def until(ready: Callable[[], object]) -> None:
        end = time.monotonic() + 10
        while not ready() and time.monotonic() < end:
            _wait(app, 0.02)

    until(lambda: window.desk.rows)
    seventh = next(row.item for row in window.desk.rows if row.item.number == "7")
    window.desk.open_item(seventh)
    until(lambda: window.desk.pulled)
    window.dossier.commitments.list.select_first()
    keep("prepare")
    window.dossier.commitments.search.setText("record-keeping tech")
    keep("search")
    window.dossier.commitments.search.clear()
    for name, tab in (("brief", BRIEF), ("statement", STATEMENT), ("record", RECORD)):
        window.dossier.tabs.setCurrentIndex(tab)
        keep(name)
    window.dossier.tabs.setCurrentIndex(COMMITMENTS)
    window.palette_over.open_up()
    window.palette_over.field.setText("RevCon3 II.32")
    keep("palette")
    window.palette_over.close_up()
    window.go_to(LIBRARY)
    _wait(app, 0.5)
    tasks.read(lambda work: work.library.one("BMS8/63"), lambda found: _show(window, found))
    keep("library", 1.0)
    tasks.read(lambda work: work.library.one(f"{SYMBOL}/2(a)"), lambda found: _show_beside(window, found))
    keep("two-languages", 1.5)
    window.import_files([draft_on_paper(path.parent)])
    until(lambda: window.library.import_room is not None and window.library.importing.preview.path)
    keep("import", 2.0)
    window.library.importing.leave_document()
    window.go_to(PACKS)
    keep("packs", 4.0)
    window.go_to(SHARE)
    keep("share")
    window.go_to(PREPARE)
    window.close()


def _save(picture: QPixmap, target: Path) -> None:
    """Keeps a picture with 256 colours: a third of the size, and no difference to the eye."""
    picture.save(str(target))
    with Image.open(target) as image:
        small = image.convert("RGB").quantize(
            256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    small.save(target, optimize=True)


def _show(window: MainWindow, found: LibraryParagraph) -> None:
    window.library.show_paragraph(found)
    window.reading.read(found)


def _show_beside(window: MainWindow, found: LibraryParagraph) -> None:
    """A resolution in English with the Arabic beside it."""
    window.reading.read(found)
    view = window.library.view
    view.opened.connect(lambda versions: view.put_beside(versions.in_language("ar")), _ONCE)
    window.library.show_paragraph(found)


def _wait(app: QApplication, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screenshots"))
