"""The thesaurus of a workspace: what the program knows of the field's words, and what delegates add to it."""
