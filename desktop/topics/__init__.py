"""What paragraphs are about: the topics of documents through the years."""
