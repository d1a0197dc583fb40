"""Lines → tree: what is title, head, paragraph, point; what websites put around texts (``chrome.py``).

Imports: model, text.
"""
