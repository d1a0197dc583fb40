"""Characters and words, whatever document they stand in: folded and displayed text, numerals, where sentences and lines end, two wordings compared.

Imports: nothing.
"""
