"""Page → text again, equal to the source or nothing is written; the same over the built site, every file of it.

Imports: anchors, model, project, render, text.
"""
