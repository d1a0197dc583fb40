"""The host: MkDocs plugin, theme folder, scripts and styles as they are delivered, the site built beside and switched, the server while writing.

Imports: model, project, project/conversion, prove, read, render, render/exports.
"""
