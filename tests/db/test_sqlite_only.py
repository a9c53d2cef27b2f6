"""SQL that only SQLite speaks stands in the modules that docs/decisions/0005 names, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

DB = Path(__file__).parents[2] / "db"
ALLOWED = {
    "engine.py",
    "opening.py",
    "schema.py",
    "upgrading.py",
    "verify.py",
    "copies.py",
    "search.py",
    "searching/query.py",
    "index/indexing.py",
    "searching/meaning.py",
    "index/version.py",
    "searching/listing.py",
    "searching/choices.py",
    "searching/proposing.py",
    "searching/terms.py",
    "index/renewing.py",
    "searching/candidates.py",
}
ONLY_SQLITE = re.compile(
    r"\bPRAGMA\b|\bsqlite_(?:schema|master|stat|sequence)|\bfts5\b|\bMATCH \?|\bbm25\b|\browid\b"
    r"|INSERT OR (?:REPLACE|IGNORE)|BEGIN IMMEDIATE"
    r"|^\s*(?:import|from) sqlite3|dialects.sqlite|exec_driver_sql",
    re.M | re.I,
)


def test_only_the_named_modules_speak_sqlite() -> None:
    speaking = {
        name
        for path in DB.rglob("*.py")
        if (name := path.relative_to(DB).as_posix()) not in ALLOWED
        and not name.startswith("migrations/")
        and ONLY_SQLITE.search(path.read_text(encoding="utf-8"))
    }
    assert not speaking


def test_the_decision_names_every_one_of_them() -> None:
    text = (DB.parent / "docs/decisions/0005-sqlite-only-sql.md").read_text(encoding="utf-8")
    assert {name for name in ALLOWED if f"`{name}`" not in text} == set()
    assert {name for name in ALLOWED if not (DB / name).exists()} == set()
