"""The article that a document holds, in the format that rendered pages are scored in.

The document is Document JSON (`wikitext parse --to document`). Nothing is parsed here: what is not in the tree is not in
the article. Text is folded as the format wants it, and no more. What the engine makes of it comes from Article JSON
(`wikitext normalize`): labels that it infers, and the parts of references.
"""
import re

BLOCKS = frozenset(
    "root section heading paragraph list listItem term description table tableCaption tableRow tableCell gallery "
    "preformatted thematicBreak block referenceList".split())
# What the format leaves out of all text: figures, formulas and lists of references; infoboxes stand apart.
SILENT = frozenset("image gallery math extension referenceList".split())
ITEMS = frozenset("listItem term description".split())
QUOTES = frozenset("blockquote poem".split())
INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
SNIPPET, FIRST_TEXT = 40, 60


def folded(text):
    """White space collapsed and invisible characters dropped."""
    return re.sub(r"\s+", " ", INVISIBLE.sub("", text)).strip()


def attribute(node, name):
    """The value of an attribute; of several the last."""
    return next((entry["value"] for entry in reversed(node.get("attributes", ())) if entry["name"] == name), None)


def children(node):
    return node.get("children", ())


def nodes_in_order(root):
    """All nodes; each stands at its number."""
    nodes = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        waiting.extend(reversed(children(node)))
    return nodes


def is_page_mark(node):
    """Whether a raised text names pages of the reference before it: ": 12"."""
    return node["type"] == "element" and node.get("name") == "sup" and re.match(r"\s*:\s*\S", plain(node)) is not None


def plain(node):
    if node["type"] == "text":
        return node["value"]
    return "".join(plain(child) for child in children(node))


def marker_of(node):
    """The mark of a reference or of a note such as "[citation needed]", with its kind; None for other nodes."""
    kind = node["type"]
    if kind == "reference":
        return attribute(node, "mark") or str(node["number"] + 1), "ref"
    if kind == "template" and "tag" in node:
        return node["name"], "note"
    return (folded(plain(node)).lstrip(": "), "page") if is_page_mark(node) else None


class Flow:
    """Text put together from nodes, and the marks that stood in it."""

    def __init__(self, without=frozenset(), shows_images=False):
        self.without = without
        self.shows_images = shows_images
        self.pieces = []
        self.marks = []

    def add(self, nodes):
        for node in nodes:
            self.visit(node)
        return self

    def visit(self, node):
        kind = node["type"]
        if kind == "text":
            self.pieces.append(node["value"])
        elif kind == "break":
            self.pieces.append(" ")
        elif kind == "code":
            self.pieces.append(node["value"])
        elif mark := marker_of(node):
            self.marks.append((*mark, "".join(self.pieces)))
            if kind == "reference" and (pages := attribute(node, "pages")):
                self.marks.append((folded(pages), "page", "".join(self.pieces)))
        elif kind in self.without or (kind in SILENT and not (kind == "image" and self.shows_images)):
            self.pieces.append(" ")
        elif node.get("isInfobox"):
            self.pieces.append(" ")
        else:
            # Blocks never join words.
            around = " " if kind in BLOCKS else ""
            self.pieces.append(around)
            if kind == "externalLink" and node.get("numbered"):
                self.pieces.append(plain(node) or "[1]")
            else:
                self.add(child for child in children(node) if child["type"] != "argument")
            self.pieces.append(around)

    @property
    def text(self):
        return folded("".join(self.pieces))

    @property
    def markers(self):
        return ["note:" + mark if kind == "note" else mark for mark, kind, _ in self.marks]


def items_of(nodes, shows_images=False):
    """The text of the nodes, divided at list items, line breaks and blocks."""
    items = []
    flow = [Flow(shows_images=shows_images)]

    def finish():
        if flow[0].text:
            items.append(flow[0].text)
        flow[0] = Flow(shows_images=shows_images)

    def visit(node):
        if node["type"] == "break":
            finish()
        elif node["type"] in BLOCKS and node["type"] not in SILENT:
            finish()
            for child in children(node):
                visit(child)
            finish()
        else:
            flow[0].visit(node)

    for node in nodes:
        visit(node)
    finish()
    return items


class Field(dict):
    """A row of an infobox, and where it stands in the page."""

    bytes = (0, 0)


