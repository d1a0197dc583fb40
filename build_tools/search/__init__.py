"""The search index: what can be found, cut into files that a page loads as scripts; pure, nothing is read or written here."""
