"""The workspace file: one SQLite file that holds library, meetings, dossiers, statements and packs."""
