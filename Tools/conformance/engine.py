"""How the scoreboards ask the engine: through its command, as anyone would."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def build():
    """The path of the command, after it was built in the configuration that CONFIGURATION names (release)."""
    configuration = os.environ.get("CONFIGURATION", "release")
    subprocess.run(["swift", "build", "-c", configuration, "--product", "wikitext"], cwd=ROOT, check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return str(ROOT / ".build" / configuration / "wikitext")


def infoboxes(command, page, wiki, title=None, *options):
    """The infoboxes of a page, as `wikitext infobox --json` gives them."""
    arguments = [command, "infobox", "--json", "--from", "wikitext", "--wiki", wiki, *options, "-"]
    if title:
        arguments[-1:-1] = ["--title", title]
    result = subprocess.run(arguments, input=page.encode(), capture_output=True)
    if result.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {result.stderr.decode()}")
    return json.loads(result.stdout)
