"""check_reports.py COMMAND JUNIT_XSD [PAGE...]

Validates the reports of `validate` on our fixtures and the given pages: JSON, SARIF and GitLab's against the JSON Schemas
beside this file, JUnit's XML against the schema of Jenkins' xUnit plugin; that they all tell of the same findings; and the
schema of the configuration against what the command takes for one. Exit code 1 when something does not agree, or nothing
was found.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema_rs
from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMAS = ROOT / "Sources/WikitextValidator/JSONSchemas"
CONFIGURATION = SCHEMAS / "configuration.schema.json"
FIXTURES = SCHEMAS / "fixtures.schema.json"


def validator(path):
    schema = json.loads(path.read_text("utf-8"))
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def report(command, form, paths):
    result = subprocess.run(
        [command, "validate", "--no-config", "--format", form, *paths],
        capture_output=True, stdin=subprocess.DEVNULL, cwd=ROOT,
    )
    if result.returncode not in (0, 1):
        sys.exit(f"validate --format {form} ended with {result.returncode}: {result.stderr.decode()}")
    return result.stdout


def problems_of_json(name, value):
    errors = validator(HERE / f"{name}.schema.json").iter_errors(value)
    return [f"{name}: at /{'/'.join(map(str, e.instance_path))}: {e.message[:300]}" for _, e in zip(range(5), errors)]


def problems_of_junit(xsd, document):
    schema = etree.XMLSchema(etree.parse(xsd))
    if schema.validate(etree.ElementTree(document)):
        return []
    return [f"junit: line {error.line}: {error.message}" for error in list(schema.error_log)[:5]]


# What the command and the schema must agree on.
CONFIGURATIONS = [
    (True, {}),
    (True, {"rules": {"obsolete-tag": "off"}, "wiki": "dewiki", "fail-on": "never", "ignore": "a/**"}),
    (True, {"$schema": "x", "paths": [{"match": ["a", "b"], "rules": {"obsolete-tag": "error"}, "wiki": "de"}]}),
    (False, {"rules": {"obsolete-tag": "loud"}}),
    (False, {"rule": {}}),
    (False, {"paths": [{"rules": {}}]}),
    (False, {"paths": {"match": "a"}}),
    (False, {"fail-on": True}),
    (False, []),
]


def problems_of_configurations(command):
    schema = validator(CONFIGURATION)
    found = []
    for is_right, value in CONFIGURATIONS:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(value, file)
            file.flush()
            run = subprocess.run(
                [command, "validate", "--config", file.name, "-"], capture_output=True, input=b"The Isar"
            )
        if schema.is_valid(value) != is_right or (run.returncode == 0) != is_right:
            found.append(f"configuration {value}: schema {schema.is_valid(value)}, command {run.returncode}")
    return found


# The same for the settings of folders of fixtures.
FIXTURE_SETTINGS = [
    (True, {}),
    (True, {"$schema": "x", "wiki": "dewiki", "dialect": "wikitext", "rules": ["obsolete-tag"], "title": "Isar"}),
    (True, {"rules": []}),
    (False, {"rules": "obsolete-tag"}),
    (False, {"rules": ["obsolete-tag", 1]}),
    (False, {"dialect": "markdown"}),
    (False, {"wikis": "dewiki"}),
    (False, {"title": 1}),
    (False, []),
]


def problems_of_fixtures(command):
    schema = validator(FIXTURES)
    found = [
        f"{path.relative_to(ROOT)}: {error.message}"
        for path in sorted((ROOT / "Fixtures").rglob("fixtures.json"))
        for error in schema.iter_errors(json.loads(path.read_text("utf-8")))
    ]
    for is_right, value in FIXTURE_SETTINGS:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "isar.wikitext").write_text("The Isar\n")
            (folder / "isar.text.txt").write_text("The Isar\n")
            (folder / "fixtures.json").write_text(json.dumps(value))
            run = subprocess.run([command, "fixtures", "check", folder], capture_output=True)
        if schema.is_valid(value) != is_right or (run.returncode == 0) != is_right:
            found.append(f"fixtures {value}: schema {schema.is_valid(value)}, command {run.returncode}")
    return found


def main():
    command, xsd, *pages = sys.argv[1:]
    paths = ["Fixtures", *pages]
    values = {form: json.loads(report(command, form, paths)) for form in ("json", "sarif", "gitlab")}
    junit = etree.fromstring(report(command, "junit", paths))
    github = report(command, "github", paths).decode().splitlines()
    found = problems_of_json("findings", values["json"])
    found += problems_of_json("sarif", values["sarif"])
    found += problems_of_json("gitlab", values["gitlab"])
    found += problems_of_junit(xsd, junit)
    found += problems_of_configurations(command)
    found += problems_of_fixtures(command)
    run = values["sarif"]["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            found.append(f"sarif: ruleIndex {result['ruleIndex']} is not {result['ruleId']}")
    expected = collections.Counter(finding["rule"] for finding in values["json"])
    others = {
        "sarif": (result["ruleId"] for result in run["results"]),
        "gitlab": (finding["check_name"] for finding in values["gitlab"]),
        "junit": (case.get("name").split(" at ")[0] for case in junit.iter("testcase") if case.get("name") != "no findings"),
        "github": (line.split(",title=")[1].split("::")[0] for line in github),
    }
    for name, ids in others.items():
        if collections.Counter(ids) != expected:
            found.append(f"{name}: other findings than in JSON")
    fingerprints = collections.Counter(finding["fingerprint"] for finding in values["gitlab"])
    found += [f"gitlab: the fingerprint {value} is there {count} times" for value, count in fingerprints.items() if count > 1]
    for problem in found[:50]:
        print(problem)
    print(f"Reports: {sum(expected.values())} findings of {len(expected)} rules in 5 forms, {len(found)} problems")
    return 1 if found or not expected else 0


if __name__ == "__main__":
    sys.exit(main())
