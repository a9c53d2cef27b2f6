"""The parts of a plain text that was printed on pages: heads and feet, notes, and words that fell apart."""
