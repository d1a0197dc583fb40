"""The host: MkDocs plugin, theme folder, scripts and styles as they are delivered, the site built beside and switched, the server while writing.

Imports: alone, convert, kept, model, prove, read, record, render, render/exports, report, switch, write.
"""
