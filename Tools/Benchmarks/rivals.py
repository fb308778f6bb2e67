"""Times our stages and the rivals' parsers over the same articles, in turns, and prints the ratios."""

import argparse
import pathlib
import os
import statistics
import subprocess
import sys
import time

import mwparserfromhell
import wikitextparser

TARGETS = [
    # what of ours, whose, at least, aiming at
    ("tree", "mwparserfromhell", 75, 125),
    ("article", "mwparserfromhell", 20, 40),
    ("validate", "mwparserfromhell", 15, None),
    ("tree", "wikitextparser", None, None),
]


def seconds():
    """CPU seconds where they are counted finely enough, else those of the wall."""
    return time.process_time() if CPU_CLOCK_IS_FINE else time.perf_counter()


def cpu_clock_is_fine():
    start = time.process_time()
    while (step := time.process_time()) == start:
        pass
    while (end := time.process_time()) == step:
        pass
    return end - step < 0.0001


CPU_CLOCK_IS_FINE = cpu_clock_is_fine()


def time_rival(parse, pages):
    start = seconds()
    for page in pages:
        parse(page)
    return seconds() - start


def time_ours(bench, folder, every):
    """One round of each stage, best of three: ours are so short that one alone would be noise."""
    command = [bench, "corpus", folder, "--machine", "--every", str(every), "--rounds", "3"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    times = {}
    for line in output.splitlines():
        stage, count, *rounds = line.split()
        times[stage] = (int(count), min(map(float, rounds)))
    return times


def rendered_rates(bench, folder):
    """MB a second of the readers of rendered pages, and of libxml2's own parser, by stage."""
    command = [bench, "pages", str(folder), "--machine", "--rounds", "5"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rates = {}
    for line in output.splitlines():
        stage, count, *rounds = line.split()
        rates[stage] = int(count) / 1e6 / min(map(float, rounds))
    return rates


def report_rendered(rates, rival):
    """Prints the readers of rendered pages beside what they are measured by; whether a target was missed."""
    missed = False
    print(f"{'rendered pages, MB per second':<44}{'best':>9}")
    for title, stage in (("libxml2's tree of HTML", "libxml2"), ("document of HTML", "html"), ("document of page text", "page-text")):
        print(f"{title:<44}{rates[stage]:>9.1f}")
    for title, ratio, target in (
        ("HTML / libxml2's own parser", rates["html"] / rates["libxml2"], 0.5),
        ("page text / mwparserfromhell (wikitext)", rates["page-text"] / rival, 75),
    ):
        note = "" if ratio >= target else "  MISSED"
        missed = missed or bool(note)
        print(f"{title:<44}{ratio:>9.2f}           target {target}{note}")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench")
    parser.add_argument("--every", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()

    folder = pathlib.Path(os.environ["WIKITEXT_SHARED"]) / "corpus" / "articles"
    listing = [options.bench, "corpus", str(folder), "--list", "--every", str(options.every)]
    paths = subprocess.run(listing, check=True, capture_output=True, text=True).stdout.splitlines()
    sources = [(folder / path).read_bytes() for path in paths]
    size = sum(map(len, sources))
    pages = [source.decode("utf-8", "replace") for source in sources]

    rivals = {"mwparserfromhell": mwparserfromhell.parse, "wikitextparser": wikitextparser.parse}
    times = {}
    for round in range(options.rounds):
        for stage, (count, best) in time_ours(options.bench, str(folder), options.every).items():
            if count != size:
                sys.exit(f"rivals: bench read {count} bytes, not {size}")
            times.setdefault(stage, []).append(best)
        for name, parse in rivals.items():
            times.setdefault(name, []).append(time_rival(parse, pages))

    clock = "CPU" if CPU_CLOCK_IS_FINE else "wall (the CPU clock here is too coarse)"
    print(f"every {options.every}th article: {len(pages)} pages, {size / 1e6:.2f} MB; {options.rounds} rounds in turns")
    print(f"{'MB per second, ' + clock:<44}{'best':>9}{'median':>9}")
    for name, rounds in times.items():
        title = {"article": "Article JSON"}.get(name, name)
        print(f"{title:<44}{size / 1e6 / min(rounds):>9.1f}{size / 1e6 / statistics.median(rounds):>9.1f}")
    missed = False
    print(f"{'ratio':<44}{'best':>9}{'median':>9}")
    for ours, theirs, target, aim in TARGETS:
        best = min(times[theirs]) / min(times[ours])
        median = statistics.median(times[theirs]) / statistics.median(times[ours])
        title = {"article": "Article JSON"}.get(ours, ours)
        wanted = f"  target {target}" if target else ""
        wanted += f", aim {aim}" if aim else ""
        wanted += "  MISSED" if target and median < target else ""
        missed = missed or bool(target and median < target)
        print(f"{title + ' / ' + theirs:<44}{best:>9.1f}{median:>9.1f}{wanted}")
    pages = pathlib.Path(os.environ["WIKITEXT_SHARED"]) / "conformance" / "structured"
    if pages.is_dir():
        rival = size / 1e6 / min(times["mwparserfromhell"])
        missed = report_rendered(rendered_rates(options.bench, pages), rival) or missed
    if options.check and missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
