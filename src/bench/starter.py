"""Runs the programs that measure.py names, in a process of its own: a program's peak of memory begins with what its
starter holds, so that must be less than any of them takes. A command's words come on a line, with tabs between them,
the first one the file to be its standard input; back come seconds of wall and of CPU time, kB, and the status."""

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
