"""United Nations documents -> core documents.

A *reader* turns a file format into lines, a *grammar* turns lines into rows (``structure`` for resolutions,
reports, treaties and outcome documents, ``summaries`` for thematic summaries), ``heads`` reads from masthead
and distribution box which document it is, ``catalogue`` knows the facts of known documents, and
``proceedings`` reads from a report who took part. ``importing`` is the way in; ``corrections`` change what
was read before it is saved.
"""
