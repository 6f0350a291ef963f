"""Pages of the documentation that are made, not written: commands, settings, tables, vocabularies, modules, the root.

They derive from what the code itself uses, so that a page cannot say something else than the code does. They are
written to ``docs/reference/`` and ``docs/project/``, which are not kept in the repository.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from importlib import import_module
from pathlib import Path

from oic_reports.commands import COMMANDS
from oic_reports.resources import find_declared, load_vocabulary
from oic_reports.settings import Settings
from oic_reports.tables.schema import load_tables

# page: the file at the root that it shows, and what the menu calls it
ROOT_PAGES = {
    "readme": ("README.md", "README"),
    "readme-ar": ("README.ar.md", "README, العربية"),
    "readme-fr": ("README.fr.md", "README, français"),
    "contributing": ("CONTRIBUTING.md", "Contributing"),
    "security": ("SECURITY.md", "Security"),
    "conduct": ("CODE_OF_CONDUCT.md", "Conduct"),
    "changelog": ("CHANGELOG.md", "Changelog"),
}
_LINK = re.compile(r"\[([^]]+)\]\(([^)#]+)[^)]*\)")
_LINKED = {f"{page}.md" for page in ROOT_PAGES}
# rows of a vocabulary that its page shows; the rest stands in the file
_MOST_ROWS = 40


def write_pages(docs: Path) -> None:
    """Write all pages below ``docs``."""
    for name, text in print_pages(docs).items():
        _write(docs / name, text)


def print_pages(docs: Path) -> dict[str, str]:
    """Each page by its name below ``docs``."""
    reference = {
        "reference/commands": _print_commands,
        "reference/settings": _print_settings,
        "reference/tables": _print_tables,
        "reference/vocabularies": _print_vocabularies,
        "reference/analysis": lambda: _print_notebook(docs / "analysis.ipynb"),
        "reference/modules": lambda: _print_modules(docs.parent / "src"),
    }
    root = {
        f"project/{name}.md": _lead_from_root((docs.parent / file).read_text(encoding="utf-8"))
        for name, (file, _) in ROOT_PAGES.items()
    }
    return {f"{name}.md": "\n".join(lines()) for name, lines in reference.items()} | root


def _print_notebook(path: Path) -> Iterator[str]:
    """The cells of the notebook, one below the other; a test runs them."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        text = "".join(cell["source"])
        yield f"```python\n{text}\n```\n" if cell["cell_type"] == "code" else f"{text}\n"


def _write(path: Path, text: str) -> None:
    """Write a page, unless it says the same already: an unchanged page is not built again."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _lead_from_root(text: str) -> str:
    """A page of the root, with its links as they lead from ``docs/project/``; what is no page is named, not linked."""
    text = text.replace("](docs/", "](../")
    for name, (file, _) in ROOT_PAGES.items():
        text = text.replace(f"]({file})", f"]({name}.md)")
    return _LINK.sub(_keep_link, text)


def _keep_link(link: re.Match[str]) -> str:
    leads = link[2] in _LINKED or link[2].startswith("../") or ":" in link[2]
    return link[0] if leads else link[1]


def _cell(text: str) -> str:
    """A text as it stands in a cell of a table: no sign of it is mark-up."""
    return re.sub(r"([\\`*_{}\[\]()#+.!|~$:<>-])", r"\\\1", text.replace("\n", " "))


def _print_commands() -> Iterator[str]:
    yield "# Commands\n\nExit status: 0 done, 1 failed, 2 a file or a row is refused, 64 wrongly called.\n"
    for name in COMMANDS:
        module = import_module(f"oic_reports.commands.{name.replace('-', '_')}")
        parser = argparse.ArgumentParser(
            prog=f"oic-reports {name}",
            description=module.run.__doc__,
            formatter_class=lambda prog: argparse.HelpFormatter(prog, width=100),
        )
        module.add_arguments(parser)
        yield f"## {name}\n\n```text\n{parser.format_help()}```\n"


def _print_settings() -> Iterator[str]:
    yield "# Settings\n\nEach is an environment variable.\n\n| variable | default | meaning and reason |\n|---|---|---|"
    for field in fields(Settings):
        default = "" if field.default is MISSING or field.default is None else f"`{field.default}`"
        yield f"| `OIC_REPORTS_{field.name.upper()}` | {default} | {_cell(field.metadata['description'])} |"


def _print_tables() -> Iterator[str]:
    yield "# Tables\n\nWhat a release holds, column by column; its codebook says it in Arabic and French too.\n"
    for table in load_tables().values():
        keys = [f"Key: {', '.join(f'`{name}`' for name in table.primary_key)}."]
        keys += [f"`{', '.join(key.fields)}` refers to `{key.to_table}`." for key in table.foreign_keys]
        yield f"## {table.name}\n\n{table.meaning['en']} {' '.join(keys)}\n\n| column | type | meaning |\n|---|---|---|"
        for field in table.fields:
            values = f" Values: [{field.vocabulary}](#vocabulary-{field.vocabulary})." if field.vocabulary else ""
            kind = f"{field.type}, or null" if field.nullable else field.type
            yield f"| `{field.name}` | {kind} | {_cell(field.meaning['en'])}{values} |"
        yield ""


def _print_vocabularies() -> Iterator[str]:
    yield (
        "# Vocabularies\n\nOne CSV file each in `schemas/vocabularies/`: values that columns may have, and the words "
        "of the field by which rules know a report.\n"
    )
    folder = find_declared("schemas") / "vocabularies"
    for name in sorted(Path(entry.name).stem for entry in folder.iterdir() if entry.name.endswith(".csv")):
        rows = load_vocabulary(name)
        columns = list(rows[0])
        yield f"(vocabulary-{name})=\n## {name}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}"
        for row in rows[:_MOST_ROWS]:
            yield f"| {' | '.join(_cell(row[column] or '') for column in columns)} |"
        if len(rows) > _MOST_ROWS:
            yield f"\nThe first {_MOST_ROWS} of {len(rows)} rows."
        yield ""


def _print_modules(sources: Path) -> Iterator[str]:
    yield (
        "# Modules\n\nThe rooms of the code: what comes in, what goes out, what may not be known there. Scripts rely "
        "on the commands and on the files of a release; what stands here may change.\n"
    )
    for file in sorted((sources / "oic_reports").rglob("__init__.py")):
        dotted = ".".join(file.parent.relative_to(sources).parts)
        if dotted != "oic_reports":
            yield f"## {dotted}\n\n```{{eval-rst}}\n.. automodule:: {dotted}\n```\n"
    yield "## The nouns\n\n```{eval-rst}\n.. automodule:: oic_reports.model\n   :members:\n   :undoc-members:\n```\n"
