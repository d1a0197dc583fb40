"""What every run on a project shares: one at a time in its folder, written whole or not at all, results kept for the next, faults printed.

Imports: model.
"""
