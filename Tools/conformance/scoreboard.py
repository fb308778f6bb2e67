"""Scores held against recorded ones: a lower one fails a run, and so does a higher one that is not recorded yet."""


def recorded(path):
    """The scores of a file, by set and measure."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    entries = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(name, measure): score for name, measure, score in entries}


def judge(table, path, tool, update):
    """What is wrong with today's scores, a sentence; None where nothing is. With `update` they are recorded.

    table has for each set its measures, and for each of them the score as it is written.
    """
    today = {(name, measure): score for name, rows in table.items() for measure, score in rows.items()}
    known = recorded(path)
    if update:
        lines = [f"# Scores by set and measure; written by Tools/conformance/{tool} --update."]
        lines += ["\t".join((*key, score)) for key, score in (known | today).items()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return None
    changed = False
    for (name, measure), score in today.items():
        was = known.get((name, measure))
        if was is None or float(score) != float(was):
            word = "LOWER " if was is not None and float(score) < float(was) else "HIGHER"
            print(f"{word}  {name}: {measure}: {score}, was {was or 'not recorded'}")
            changed = True
    return f"{tool}: not what {path.name} records; --update records it, when that is meant" if changed else None
