"""The records that pass between the stages, and what a fault is; they know no file and no page.

Imports: nothing.
"""
