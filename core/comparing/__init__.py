"""Two documents compared: paragraphs aligned, what moved, split and joined, and how words changed."""
