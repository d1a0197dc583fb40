"""A Word file → its lines: the package and its parts, automatic numbers, paragraphs, and what is around them.

Imports: model, text.
"""
