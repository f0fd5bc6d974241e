"""Runs the programs of measure.py in a small process: a program's peak memory is at least that of its parent, which
must therefore be smaller. Reads commands, one per line, as words separated by tabs; the first word is the file for
standard input. Prints wall time and CPU time in seconds, peak memory in kB and the wait status."""

import os
import sys
import time

for line in sys.stdin:
    stdin, *words = line.rstrip("\n").split("\t")
    streams = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    begin = time.perf_counter()
    process = os.posix_spawnp(words[0], words, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status, flush=True)
