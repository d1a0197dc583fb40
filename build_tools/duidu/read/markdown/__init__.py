"""A Markdown file → its lines as shown: paragraphs by its own grammar, HTML and front matter inside it, and what is left out.

Imports: model, read/page.
"""
