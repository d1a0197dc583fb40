"""The converter from end to end: source/ → docs/, proved before it is written; what is known from the last run is not made again.

Imports: anchors, layers, layers/align, model, project, prove, read, render, render/apparatus, render/exports, render/pages, render/search.
"""
