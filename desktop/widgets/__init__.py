"""Parts of the interface that several features use."""
