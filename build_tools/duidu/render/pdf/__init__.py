"""Printed books and booklets, by Chromium.

Imports: anchors, layers, model, read, render, render/apparatus, render/pages.
"""
