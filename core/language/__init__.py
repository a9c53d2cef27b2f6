"""What two texts of the field have in common: their words, how telling these are, and how much is shared."""
