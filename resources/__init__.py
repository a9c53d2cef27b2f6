"""What ships with the program beside its code: library texts, the catalogue, templates, icons, fonts."""
