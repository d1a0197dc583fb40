"""Files for programs, one module a format: JSON with its schemas, CSV, BibTeX, RIS, JSON-LD, the words of scripts and templates.

Imports: anchors, layers, model, read, render, render/apparatus, text.
"""
