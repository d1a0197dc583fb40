"""One module for each verb of ``duidu``, and what they share: arguments, YAML changed in place.

Imports: anchors, layers, layers/align, model, parse, project, project/conversion, prove, read, render, render/pdf, site, text.
"""
