"""The converter: raw normative texts in, Markdown pages and data with an address for every sentence out.

One package per stage (CONTRIBUTING.md has the picture): read → parse → anchors → layers → render → prove → write.
Nothing in here imports mkdocs, except ``site.plugin``.
"""
