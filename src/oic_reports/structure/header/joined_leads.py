"""Lines of a press lead that are one sentence, and where in it each of them begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oic_reports.model import Block
from oic_reports.structure.names.evidence import Passage

# marks at which a line of a press lead ends its sentence
_ENDS = (".", ":", "!", "?")
# of lines that are joined: where in the text each further one begins, and its place
Later = tuple[tuple[int, int], ...]


def place_lines(passage: Passage, start: int, later: Later) -> Passage:
    """A passage that begins at ``start`` of joined lines, with where in it each line begins."""
    return replace(passage, later=tuple((max(0, begins - start), seq) for begins, seq in later))


def join_leads(blocks: Sequence[Block]) -> Iterator[tuple[int, Block, Later]]:
    """Each block with its place; lines of a press lead that go on in small letters are one, at the place of the first.

    ``Following is the text of the Declaration⏎adopted by the 34th session of the Conference⏎of Ministers held here:``.
    Third comes where in the text each further line begins, with its own place.
    """
    held: tuple[int, list[Block]] | None = None
    for seq, block in enumerate(blocks, 1):
        is_lead = block.role == "boilerplate" and block.subrole == "press_lead"
        if held and is_lead and block.text[:1].islower() and not held[1][-1].text.endswith(_ENDS):
            held[1].append(block)
            continue
        if held:
            yield _join(*held)
        held = (seq, [block]) if is_lead else None
        if not is_lead:
            yield seq, block, ()
    if held:
        yield _join(*held)


def _join(seq: int, lines: Sequence[Block]) -> tuple[int, Block, Later]:
    """Blocks that follow each other from ``seq`` on as one."""
    later, begins = [], 0
    for place, line in enumerate(lines[:-1], seq + 1):
        begins += len(line.text) + 1
        later.append((begins, place))
    return seq, replace(lines[0], text="\n".join(line.text for line in lines)), tuple(later)
