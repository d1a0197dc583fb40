"""A PDF with a text layer → its lines."""

from __future__ import annotations

from ..reading import Reading, Refused


def read_pdf(data: bytes) -> Reading:
    """Raises Refused."""
    raise Refused(f"PDF 文件（{len(data)} 字节）还不能读", "在阅读程序里把文字全部复制出来，存成 .txt")
