"""The codes of a file's fonts: what each means, and by which rule; which of them are doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from oic_reports.reading.pdf.font_program import FontProgram
from oic_reports.reading.pdf.glyph_text import HAMZAS, fold_text
from oic_reports.reading.pdf.glyphs import LOST, UNMAPPED, Code, Label
from oic_reports.reading.pdf.labels import FontEntry


@dataclass(slots=True)
class FontCodes:
    """What is known of the codes of a file's fonts.

    ``fonts`` hold what maps and programs say. ``told`` are the codes that mean something else than their map says, each
    with its text and the rule that told it (``glyphs``). ``suspects`` are the codes that are doubtful as they stand,
    ``others`` letters whose map may name another one all the same.
    """

    fonts: list[FontEntry]
    told: dict[Code, tuple[str, str]] = field(default_factory=dict)
    suspects: list[Code] = field(default_factory=list)
    others: list[Code] = field(default_factory=list)

    def tell(self, code: Code, text: str, rule: str) -> None:
        """Note what a code means, by which rule, and that it is doubtful."""
        self.told[code] = (text, rule)
        self.suspects.append(code)

    def take(
        self, letters: Mapping[Code, str], rule: str, *, points: AbstractSet[Code], lost: AbstractSet[Code]
    ) -> None:
        """Note what was learnt of codes.

        Args:
            letters: what they mean; that of a font which is not known is left.
            rule: how that was learnt.
            points: those of which what was told is taken back.
            lost: those of which nothing tells what they mean.
        """
        for code in points:
            del self.told[code]
        self.told |= dict.fromkeys(lost, (UNMAPPED, LOST))
        self.told |= {code: (text, rule) for code, text in letters.items() if code[0] >= 0}

    def find_text(self, code: Code) -> str:
        """What was told of a code; empty where nothing was."""
        return self.told.get(code, ("", ""))[0]

    def find_raw(self, code: Code) -> str:
        """What its map says of a code, presentation forms folded; empty for a glyph whose font has no codes."""
        number, place = code
        return fold_text(self.fonts[number].raws[place]) if number >= 0 else ""

    def find_program(self, code: Code) -> FontProgram:
        """The program of a code's font."""
        return self.fonts[code[0]].program

    def list_all(self) -> list[Code]:
        """All codes of all fonts."""
        return [(number, code) for number, font in enumerate(self.fonts) for code in font.raws]

    def find_hamzas(self) -> dict[Code, str]:
        """The codes that were told to be a hamza or madda of their own."""
        return {code: text for code, (text, _) in self.told.items() if text in HAMZAS}

    def make_label(self, code: Code) -> Label:
        """What a label of a code stands for."""
        raw = self.find_raw(code)
        text, rule = self.told.get(code, (raw, ""))
        return Label(code, raw, text, rule)
