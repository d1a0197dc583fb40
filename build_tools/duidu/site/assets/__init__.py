"""Scripts and styles as they are delivered: under names that carry their content, one style sheet a kind of page with what it can use, nothing that no page needs.

Imports: project.
"""
