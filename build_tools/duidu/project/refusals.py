"""Why the system refused to read or to write, in the words of those who read it: the one place that knows what its numbers mean."""

from __future__ import annotations

import errno

_EITHER = {
    errno.EIO: "磁盘出错",
    errno.ESTALE: "它所在的网络盘断开了",
}
_READING = _EITHER | {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
}
_WRITING = _EITHER | {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超过了磁盘配额",
    errno.EFBIG: "超过了文件大小的限制",
    errno.EACCES: "没有写的权限",
    errno.EPERM: "没有写的权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "那里有一个同名的文件",
    errno.EISDIR: "那里有一个同名的文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "那里有一个通到项目以外的链接",
}


_LISTENING = {
    errno.EADDRINUSE: "已经有别的程序在用",
    errno.EACCES: "没有权限",
}


def reason(error: OSError) -> str:
    """Why something could not be written."""
    return _WRITING.get(error.errno or 0) or error.strerror or "写不进去"


def reason_unread(error: OSError) -> str:
    """Why a file could not be read, where nobody could do anything but say so; "" of what is a bug of ours."""
    return _READING.get(error.errno or 0, "")


def reason_deaf(error: OSError) -> str:
    """Why a port could not be listened at."""
    return _LISTENING.get(error.errno or 0) or error.strerror or "打不开"
