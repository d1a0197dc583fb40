"""Bytes and YAML → records, every value with its place: raw texts by their format, and the files that people write below source/.

Imports: model, parse, read/docx, read/page, read/pdf, text.
"""
