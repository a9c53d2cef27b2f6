"""On Linux, a filter of system calls: no connections, no other processes, no file opened for writing.

The filter is a small program for the kernel (seccomp(2), the constants from linux/filter.h, linux/seccomp.h
and the tables of system calls of each processor). A refused call fails like one without permission, so that a
library which only tries goes on.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_THREAD = 0x10000
_UNKNOWN_TO_KERNEL = ("clone3", "openat2")
"""Calls whose arguments a filter cannot see: told to be unknown, so that the older call is made."""

_X86_64 = {
    "socket": 41, "connect": 42, "sendto": 44, "sendmsg": 46, "bind": 49, "listen": 50, "socketpair": 53,
    "fork": 57, "vfork": 58, "execve": 59, "kill": 62, "truncate": 76, "rename": 82, "mkdir": 83, "rmdir": 84,
    "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "chown": 92, "lchown": 94,
    "ptrace": 101, "mknod": 133, "mount": 165, "setxattr": 188, "add_key": 248, "keyctl": 250,
    "mkdirat": 258, "mknodat": 259, "fchownat": 260, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "symlinkat": 266, "fchmodat": 268, "unshare": 272, "perf_event_open": 298, "setns": 308,
    "process_vm_readv": 310, "process_vm_writev": 311, "renameat2": 316, "bpf": 321, "execveat": 322,
    "userfaultfd": 323, "io_uring_setup": 425, "clone3": 435, "openat2": 437,
}  # fmt: skip
_AARCH64 = {
    "setxattr": 5, "mknodat": 33, "mkdirat": 34, "unlinkat": 35, "symlinkat": 36, "linkat": 37,
    "renameat": 38, "mount": 40, "truncate": 45, "fchmodat": 53, "fchownat": 54, "unshare": 97,
    "ptrace": 117, "kill": 129, "socket": 198, "socketpair": 199, "bind": 200, "listen": 201, "connect": 203,
    "sendto": 206, "sendmsg": 211, "add_key": 217, "keyctl": 219, "execve": 221, "perf_event_open": 241,
    "setns": 268, "process_vm_readv": 270, "process_vm_writev": 271, "renameat2": 276, "bpf": 280,
    "execveat": 281, "userfaultfd": 282, "io_uring_setup": 425, "clone3": 435, "openat2": 437,
}  # fmt: skip
_MACHINES: dict[str, tuple[int, dict[str, int], dict[int, int], int]] = {
    # architecture, calls refused, calls that open (number: which argument holds the flags), clone
    "x86_64": (0xC000003E, _X86_64, {2: 1, 257: 2}, 56),
    "aarch64": (0xC00000B7, _AARCH64, {56: 2}, 220),
}


def refuse_system_calls() -> bool:
    """Puts the filter on this process, for good; False where the kernel or the processor has none."""
    machine = _MACHINES.get(os.uname().machine)
    if machine is None:
        return False
    program = _program(*machine)
    instructions = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    )
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    number = ctypes.c_ulong
    prctl.argtypes = (ctypes.c_int, number, ctypes.c_void_p, number, number)
    if prctl(_NO_NEW_PRIVILEGES, 1, None, 0, 0) != 0:
        return False
    return bool(prctl(_SET_FILTER, _FILTER, ctypes.addressof(header), 0, 0) == 0)


def _program(architecture: int, refused: dict[str, int], opening: dict[int, int], clone: int) -> bytes:
    """The instructions: each call is compared in turn, and what is not named is allowed."""
    steps = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_EQUAL, architecture, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
    ]
    for name, number in refused.items():
        error = errno.ENOSYS if name in _UNKNOWN_TO_KERNEL else errno.EPERM
        steps += [_step(_EQUAL, number, 0, 1), _step(_RETURN, _ERROR | error)]
    for number, argument in opening.items():
        steps += _unless(number, argument, _WRITING, refuse_if_set=True)
    steps += _unless(clone, 0, _THREAD, refuse_if_set=False)
    return b"".join((*steps, _step(_RETURN, _ALLOW)))


def _unless(number: int, argument: int, bits: int, *, refuse_if_set: bool) -> list[bytes]:
    """Refuses a call for bits in the lower half of an argument; both processors are little-endian."""
    refused = _step(_RETURN, _ERROR | errno.EPERM)
    allowed = _step(_RETURN, _ALLOW)
    if_set, if_not = (refused, allowed) if refuse_if_set else (allowed, refused)
    return [
        _step(_EQUAL, number, 0, 4),
        _step(_LOAD, _ARGUMENTS_AT + 8 * argument),
        _step(_ANY_BIT, bits, 0, 1),
        if_set,
        if_not,
    ]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
