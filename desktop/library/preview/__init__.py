"""Before it is saved: what was understood of a document, beside its source, to be corrected and imported."""
