"""Whether a page holds a document, or only says that it does not: errors, log-ins, parked names, checks of browsers.

A page is a list of blocks, the text between two block-level tags. Sentences of a document stand in long blocks; what a
server says about itself stands in the title, in headings and in short blocks. The phrases are rows of
``page_faults.csv``. Nothing is parsed here: the scans are linear, so that a hostile page costs no more than its length.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_vocabulary

# never shown; and what is shown only where scripts or frames do not run
_HIDDEN = frozenset({"script", "style", "svg", "template", "select"})
_FALLBACK = frozenset({"noscript", "iframe"})
# what browsers take for hidden to the end of the page where it is not closed; and what may close itself
_SWALLOWING = frozenset({"script", "style"})
_SELF_CLOSING = frozenset({"svg", "template"})
_OPENING = re.compile(r"<(!--|script\b|style\b|svg\b|template\b|select\b|noscript\b|iframe\b)", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,400})", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]*>|</a\s*>", re.IGNORECASE)
_HEADING = re.compile(r"<h[1-3]\b[^<>]*>", re.IGNORECASE)
_BREAKS = re.compile(r"(?:<br\b[^<>]*>\s*)+", re.IGNORECASE)
_CLOSED, _OPENED, _HEADED, _END = "\x01", "\x02", "\x03", "\x04"
_INLINE = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|small|sup|sub|abbr|bdo|bdi|code|q|cite|big|tt|wbr)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_PASSWORD = re.compile(r"<input\b[^<>]{0,2000}?\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SIGN_ON = re.compile(r"<input\b[^<>]{0,2000}?\bname\s*=\s*[\"']?(?:SAMLRe|wresult\b|RelayState\b)", re.IGNORECASE)
_FRAMES = re.compile(r"<(?:frame|frameset)\b", re.IGNORECASE)
_REFRESH = re.compile(r"<meta\b[^<>]{0,2000}?http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_MARKS = re.compile("[\u064b-\u0652\u0640]")
_FOLDS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ؤ": "و", "ئ": "ي", "’": "'", "‘": "'", "‐": "-", "‑": "-"}
)
_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
# characters of a paragraph of prose, and of a message of a site
_LONG_BLOCK = 100
_SHORT_BLOCK = 180
_TITLE_PARTS = re.compile(r"\s+[|\-–—·»«]\s+|\s*[|»«]\s*")
_WORD = re.compile(r"\w+")
_IDEOGRAPHS = "⺀"
# letters of prose from which a page is a document whatever its short blocks say, and from which a heading counts less
_PROSE = 700
_MUCH_PROSE = 2500
# letters below which a page is empty
_LEAST_TEXT = 40
# letters from which a page has some text; blocks that it begins with; a share that is much of it; a share of links from
# which a block is a menu
_SOME_TEXT = 500
_FIRST = 3
_MUCH_OF_IT = 0.3
_MENU = 0.6


@dataclass(frozen=True, slots=True)
class PageFault:
    """What a page is instead of a document (a value of ``page_faults.csv``, or ``empty``), and what shows it."""

    fault: str
    shown: str


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    is_heading: bool
    link_share: float


def find_page_fault(page: str) -> PageFault | None:
    """What is wrong with a page of HTML; None for a document.

    Args:
        page: the page as text, mark-up included.
    """
    shown = _strip(page, _HIDDEN)
    titles = [" ".join(html.unescape(title).split()) for title in _TITLE.findall(shown[:20_000])[:1]]
    blocks = _cut_blocks(_TITLE.sub(" ", shown))
    without = _strip(shown, _FALLBACK)
    letters = sum(len(block.text) for block in (_cut_blocks(_TITLE.sub(" ", without)) if without != shown else blocks))
    if letters < _LEAST_TEXT:
        return _judge_empty(titles[0] if titles else "", blocks, page)
    return _judge(titles, blocks, page)


def find_text_fault(text: str) -> PageFault | None:
    """What is wrong with a plain text; None for a document. Blank lines part its blocks."""
    lines = [" ".join(line.split()) for line in re.split(r"\n\s*\n|\r\n\s*\r\n", text)]
    return _judge([], [_Block(line, is_heading=False, link_share=0.0) for line in lines if line], "")


def _judge(titles: list[str], blocks: list[_Block], page: str) -> PageFault | None:
    letters = sum(len(block.text) for block in blocks)
    prose = sum(len(block.text) * (1 - block.link_share) for block in blocks if len(block.text) >= _LONG_BLOCK)
    title = titles[0] if titles else ""
    if letters < _LEAST_TEXT:
        return _judge_empty(title, blocks, page)
    if _SIGN_ON.search(page) and prose < _PROSE:
        return PageFault("login_page", "a form that hands over a sign-on")
    found = _find_titled(title, prose) or _find_said(blocks, prose)
    if found:
        return found
    if _PASSWORD.search(page) and prose < _PROSE:
        return PageFault("login_page", "a form that asks for a password, and little else")
    if prose < _PROSE and _REFRESH.search(page) and letters < _LONG_BLOCK:
        return PageFault("empty", "a page that leads on to another one")
    return None


def _judge_empty(title: str, blocks: list[_Block], page: str) -> PageFault:
    if _SIGN_ON.search(page):
        return PageFault("login_page", "a form that hands over a sign-on")
    said = _match(" ".join([title, *(block.text for block in blocks)]))
    if said:
        return said
    if _FRAMES.search(page):
        return PageFault("empty", "frames without a text")
    if _PASSWORD.search(page):
        return PageFault("login_page", "a form that asks for a password, and nothing else")
    if _SCRIPT.search(page) and not _REFRESH.search(page):
        return PageFault("challenge_page", "a page that scripts would fill")
    return PageFault("empty", "hardly any text")


def _find_titled(title: str, prose: float) -> PageFault | None:
    """The fault that a title is about: a part of it is little more than a phrase."""
    for part in (title, *_TITLE_PARTS.split(title)):
        found = _match(part)
        if found and (prose < _PROSE or (len(part) <= len(found.shown) + 30 and prose < 4 * _MUCH_PROSE)):
            return found
        if re.fullmatch(r"\W*[45]\d\d\W*(?:error|erreur|خطأ)?\W*", part, re.IGNORECASE):
            return PageFault("error_page", part)
    return None


def _find_said(blocks: list[_Block], prose: float) -> PageFault | None:
    """The fault that short blocks speak of: where there is little prose, or before any prose in a heading.

    Of a page with some text the fault must be what it begins with, a heading, or much of it: a short report has a line
    of its site, or a word of its own, that an error page has too.
    """
    spoken = [block for block in blocks if block.link_share <= _MENU]
    told = sum(len(block.text) for block in spoken)
    is_before_prose = True
    found: list[tuple[PageFault, _Block, int]] = []
    for place, block in enumerate(spoken):
        if len(block.text) >= _LONG_BLOCK:
            is_before_prose = False
        if len(block.text) > _SHORT_BLOCK and not (prose < _PROSE and len(block.text) < 3 * _SHORT_BLOCK):
            continue
        fault = _match(block.text)
        if fault is None:
            continue
        is_told_off = block.is_heading and is_before_prose and len(block.text) <= len(fault.shown) + 25
        if is_told_off and fault.fault != "login_page" and prose < _MUCH_PROSE:
            return fault
        if prose < _PROSE and _weigh(fault, block):
            found.append((fault, block, place))
    said = sum(len(block.text) for _, block, _ in found)
    for fault, block, place in found:
        if told < _SOME_TEXT or block.is_heading or place < _FIRST or said >= _MUCH_OF_IT * told:
            return fault
    return None


def _weigh(found: PageFault, block: _Block) -> bool:
    """Whether a block is about the fault: a word or two beside a form or a menu is not."""
    if found.fault == "login_page":
        return len(block.text) > len(found.shown) + 10 or block.is_heading
    return True


def _strip(page: str, names: frozenset[str]) -> str:
    """The page without comments and without elements of these names; a script that is not closed goes to the end."""
    kept = []
    place = 0
    lower = page.translate(_ASCII_LOWER)
    lost: set[str] = set()
    while (opening := _OPENING.search(page, place)) is not None:
        name = opening.group(1).lower()
        kept.append(page[place : opening.start()])
        end = -1 if name in lost else _find_end(lower, name, opening.end(), names)
        if end >= 0:
            place = end
        elif name in _SWALLOWING and name in names:
            return " ".join(kept)
        else:
            # not hidden, or never closed: only the tag is passed over
            lost.update({name} if name in names else ())
            kept.append(page[opening.start() : opening.end()])
            place = opening.end()
    kept.append(page[place:])
    return " ".join(kept) if len(kept) > 1 else page


def _find_end(lower: str, name: str, place: int, names: frozenset[str]) -> int:
    """Where what opened before ``place`` ends; -1 where it is not to be left out, or never ends."""
    if name == "!--":
        if lower.startswith((">", "->"), place):
            return lower.index(">", place) + 1
        end = lower.find("-->", place)
        return end + 3 if end >= 0 else len(lower)
    if name not in names:
        return -1
    close = lower.find(">", place)
    if close >= 0 and lower[close - 1] == "/" and name in _SELF_CLOSING:
        return close + 1
    end = lower.find(f"</{name}", place)
    return end + len(name) + 2 if end >= 0 else -1


def _cut_blocks(shown: str) -> list[_Block]:
    """The blocks of a page; single line breaks are white space, as line ends of the source are."""
    # marks of one character stand for links, headings and ends of blocks, so that one walk can measure them
    marked = _LINK.sub(lambda tag: _CLOSED if tag.group().startswith("</") else _OPENED, " ".join(shown.split()))
    marked = _HEADING.sub(_END + _HEADED, marked)
    marked = _BREAKS.sub(lambda tags: _END if tags.group().lower().count("<br") > 1 else " ", marked)
    marked = _TAG.sub(_END, _INLINE.sub("", marked))
    blocks = []
    is_open = False
    for piece in html.unescape(marked).split(_END):
        text, linked, is_open = _measure(piece, is_open=is_open)
        if text:
            blocks.append(_Block(text, _HEADED in piece, linked / len(text)))
    return blocks


def _measure(piece: str, *, is_open: bool) -> tuple[str, int, bool]:
    """The text of a block, how many characters of it are links, and whether a link is open at its end."""
    if _OPENED not in piece and _CLOSED not in piece:
        text = " ".join(piece.replace(_HEADED, "").split())
        return text, len(text) if is_open else 0, is_open
    linked = 0
    kept = []
    for part in re.split(f"([{_OPENED}{_CLOSED}])", piece.replace(_HEADED, "")):
        if part in {_OPENED, _CLOSED}:
            is_open = part == _OPENED
        else:
            kept.append(part)
            linked += len(part) if is_open else 0
    text = " ".join("".join(kept).split())
    return text, min(linked, len(text)), is_open


def _fold(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_FOLDS).casefold()
    return " ".join(folded.split())


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Each fault with the pattern of its phrases (whole words, where the script has spaces); the longest words."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    telling_words: frozenset[str]


@cache
def _load_phrases() -> _Phrases:
    faults: dict[str, set[str]] = {}
    for row in load_vocabulary("page_faults"):
        faults.setdefault(row["fault"], set()).add(_fold(row["phrase"]))
    patterns = []
    for fault, phrases in faults.items():
        ordered = sorted(phrases, key=len, reverse=True)
        words = "|".join(re.escape(phrase) for phrase in ordered if phrase < _IDEOGRAPHS)
        signs = "|".join(re.escape(phrase) for phrase in ordered if phrase >= _IDEOGRAPHS) or "(?!)"
        patterns.append((fault, compile_pattern(rf"\b(?:{words})(?!\B\w)|{signs}")))
    spaced = (phrase for phrases in faults.values() for phrase in phrases if phrase < _IDEOGRAPHS)
    return _Phrases(tuple(patterns), frozenset(max(_WORD.findall(phrase), key=len) for phrase in spaced))


def _match(text: str) -> PageFault | None:
    """The longest phrase in a text."""
    folded = _fold(text)
    phrases = _load_phrases()
    # most blocks hold none of the telling words
    if phrases.telling_words.isdisjoint(_WORD.findall(folded)) and max(folded, default="") < _IDEOGRAPHS:
        return None
    best: PageFault | None = None
    for fault, pattern in phrases.patterns:
        for match in pattern.finditer(folded):
            if best is None or len(match.group()) > len(best.shown):
                best = PageFault(fault, match.group())
    return best
