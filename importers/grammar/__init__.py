"""The grammar of United Nations documents, a module for each kind of thing that stands in them.

``marks`` tells what a line begins with, ``state`` keeps where the reading is; every other module places the
lines it knows and leaves the rest to the next (``importers.structure`` says in which order).
"""
