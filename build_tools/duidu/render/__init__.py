"""Documents and layers → what is published. Here: what all outputs share, the one place that escapes (``markdown.py``), the one that writes official text (``official.py``).

Imports: anchors, model, project, read, text.
"""
