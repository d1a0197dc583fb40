"""The matcher: links proposed for what nobody has read, from the words alone.

Imports: anchors, model, read, text.
"""
