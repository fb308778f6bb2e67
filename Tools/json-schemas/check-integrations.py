#!/usr/bin/env python3
"""Checks that action.yml and .pre-commit-hooks.yaml are what GitHub and pre-commit read, and call what there is."""

import re
import subprocess
import sys

import yaml


def fail(message):
    sys.exit(f"check-integrations: {message}")


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def is_accepted(wikitext, words):
    """Whether the command knows a subcommand and all of the options that it is called with."""
    names = [word for word in words if not word.startswith("-")]
    help_text = subprocess.run(
        [wikitext, *names, "--help"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    options = [word for word in words if word.startswith("--")]
    return help_text.returncode == 0 and all(
        re.search(rf"(^|\s){re.escape(option)}\b", help_text.stdout) for option in options
    )


def check_hooks(wikitext):
    hooks = load(".pre-commit-hooks.yaml")
    if len({hook["id"] for hook in hooks}) != len(hooks):
        fail("two hooks have one id")
    for hook in hooks:
        missing = {"id", "name", "entry", "language"} - hook.keys()
        if missing:
            fail(f"the hook {hook.get('id')} has no {', '.join(sorted(missing))}")
        if hook["language"] != "swift":
            fail(f"the hook {hook['id']} is not built as the package is")
        if "files" in hook and not re.compile(hook["files"]).search("pages/isar.wikitext"):
            fail(f"the hook {hook['id']} passes over pages")
        program, *words = hook["entry"].split()
        if program != "wikitext" or not is_accepted(wikitext, words):
            fail(f"the hook {hook['id']} calls what there is not: {hook['entry']}")
    return len(hooks)


def check_action(wikitext):
    action = load("action.yml")
    for key in ("name", "description", "inputs", "runs"):
        if key not in action:
            fail(f"action.yml has no {key}")
    runs = action["runs"]
    if runs["using"] != "composite":
        fail("the action is not composite")
    for step in runs["steps"]:
        if "run" in step and "shell" not in step:
            fail(f"the step {step['name']} has no shell")
        if "run" in step and "${{" in step["run"]:
            fail(f"the step {step['name']} puts text of others into a script; use env")
        if "run" in step:
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
    text = yaml.safe_dump(action)
    for name in re.findall(r"inputs\.([a-z-]+)", text):
        if name not in action["inputs"]:
            fail(f"the action has no input {name}")
    script = runs["steps"][-1]["run"]
    calls = re.findall(r'"\$wikitext" ([a-z]+(?: [a-z]+)?(?: --[a-z-]+(?: github)?)*)', script)
    if len(calls) < 3:
        fail("the action does not call validate, format and fixtures")
    for call in calls:
        words = [word for word in call.split() if word != "github"]
        if not is_accepted(wikitext, words):
            fail(f"the action calls what there is not: {call}")
    return len(calls)


if __name__ == "__main__":
    command = sys.argv[1]
    print(f"{check_hooks(command)} hooks and {check_action(command)} calls of the action are sound", file=sys.stderr)
