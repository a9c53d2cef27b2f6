"""What words mean in the field: the thesaurus, how a query is read by it, and the topics of paragraphs."""
