"""The host: MkDocs plugin, theme folder, the site built beside and switched, the server while writing.

Imports: model, project, project/conversion, prove, read, render, render/exports, site/assets.
"""
