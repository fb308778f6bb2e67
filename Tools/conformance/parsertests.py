"""The table of parser tests; run by the script `parsertests` beside it, which says what the arguments are."""

import argparse
import collections
import json
import os
import re
import sys

sys.dont_write_bytecode = True
MODES = ("strict", "structure")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("runner")
    parser.add_argument("engine")
    parser.add_argument("known")
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--only")
    parser.add_argument("--out")
    parser.add_argument("--update", action="store_true")
    return parser.parse_args()


def load(paths, only):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                test = json.loads(line)
                if not only or re.search(only, test["id"]):
                    yield test


def table(results):
    """Prints the share that passes: of all, by tag, by file."""
    rows = collections.defaultdict(lambda: [0, 0, 0])
    for test, differences in results:
        for key in [(0, "total")] + [(1, tag) for tag in test["tags"]] + [(2, test["file"])]:
            rows[key][0] += differences["strict"] is None
            rows[key][1] += differences["structure"] is None
            rows[key][2] += 1
    kind = None
    for key in sorted(rows):
        if key[0] != kind:
            kind = key[0]
            print(f"\n{('', 'tag', 'file')[kind]:40}  tests  strict  structure")
        strict, structure, count = rows[key]
        print(f"{key[1]:40} {count:6} {100 * strict / count:6.1f}% {100 * structure / count:9.1f}%")


def read_known(path):
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as file:
        return {line.split("#")[0].strip() for line in file} - {""}


def write_known(path, failures):
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Parser tests that fail (strict); written by Tools/conformance/parsertests --update.\n")
        file.writelines(f"{name}\n" for name in sorted(failures))


def compare(path, results):
    """Says what is not as the list has it; returns whether anything is."""
    known = read_known(path)
    failures = {test["id"] for test, differences in results if differences["strict"] is not None}
    passes = {test["id"] for test, _ in results} - failures
    for title, names in (("fail and did not", failures - known), ("pass and did not", passes & known)):
        if names:
            print(f"\n{len(names)} tests {title}:")
            for name in sorted(names):
                print("  " + name)
    return bool(failures - known or passes & known)


def main():
    options = arguments()
    sys.path.insert(0, options.runner)
    import run  # the shared runner: asks an engine, compares HTML

    tests = list(load(options.tests or [os.path.join(options.runner, "public.jsonl")], options.only))
    results, report = [], []
    for test, html, trouble in run.Engine(options.engine, 60).answers(tests):
        differences = {
            mode: [trouble] if trouble else run.judge(test, html, mode) for mode in MODES
        }
        results.append((test, differences))
        if differences["strict"] is not None:
            report.append({"id": test["id"], "tags": test["tags"], "wikitext": test["wikitext"], "html": html,
                           "difference": differences["strict"], "structure": differences["structure"] is None})
    table(results)
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            json.dump(report, file, ensure_ascii=False, indent=1)
    if options.tests:
        return 0
    if options.update:
        write_known(options.known, {test["id"] for test, differences in results if differences["strict"] is not None})
        return 0
    return 1 if compare(options.known, results) else 0


if __name__ == "__main__":
    sys.exit(main())
