"""The converter: raw normative texts in, Markdown pages and data with an address for every sentence out.

One room per stage (CONTRIBUTING.md has the picture): read → parse → anchors → layers → render → prove → project.
Nothing in here knows mkdocs but ``site``.
"""
