"""The records that pass between the stages, how marks, anchors and citations are written, and what a fault is; they know no file and no page.

Imports: text.
"""
