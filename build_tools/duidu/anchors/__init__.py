"""Addresses: the natural one by printed number, the lasting one by anchors.tsv, and the published Document that has them.

Imports: model, parse, text.
"""
