"""The search index: what can be found, cut into files that a page loads as scripts.

Imports: anchors, layers, model, read, render.
"""
