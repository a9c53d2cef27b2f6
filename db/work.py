"""A unit of work: the repositories over one transaction."""

from __future__ import annotations

from core.revisions import Changes
from db.dossiers import Dossiers
from db.library import Library
from db.meetings import Meetings
from db.packs import Packs
from db.revisions import Revisions
from db.search import Search
from db.searching.candidates import Candidates
from db.statements import Statements
from db.thesaurus import OwnThesaurus
from db.topics import Topics
from db.unit import Unit


class Work:
    """Everything that can be read and written within one transaction; only core dataclasses go in and out."""

    def __init__(self, unit: Unit) -> None:
        """The repositories of this unit of work."""
        self.library = Library(unit)
        self.revisions = Revisions(unit)
        self.meetings = Meetings(unit, self.revisions)
        self.dossiers = Dossiers(unit, self.revisions, self.meetings)
        self.statements = Statements(unit, self.revisions, self.meetings)
        self.packs = Packs(unit, self.revisions, self.meetings)
        self.thesaurus = OwnThesaurus(unit, self.revisions)
        self.topics = Topics(unit, self.revisions, self.library, self.thesaurus)
        self.search = Search(unit, self.library, self.thesaurus)
        self.candidates = Candidates(unit, self.thesaurus)

    @property
    def changes(self) -> Changes:
        """What was written so far; after the block, what the whole unit of work wrote."""
        return self.revisions.changes
