"""HTML → the lines that it shows: its tree, its lists, tables and notes. Which lines are the document's, ``read.webpage`` says.

Imports: parse, text.
"""