class Article:
    """Gathers the parts of one document."""

    def __init__(self, page, root):
        self.nodes = nodes_in_order(root)
        self.root = root
        self.section = "(lead)"
        self.lost_sections = 0
        # Sections that nothing has stood in yet.
        self.waiting = []
        # The entries of reference lists, with the numbers of their references.
        self.entries = []
        self.article = {"page": page, "title": root.get("title"), "lang": root.get("language")} | {
            key: [] for key in "infoboxes sections paragraphs lists tables citations references links categories".split()}
        for number in root.get("infoboxes", ()):
            self.nodes[number]["isInfobox"] = True

    def gather(self):
        self.blocks(children(self.root))
        self.links(self.root)
        self.article["categories"] = [entry["name"] for entry in self.root.get("categories", ())]
        return self.article

    # Blocks

    def blocks(self, nodes, quote=False):
        run = []
        for node in nodes:
            if node["type"] in BLOCKS or node.get("isInfobox"):
                self.end_quote_source(run, quote)
                run = []
                self.block_node(node, quote)
            else:
                run.append(node)
        self.end_quote_source(run, quote)

    def end_quote_source(self, run, quote):
        """Text of a quote outside of its paragraphs names its source."""
        if quote and run:
            self.paragraph(run, "quote-source")

    def block_node(self, node, quote):
        kind = node["type"]
        if node.get("isInfobox"):
            self.infobox(node)
        elif kind == "section":
            self.begin_section(node)
            self.blocks(children(node))
        elif kind == "paragraph":
            self.paragraph(children(node), "quote" if quote else None)
        elif kind == "list":
            self.list(node, quote)
        elif kind == "table":
            self.table(node, quote)
        elif kind == "referenceList":
            self.reference_list(node)
        elif kind not in ("heading", "gallery", "preformatted"):
            self.blocks(children(node), quote or node.get("name") in QUOTES)

    def begin_section(self, node):
        heading = next((child for child in children(node) if child["type"] == "heading"), None)
        is_lost = attribute(node, "mark") == "blank"
        if node["depth"] < 2 or (heading is None and not is_lost):
            return
        title = None if heading is None else Flow().add(children(heading)).text
        section = {"level": node["depth"], "title": title or None, "first_text": None}
        if mark := attribute(node, "mark"):
            section["mark"] = mark
        self.article["sections"].append(section)
        self.waiting.append(section)
        if title:
            self.section = title
        else:
            self.lost_sections += 1
            self.section = f"(lost {self.lost_sections})"

    def stands(self, text):
        """Notes a text that stands in the section: what it begins with, where it is the first."""
        if text and self.waiting:
            for section in self.waiting:
                section["first_text"] = text[:FIRST_TEXT].strip()
            self.waiting = []

    def cite(self, flow):
        for mark, kind, before in flow.marks:
            self.article["citations"].append({
                "marker": mark, "kind": kind, "after_text_snippet": folded(before)[-SNIPPET:], "section": self.section})

    def with_markers(self, entry, flow):
        return entry | {"markers": flow.markers} if flow.marks else entry

    def paragraph(self, nodes, kind):
        flow = Flow().add(nodes)
        self.cite(flow)
        if not flow.text:
            return
        self.stands(flow.text)
        entry = {"section": self.section, "text": flow.text} | ({"kind": kind} if kind else {})
        self.article["paragraphs"].append(self.with_markers(entry, flow))

    def list(self, node, quote):
        kind = "dl" if node.get("definition") else "ol" if node["ordered"] else "ul"
        entry = {"section": self.section, "kind": kind, "items": []}
        self.items(node, 1, entry["items"], quote)
        if entry["items"]:
            self.article["lists"].append(entry)

    def items(self, node, level, items, quote):
        for item in children(node):
            if item["type"] not in ITEMS:
                continue
            flow = Flow(without=frozenset(("list", "table"))).add(children(item))
            self.cite(flow)
            if flow.text:
                self.stands(flow.text)
                entry = {"level": level, "text": flow.text} | ({"kind": "dt"} if item["type"] == "term" else {})
                items.append(self.with_markers(entry, flow))
            self.below_item(item, level, items, quote)

    def below_item(self, node, level, items, quote):
        """The lists and tables that stand in an item, in whatever elements."""
        for child in children(node):
            if child["type"] == "list":
                self.items(child, level + 1, items, quote)
            elif child["type"] == "table":
                self.table(child, quote)
            elif child["type"] == "referenceList":
                self.reference_list(child)
            elif child["type"] == "block":
                self.below_item(child, level, items, quote)

    def table(self, node, quote):
        if attribute(node, "role") == "presentation":
            for row in children(node):
                for cell in children(row):
                    self.blocks(children(cell), quote)
            return
        caption = None
        rows = []
        for part in children(node):
            if part["type"] == "tableCaption" and caption is None:
                caption = Flow().add(children(part)).text or None
            elif part["type"] == "tableRow":
                cells = [self.cell(cell) for cell in children(part) if cell["type"] == "tableCell"]
                if cells:
                    rows.append(cells)
        if sum(map(len, rows)) > 1:
            self.article["tables"].append({"section": self.section, "caption": caption, "rows": rows})

    def cell(self, node):
        flow = Flow().add(children(node))
        self.cite(flow)
        self.stands(flow.text)
        return flow.text

    def reference_list(self, node):
        for entry in children(node):
            if entry["type"] != "reference":
                continue
            flow = Flow().add(children(entry))
            reference = {
                "number": attribute(entry, "mark") or str(len(self.article["references"]) + 1),
                "backlinks": (attribute(entry, "backlinks") or "").split(), "text": flow.text}
            self.entries.append((entry["number"], reference))
            if "group" in entry:
                reference["group"] = entry["group"]
            if urls := [link["url"] for link in nodes_in_order(entry) if link["type"] == "externalLink"]:
                reference["urls"] = urls
            self.stands(flow.text)
            self.article["references"].append(reference)

    # Infoboxes

    def infobox(self, node):
        box = {"caption": attribute(node, "caption"), "fields": []}
        self.fields(node, box["fields"])
        self.article["infoboxes"].append(box)

    def fields(self, node, fields):
        for row in children(node):
            if row["type"] != "argument":
                continue
            role = attribute(row, "role")
            items = items_of(children(row), shows_images=role == "image")
            label = folded(row.get("name") or "") or None
            field = Field(label=label, value_text=" ".join(items), items=items, group=attribute(row, "group"))
            field.bytes = row["bytes"]
            field |= {key: value for key in ("role", "lost") if (value := attribute(row, key))}
            if images := [image["url"] for image in nodes_in_order(row) if image["type"] == "image"]:
                field["image"] = images[0]
            if label or items or "lost" in field or "image" in field:
                fields.append(field)
            # A box in a box is read into it.
            for inner in nodes_in_order(row)[1:]:
                if inner.get("isInfobox"):
                    self.fields(inner, fields)

    # Links

    def links(self, root):
        waiting = [root]
        while waiting:
            node = waiting.pop()
            kind = node["type"]
            if kind == "link":
                link = {"kind": "interwiki" if node.get("interwiki") else "wiki", "target": node["title"]}
                self.article["links"].append(link | {"text": Flow().add(children(node)).text})
            elif kind == "externalLink":
                self.article["links"].append({"kind": "external", "target": node["url"], "text": Flow().add([node]).text})
            elif kind not in ("image", "gallery") and not (kind == "template" and "tag" in node):
                waiting.extend(reversed(children(node)))


