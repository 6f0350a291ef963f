"""Where a line of another kind begins inside a line that holds a page: a kind that the house knows by its own facts.

A cover is read from its first word on: symbol, language of the original, title, theme, place and days, index. What
parts a title from the next kind is the form of that kind, for a title has none; where no other kind begins, or a
sentence does, the cover ends. Behind it a resolution's title stands between the end of a sentence and those who act,
and a heading in capitals between the end of a sentence and what a meeting does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms, find_opening
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.place_lines import find_end_of_place
from oic_reports.structure.names.place_names import find_cities_apart
from oic_reports.structure.page.imprint import find_end_of_address, find_end_of_office
from oic_reports.structure.parting.glued.cover_line import find_edges_of_cover
from oic_reports.structure.parting.glued.index_heads import end_symbol, find_headed_rows, skip_blanks

# characters of a cover, of one of its titles, of a symbol, of a place with its days, of the words that name a type
_COVER = 1500
_TITLE = 400
_SYMBOL = 80
_PLACE = 200
_NAMED = 80
# characters of the name of God behind its first words, where nothing else stands there; of those who are addressed
_FORMULA = 60
_ADDRESSED = 400
# characters of a title in which it names its type
_TYPE = 60
# pieces of a cover that prove that it was run together
_LEAST_KINDS = 2
# characters of a line that holds more than a paragraph
_LONG = 250
_WORD = compile_pattern(r"\s+(?=[«“\"(\[]?[A-ZÀ-Þ\u0621-\u064a])")
_SENTENCE = compile_pattern(r"(?<!\bNo)(?<!\bS)[.;:!?؛؟][\"'»”’)\]]*\s+(?=[^\W\d_])")
_THEME = compile_pattern(r"[(\[][^()\[\]]{6,200}[)\]](?=\s|$)")
# words of a theme; an abbreviation in brackets has fewer
_THEME_WORDS = 3
# characters of a title that show that it stands in capitals
_SHOUTED = 24
# what a viewer could not read, before a cover
_LOST_MARK = compile_pattern(r"!\s+(?=[^\W\d_])")
_FIRST_PAGE = compile_pattern(r"\d{1,3}\s+")
# a clause ends; a title that names a meeting has no end: ``Final Communiqué The Meeting of …, held in Fez``
_ENDS_CLAUSE = compile_pattern(r"[.,;:؛،][\"'»”’)\]]*$")
# what may stand between the end of a theme or a place and the next kind
_ENDS_KIND = compile_pattern(r"\s*$|\s+(?=[^\Wa-zà-ÿ]|[«“\"(\[])")
# a heading in capitals, up to the first word that has small letters
_CAPITALS = compile_pattern(r"(?P<heading>[A-ZÀ-Þ][A-ZÀ-Þ’'\-–,/&() ]{7,120})\s(?=[A-ZÀ-Þ][’'.]?[A-Za-zà-ÿ ])")


def find_edges(text: str, language: Language, *, is_numbered: bool = False) -> list[int]:
    """The places of a text, in order, where a line of another kind begins; none where nothing proves itself.

    A numbered paragraph (``is_numbered``) is no cover; a resolution may stand behind the last of another.
    """
    cover = [] if is_numbered else find_edges_of_cover(text, language) or _find_cover_edges(text, language)
    begun = cover[-1] if cover else 0
    behind = _find_body_edges(text, begun, language) if len(text) >= _LONG or is_numbered else []
    return sorted({*cover, *behind, *_find_preamble_edges(text, language)})


def find_edge_of_formula(text: str, language: Language) -> list[int]:
    """Where the name of God stands behind a place and its days, at the end of a short line; none where it does not."""
    end = _end_place(text, 0, language)
    return [skip_blanks(text, end)] if end is not None and end < len(text) else []


def _find_preamble_edges(text: str, language: Language) -> list[int]:
    """Where the heading of a preamble stands behind the title of a convention, and where its states begin to speak.

    What stands before it begins as such a title, or is nothing: a letterhead and a title are no two lines for that.
    """
    heading = load_pattern("preamble_run_in", language).search(text, 0, _COVER)
    if heading is None:
        return []
    begun = _FIRST_PAGE.match(text)
    title = begun.end() if begun else 0
    titles: tuple[PatternName, ...] = ("statute_title", "convention_title")
    is_titled = any(load_pattern(name, language).match(text[title:]) for name in titles)
    return [edge for edge in heading.span() if edge] if is_titled or title == heading.start() else []


def _find_cover_edges(text: str, language: Language) -> list[int]:
    place = _skip_page(text, language)
    edges = [place] if place else []
    mark = _LOST_MARK.match(text) if not place else None
    place = mark.end() if mark else place
    turns: list[int] = []
    proves = False
    while place < min(len(text), _COVER):
        rows = find_headed_rows(text, place, language)
        if rows:
            edges += rows
            proves = True
            break
        known = _find_end(text, place, language)
        end = known or _find_end_of_title(text, place, language, is_below=bool(edges))
        if end is None:
            break
        proves |= known is not None
        turns += [] if known else _list_turns(text, place, end, language)
        place = skip_blanks(text, end)
        edges.append(place)
    edges = [edge for edge in edges if 0 < edge < len(text)]
    # a title above who acts, or above its place and days
    is_whole = len(text) >= _LONG or _ENDS_CLAUSE.search(text) is not None
    is_title = bool(edges) and is_whole and load_pattern("enacting", language).match(text, edges[-1]) is not None
    is_title = is_title or (bool(edges) and _end_place(text, edges[-1], language) == len(text))
    is_cover = is_title or (proves and len(edges) >= _LEAST_KINDS) or _is_spoken_to(text, edges, language)
    return sorted({*edges, *turns}) if is_cover else []


def _is_spoken_to(text: str, edges: Sequence[int], language: Language) -> bool:
    """Whether a cover ends where a speech begins, in the name of God, or with its listeners and a sentence of it.

    One of them may be named before the others: ``His Excellency the President of …, Excellencies,``.
    """
    if not edges:
        return False
    begun, listeners = edges[-1], load_pattern("listeners", language)
    named = load_pattern("invocation", language).match(text, begun)
    if named is not None and (len(text) - named.end() <= _FORMULA or _SENTENCE.search(text, begun)):
        return True
    one = load_pattern("addressed", language).match(text, begun) is not None
    is_spoken = listeners.match(text, begun) is not None or (
        one and bool(listeners.search(text, begun, begun + _ADDRESSED))
    )
    return is_spoken and _SENTENCE.search(text, begun) is not None


def _list_turns(text: str, start: int, end: int, language: Language) -> Iterator[int]:
    """Where a piece of a cover says something else: who adopted a text, the theme of its session.

    Lines that were run together say one thing each, as printed lines do (decisions 0041, 0071).
    """
    adopted = load_pattern("adopted_line", language)
    begun = start
    for blank in _WORD.finditer(text, start, end):
        place = blank.end()
        if place < begun:
            continue
        theme = _THEME.match(text, place, end)
        is_theme = theme is not None and len(theme.group().split()) >= _THEME_WORDS
        if is_theme and theme is not None and not find_dates(theme.group(), language):
            yield place
            begun = theme.end()
            if skip_blanks(text, begun) < end:
                yield skip_blanks(text, begun)
        elif adopted.match(text[place:end]):
            yield place
        elif begun == start and _names_session(text, start, blank.start(), place, language):
            yield place
            begun = _end_of_name(text, place, end, language)
            if skip_blanks(text, begun) < end:
                yield skip_blanks(text, begun)


def _names_session(text: str, start: int, whole: int, place: int, language: Language) -> bool:
    """Whether a session is named at a place behind a whole title: ``… DECLARATION 2013 Fourth Session of the …``."""
    title = text[start:whole]
    typed = find_form("document_types", title, language)
    is_whole = typed is not None and len(title.split()) > 1 and not load_pattern("ends_open", language).search(title)
    adopted = any(load_pattern("adopted_line", language).match(title[blank.end() :]) for blank in _WORD.finditer(title))
    return is_whole and not adopted and load_pattern("session_line", language).match(text[place:]) is not None


def _end_of_name(text: str, place: int, end: int, language: Language) -> int:
    """Where the name of a session and its body ends, before the theme that stands behind it without a mark."""
    body = next((body for body in find_forms("body_names", text[place:end], language)), None)
    below = place + body.end("form") if body else end
    return below if _ENDS_KIND.match(text, below) else end


def _skip_page(text: str, language: Language) -> int:
    """Where a cover begins behind the number of its page: at its symbol, or the language of the original."""
    page = _FIRST_PAGE.match(text)
    if page is None:
        return 0
    begins = any(end(text, page.end(), language) for end in (_end_symbol, _end_origin))
    # a title in capitals on the first page; a label has a mark behind it
    is_shouted = page.group().strip() == "1" and text[page.end() : page.end() + _SHOUTED].isupper()
    begins |= is_shouted and find_opening("document_types", text[page.end() :], language) is not None
    return page.end() if begins else 0


def _find_end(text: str, place: int, language: Language) -> int | None:
    """Where the piece of a cover ends that begins at a place and is known by its form; None for any other."""
    return next((end for find in _KINDS if (end := find(text, place, language)) is not None), None)


def _end_symbol(text: str, place: int, _: Language) -> int | None:
    return end_symbol(text, place)


def _end_origin(text: str, place: int, _: Language) -> int | None:
    origin = load_pattern("origin_note", "en").match(text[place : place + _SYMBOL])
    return place + origin.end() if origin else None


def _end_theme(text: str, place: int, language: Language) -> int | None:
    """Where a theme in brackets ends that says what it is; ``(Session of …)`` names the session and is of the title."""
    theme = _THEME.match(text, place)
    is_theme = theme is not None and load_pattern("theme_named", language).match(theme.group()) is not None
    return theme.end() if theme and is_theme and _ENDS_KIND.match(text, theme.end()) else None


def _end_place(text: str, place: int, language: Language) -> int | None:
    """Where a place with its days ends; a comma or a small letter behind them goes on with a sentence."""
    end = find_end_of_place(text[place : place + _PLACE], language)
    if end is None or not _ENDS_KIND.match(text, place + end):
        return None
    # a line's first words are a newspaper's dateline, but for those above a speech
    return place + end if place or _is_spoken_to(text, [skip_blanks(text, end)], language) else None


def _end_occasion(text: str, place: int, language: Language) -> int | None:
    """Where a sentence ends that says when and where a speech was held, above it: ``Tenue le 1er mai, à Djeddah.``."""
    held = load_pattern("meeting_participle", language).match(text, place)
    end = _SENTENCE.search(text, place, place + _PLACE) if held else None
    if end is None or not find_dates(text[place : end.start()], language):
        return None
    return end.start() + 1 if _is_spoken_to(text, [end.end()], language) else None


_KINDS: tuple[Callable[[str, int, Language], int | None], ...] = (
    *(_end_symbol, _end_origin, _end_theme, _end_place, _end_occasion),
    *(find_end_of_office, find_end_of_address),
)


def _find_end_of_title(text: str, place: int, language: Language, *, is_below: bool) -> int | None:
    """Where a title ends: where the next kind begins; None where none does, or a sentence ends before it.

    A title names the type of its text, and tells nothing; below another piece of a cover (``is_below``) it need not.
    """
    if _begins_sentence(text, place, language):
        return None
    end = next(_list_starts(text, place, language), None)
    # with the first letter behind it, which ends a sentence
    if end is None or _SENTENCE.search(text[place : end + 1]):
        return None
    named = find_form("document_types", text[place : min(end, place + _TYPE)], language)
    # ``ADOPTED BY THE`` tells nothing
    title = load_pattern("adopted_inside", language).sub(" ", text[place:end])
    is_title = named is not None and not load_pattern("headline_verb", language).search(title)
    return end if is_below or is_title else None


def _begins_sentence(text: str, place: int, language: Language) -> bool:
    """Whether those who act stand at a place, or what leads them to it."""
    acts = load_pattern("enacting", language).match(text, place)
    return acts is not None or find_opening("preambular_openings", text[place : place + _NAMED], language) is not None


def _list_starts(text: str, place: int, language: Language) -> Iterator[int]:
    """The places behind another where another kind begins: a theme, a place, an index, who acts."""
    window = text[: place + _TITLE]
    cities = {city.start("form") for city in find_cities_apart(text[place : place + _TITLE], language)}
    open_phrase, enacts = load_pattern("ends_open", language), load_pattern("enacting", language)
    for blank in _WORD.finditer(window, place):
        start = blank.end()
        before = text[place : blank.start()]
        if _end_theme(text, start, language) is not None or find_headed_rows(text, start, language):
            yield start
        ends = (end(text, start, language) for end in (find_end_of_office, find_end_of_address))
        is_office = any(end is not None for end in ends)
        # ``REPORT OF THE TENTH SESSION (Istanbul, 5-8 May 1994) COMCEC Coordination Office``
        is_bracketed = text.startswith("(", start)
        is_city = start - place + is_bracketed in cities
        # within capitals a body may be named
        is_capital = language != "ar" and text[start : start + 3].isupper()
        acts = not is_capital and enacts.match(text, start) is not None
        # hardly any word begins one of them, and what is before is looked through for each that does
        is_begun = (is_office or is_city or acts) and not before.endswith((",", "،", "-", "–", "/"))
        if not is_begun or open_phrase.search(before):
            continue
        if is_office:
            yield start
        end_of_place = _end_place(text, start, language) if is_city else None
        if end_of_place is not None and not (is_bracketed and end_of_place == len(text)):
            yield start
        if acts:
            yield start


def _find_body_edges(text: str, begun: int, language: Language) -> list[int]:
    """Where resolutions and headings in capitals begin behind a sentence, and the sentences below them."""
    edges: list[int] = []
    ends = [sentence.end() for sentence in _SENTENCE.finditer(text, begun)]
    for place, following in pairwise([*ends, len(text)]):
        below = _end_resolution(text, place, following, language) or _end_capitals(text, place, language)
        if below is not None:
            edges += [place, below]
    return edges


def _end_resolution(text: str, place: int, following: int, language: Language) -> int | None:
    """Where those begin who act below the title of a resolution."""
    is_title = language == "ar" or text[place : place + 3].isupper()
    if not is_title or read_number(text[place : place + _NAMED]) is None:
        return None
    enacts = load_pattern("enacting", language)
    for blank in _WORD.finditer(text, place, min(following, place + _TITLE)):
        is_capital = language != "ar" and text[blank.end() : blank.end() + 3].isupper()
        if not is_capital and enacts.match(text, blank.end()):
            return blank.end()
    return None


def _end_capitals(text: str, place: int, language: Language) -> int | None:
    """Where what a meeting does begins below a heading in capitals; None where none stands at a place."""
    heading = _CAPITALS.match(text, place)
    if heading is None or " " not in heading["heading"].strip():
        return None
    acts = any(load_pattern(name, language).match(text, heading.end()) for name in ("body_acts", "person_speaks"))
    return heading.end() if acts else None
