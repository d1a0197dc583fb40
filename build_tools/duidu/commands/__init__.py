"""One module for each verb of ``duidu``, and what they share: arguments, YAML changed in place.

Imports: align, alone, anchors, convert, kept, layers, model, parse, prove, read, render, render/pdf, report, reuse, site, switch, text, write.
"""
