"""Printed books and booklets, by Chromium.

Imports: anchors, layers, model, render, render/apparatus, render/pages, text.
"""
