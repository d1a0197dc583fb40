"""Bytes and YAML → records, every value with its place: raw texts by their format, and the files that people write below source/. A format shows lines and where they stand;
what is chrome, title or head, parse says.

Imports: model, read/docx, read/markdown, read/page, read/pdf, text.
"""
