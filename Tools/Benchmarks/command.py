"""Measures the command: a dump of 200 MB against bzip2 and lbzip2, and the start-up on a page of 10 KB."""

import argparse
import bz2
import filecmp
import multiprocessing
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

DUMP_SIZE = 200_000_000
CONVERT_OVER_BZIP2 = 1.3
CONVERT_MEMORY = 200e6
STARTUP = 0.020

# Dumps of the English Wikipedia, so that one siteinfo fits all their pages.
SOURCES = ["*enwiki*.xml", "*enwiki*.bz2", "NickShatalov*.xml", "tatuylonen+wikitextprocessor*.bz2"]


def shared():
    folder = os.environ.get("WIKITEXT_SHARED")
    return pathlib.Path(folder) if folder else pathlib.Path(__file__).resolve().parents[2].parent / "shared"


def make_dump(path, size):
    """Repeats the pages of the real dumps, each time with other ids and titles."""
    head = None
    pages = []
    for pattern in SOURCES:
        for source in sorted((shared() / "corpus" / "dumps").glob(pattern)):
            data = source.read_bytes()
            if source.suffix == ".bz2":
                data = bz2.decompress(data)
            start = data.find(b"<page>")
            if head is None and b"</siteinfo>" in data[:start]:
                head = data[:start]
            pages += re.findall(rb"<page>.*?</page>", data, re.DOTALL)
    if head is None or not pages:
        sys.exit(f"command: there are no dumps in {shared()}/corpus/dumps")
    number = 0
    with open(path, "wb") as output:
        written = output.write(head)
        while written < size:
            for page in pages:
                number += 1
                page = re.sub(rb"<id>\d+</id>", b"<id>%d</id>" % number, page, count=1)
                page = re.sub(rb"</title>", b" (%d)</title>" % number, page, count=1)
                written += output.write(page + b"\n  ")
                if written >= size:
                    break
        output.write(b"</mediawiki>\n")
    print(f"dump: {number} pages, {written / 1e6:.0f} MB, from {len(pages)} real ones")


def measure(command, output=None):
    """Wall seconds, CPU seconds and peak memory of a process."""
    with open(output, "wb") if output else open(os.devnull, "wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"command: {' '.join(map(str, command))} failed ({process.returncode}): {errors.decode()[-500:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def dump(options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="wikitext-bench-"))
    try:
        return measure_dump(options, folder)
    finally:
        shutil.rmtree(folder)


def measure_dump(options, folder):
    plain, packed = folder / "dump.xml", folder / "dump.xml.bz2"
    # In a process of its own: on Linux a child's peak memory starts at what its parent had.
    maker = multiprocessing.get_context("spawn").Process(target=make_dump, args=(plain, options.size))
    maker.start()
    maker.join()
    if maker.exitcode != 0:
        sys.exit("command: the dump could not be made")
    size = plain.stat().st_size
    with open(packed, "wb") as sink:
        tool = "lbzip2" if shutil.which("lbzip2") else "bzip2"
        subprocess.run([tool, "-c", plain], check=True, stdout=sink)

    def convert(source, jobs, name):
        return [options.wikitext, "convert", source, "--output", folder / name, "--jobs", str(jobs)]

    rows = [
        ("bzip2 -dc", ["bzip2", "-dc", packed]),
        ("lbzip2 -n1 -dc", ["lbzip2", "-n1", "-dc", packed]),
        ("lbzip2 -dc", ["lbzip2", "-dc", packed]),
        ("convert --jobs 1, XML", convert(plain, 1, "one.jsonl")),
        ("convert --jobs 2, XML", convert(plain, 2, "two.jsonl")),
        ("convert --jobs 1, bz2", convert(packed, 1, "one-bz2.jsonl")),
        ("convert --jobs 2, bz2", convert(packed, 2, "two-bz2.jsonl")),
    ]
    results = {}
    for round in range(options.rounds):
        for name, command in rows:
            if shutil.which(command[0]) is None:
                if round == 0:
                    print(f"{name}: skipped, {command[0]} is not installed")
                continue
            for old in folder.glob("*.jsonl*"):
                if command[0] == options.wikitext and str(old).startswith(str(folder / command[4].name)):
                    old.unlink()
            results.setdefault(name, []).append(measure(command))
    print(f"{'MB of XML per second':<28}{'wall':>8}{'CPU':>8}{'peak MB':>9}")
    for name, rounds in results.items():
        wall = min(r[0] for r in rounds)
        cpu = min(r[1] for r in rounds)
        peak = max(r[2] for r in rounds)
        print(f"{name:<28}{size / 1e6 / wall:>8.1f}{size / 1e6 / cpu:>8.1f}{peak / 1e6:>9.1f}")
    missed = False
    if "bzip2 -dc" in results:
        ratio = min(r[0] for r in results["bzip2 -dc"]) / min(r[0] for r in results["convert --jobs 1, XML"])
        missed = ratio < CONVERT_OVER_BZIP2
        print(f"convert --jobs 1 / bzip2 -dc: {ratio:.2f} (target {CONVERT_OVER_BZIP2})")
    peak = max(r[2] for name, rounds in results.items() if name.startswith("convert") for r in rounds)
    missed = missed or peak > CONVERT_MEMORY
    print(f"peak memory of convert: {peak / 1e6:.0f} MB (target {CONVERT_MEMORY / 1e6:.0f})")
    for other in ["two.jsonl", "one-bz2.jsonl", "two-bz2.jsonl"]:
        if not filecmp.cmp(folder / "one.jsonl", folder / other, shallow=False):
            print(f"WRONG: one.jsonl and {other} differ")
            return 1
    print("the outputs of one and two jobs, of XML and bz2, are the same")
    return 1 if options.check and missed else 0


def startup(options):
    articles = sorted((shared() / "corpus" / "articles" / "en.wikipedia").glob("*.wikitext"))
    page = min(articles, key=lambda path: abs(path.stat().st_size - 10_000))
    walls = sorted(measure([options.wikitext, "parse", page])[0] for _ in range(21))
    floor = statistics.median(measure(["true"])[0] for _ in range(21))
    median = statistics.median(walls)
    print(
        f"wikitext parse of {page.stat().st_size} bytes: median {median * 1000:.1f} ms of {len(walls)} runs, "
        f"best {walls[0] * 1000:.1f} (target {STARTUP * 1000:.0f}); starting `true`: {floor * 1000:.1f} ms"
    )
    return 1 if options.check and median > STARTUP else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["dump", "startup"])
    parser.add_argument("wikitext")
    parser.add_argument("--size", type=int, default=DUMP_SIZE)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    sys.exit(dump(options) if options.what == "dump" else startup(options))


if __name__ == "__main__":
    main()
