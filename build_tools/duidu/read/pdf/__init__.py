"""A PDF → its lines: glyphs, printed lines, tables by their rules, what each page prints around the text, and paragraphs.

Imports: model, text.
"""
