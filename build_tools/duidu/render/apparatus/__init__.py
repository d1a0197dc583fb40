"""What stands beside official text in a page: counterparts, notes, marks of terms, and how relations are named and drawn.

Imports: anchors, layers, model, render, text.
"""
