#!/usr/bin/env python3
"""Records what docker's template functions lower, upper and title make of each code point, in case.txt beside this file.

Usage: record.py (docker on the PATH; no engine). A line of case.txt is FUNCTION FIRST LAST STEP DELTA: each STEPth code point
from FIRST to LAST becomes another one, DELTA higher. `separator FIRST LAST` are code points after which title begins a word.
All other code points stay what they are, and separate no words.
"""
import os, subprocess, tempfile
from pathlib import Path

CHUNK = 4000  # an argument may have 128 KiB
ALL = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]


def escaped(text):
    return "".join(c if ord(c) >= 0x80 else f"\\u{ord(c):04x}" for c in text)


def docker(function, text, env):
    command = ["docker", "context", "inspect", "--format", '{{%s "%s"}}' % (function, escaped(text))]
    out = subprocess.run(command, env=env, capture_output=True, check=True).stdout.decode()
    assert len(out) == len(text) + 1 and out[-1] == "\n", (function, text[0])
    return out[:-1]


def ranges(mapped):
    """The code points that become others, as runs of one step and one delta."""
    runs = []
    for c, to in sorted(mapped.items()):
        last = runs[-1] if runs else None
        if last and last[3] == to - c and (last[0] == last[1] or c - last[1] == last[2]) and c - last[1] <= 2:
            last[1], last[2] = c, c - last[1]
        else:
            runs.append([c, c, 1, to - c])
    return runs


with tempfile.TemporaryDirectory() as home:
    env = {"PATH": os.environ["PATH"], "HOME": home}
    mapped = {"lower": {}, "upper": {}, "title": {}}
    separators = {}
    for start in range(0, len(ALL), CHUNK):
        chunk = ALL[start : start + CHUNK]
        for function in "lower", "upper":
            result = docker(function, "".join(map(chr, chunk)), env)
            mapped[function].update((c, ord(to)) for c, to in zip(chunk, result) if c != ord(to))
        result = docker("title", "".join(f" {chr(c)}a" for c in chunk), env)
        mapped["title"].update((c, ord(to)) for c, to in zip(chunk, result[1::3]) if c != ord(to))
        separators.update((c, c) for c, to in zip(chunk, result[2::3]) if to == "A")
lines = [f"{f} {a:X} {b:X} {step} {delta}" for f in mapped for a, b, step, delta in ranges(mapped[f])]
for a, b, step, _ in ranges(separators):
    lines += [f"separator {a:X} {b:X}"] if step == 1 else [f"separator {c:X} {c:X}" for c in range(a, b + 1, step)]
version = subprocess.run(["docker", "--version"], capture_output=True, text=True, check=True).stdout.split(",")[0]
(Path(__file__).parent / "case.txt").write_text(f"# {version}, recorded by record.py\n" + "\n".join(lines) + "\n")
