"""A saved web page → its lines: its tree, the lines that it shows, its lists, tables and notes, and where in the page each stands.

Imports: model, text.
"""
