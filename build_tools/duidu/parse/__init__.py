"""Lines → tree: what is title, head, paragraph, point; numbering styles (``markers.py``), what websites put around texts (``chrome.py``).

Imports: model, text.
"""
