"""The Markdown pages of the site, one module a kind of page.

Imports: anchors, layers, model, read, render, render/apparatus, render/exports, text.
"""
