"""What stands beside the texts, keyed by unit: links with their coverage, terms, notes. A layer collects, says what it has at a unit, and yields its faults.

Imports: anchors, layers/align, model, read, text.
"""
