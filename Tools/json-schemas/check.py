"""check.py COMMAND [PAGE...]

Validates what the command writes against the JSON Schemas in Sources/WikitextWriters/JSONSchemas: Article JSON of the
dumps in Fixtures/dumps, and Article and Document JSON of the pages in Fixtures/pages and of the given pages. Exit code 1
when a record does not agree, or when nothing was validated.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

import jsonschema_rs

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Sources/WikitextWriters/JSONSchemas"
# A dump whose records hold little; the compressed ones hold the same pages.
DUMPS = sorted((ROOT / "Fixtures/dumps").glob("*.xml")) + [ROOT / "Fixtures/dumps/hundred-pages.xml.bz2"]


PAGES = sorted(map(str, (ROOT / "Fixtures/pages").iterdir()))


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.validator_for(schema)


VALIDATORS = {name: validator(name) for name in ("article", "document")}


def problems(name, record, origin):
    """What is wrong with a record, a line each, the first five."""
    found = []
    for error in VALIDATORS[name].iter_errors(record):
        place = "/".join(map(str, error.instance_path))
        found.append(f"{origin}: {name} JSON at /{place}: {error.message[:300]}")
        if len(found) == 5:
            break
    return found


def output(command, *arguments):
    result = subprocess.run([command, *arguments], capture_output=True, check=True, stdin=subprocess.DEVNULL)
    return [json.loads(line) for line in result.stdout.splitlines() if line.strip()]


def of_dump(command, dump):
    records = output(command, "convert", str(dump))
    return [problem for record in records for problem in problems("article", record, f"{dump.name} {record['name']}")], len(records)


def of_page(command, page):
    wiki = ["--wiki", page.parent.name] if page.parent.name.endswith(".wikipedia") else []
    article = output(command, "normalize", *wiki, str(page))
    document = output(command, "parse", "--to", "document", *wiki, str(page))
    found = [problem for record in article for problem in problems("article", record, page)]
    return found + [problem for record in document for problem in problems("document", record, page)], len(article) + len(document)


def main():
    command, *pages = sys.argv[1:]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda dump: of_dump(command, dump), DUMPS))
        results += pool.map(lambda page: of_page(command, pathlib.Path(page)), PAGES + pages)
    found = [problem for some, _ in results for problem in some]
    for problem in found[:50]:
        print(problem)
    count = sum(count for _, count in results)
    print(f"JSON Schemas: {count} records, {len(found)} problems")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
