"""HTML → the lines that it shows: its tree, its lists, tables and notes. Where in the page they stand, ``read.webpage`` says.

Imports: model, text.
"""