def part_of(item):
    """The parts of a work, from its CSL-JSON."""
    dates = item.get("custom", {}).get("edtf", {})
    parts = {"title": item.get("title"), "publisher": item.get("publisher") or item.get("container-title"),
             "date": dates.get("issued"), "access_date": dates.get("accessed")}
    if authors := item.get("author"):
        parts["authors"] = [printed(author) for author in authors]
    return {key: value for key, value in parts.items() if value}


def printed(author):
    """A name with its parts, and as citations print it; a suffix in front is one that a program took for a name."""
    if "literal" in author:
        return {"as_printed": author["literal"]}
    names = [author["family"], author.get("given", "")]
    if "suffix" in author:
        names = [author["suffix"], f"{author.get('given', '')} {author['family']}".strip()]
    return {"as_printed": ", ".join(filter(None, names))} | author


def add_inferences(fields, parts):
    """Fields with the labels that the engine infers; a row that lost the labels of several fields is divided."""
    result = []
    for field in fields:
        start, end = field.bytes
        found = [part for part in parts if start <= part["source"]["start"] and part["source"]["end"] <= end]
        if not found or field["label"]:
            result.append(field)
        for part in found if not field["label"] else ():
            items = [folded(item) for item in part.get("values") or [part.get("value", "")]]
            divided = dict(field) if len(found) == 1 else dict(field, value_text=" ".join(items), items=items)
            result.append(divided | {"inferred_label": part["inferred"]["name"]})
    return result


def article(page, root, record):
    """The article of a page whose document is `root` and whose Article JSON is `record`."""
    reader = Article(page, root)
    result = reader.gather()
    parts = [part for box in record.get("infoboxes", ()) for part in box["has_parts"] if "inferred" in part]
    for box in result["infoboxes"]:
        box["fields"] = add_inferences(box["fields"], parts)
    for number, reference in reader.entries:
        if item := record["references"][number].get("csl"):
            reference["parts"] = part_of(item)
    return result
