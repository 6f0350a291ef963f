"""Which candidates are labels: those that make a sequence.

A stack of open lists is kept. A candidate continues a list (value + 1), opens one (value 1), or, at a paragraph's
start, leaves a gap or repeats a number, which is accepted and flagged, never put right. Anything else is text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from oic_reports.codes import FlagName
from oic_reports.structure.lines.numbering import ARTICLE, NESTED, Candidate, is_number

# numbers that may be missing in a list, and where pages were cut out; numbers that rise one after the other
_WIDEST_GAP = 12
_WIDEST_CUT = 200
_LEAST_RISE = 2
# numbers of the same form that are looked at for a rise, and lists that may be open one inside the other
_RISE_REACH = 20
_DEEPEST = 8
# marks behind the items of a list that is one sentence
_COMMAS = frozenset(",;،؛")
# marks behind an item that is more than a name
_STOPS = frozenset(".:;،؛,؟?")
# above each number that a label holds
_HIGHEST = 10**9
_PLAIN = ("decimal", "arabic-indic")
_UNSURE = ("alpha-latin-lower", "alpha-latin-upper", "alpha-arabic", "roman-upper", "roman-lower")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line as the numbering sees it.

    ``starts`` says that the line before it ended a paragraph (blank line, or closing punctuation); ``opens`` that the
    line before it ended with a colon; ``is_cut`` that text was left out before it; ``is_sentence`` that it is long and
    ends as a sentence does; ``is_section`` that it is a heading with a number or letter of its own; ``ending`` is the
    last character of the paragraph that begins here, and ``acts`` says that this one tells of a meeting or acts for it;
    ``parts`` that the numbers above are those of a preamble, or of another article, and another numbering begins here;
    ``is_headed`` that a heading of what is decided stands above (``Recommendations:``).
    """

    candidates: tuple[Candidate, ...]
    starts: bool
    opens: bool
    is_cut: bool = False
    is_sentence: bool = False
    is_section: bool = False
    ending: str = ""
    acts: bool = False
    parts: bool = False
    is_headed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """An accepted label: its candidate, how deep its list is (0: the report's own numbering), and a flag or None."""

    candidate: Candidate
    depth: int
    flag: FlagName | None = None


@dataclass(slots=True)
class _List:
    numbering: str
    shape: str
    last: int
    levels: int = 1
    has_sentences: bool = False
    has_acts: bool = False
    has_commas: bool = False
    is_finished: bool = False
    is_falling: bool = False
    is_extract: bool = False
    has_stops: bool = False
    place: int = 0

    def take(self, entry: Entry, ordinal: int) -> None:
        """Note the item that the list now ends with; a full stop below items with commas finishes it."""
        self.is_extract |= self.last == 0 and ordinal > 1
        self.is_falling = self.last == ordinal + 1 or (self.last == 0 and ordinal > 1)
        self.last = ordinal
        self.has_sentences |= entry.is_sentence
        self.has_acts |= entry.acts
        self.has_stops |= entry.ending in _STOPS
        self.is_finished = self.has_commas and entry.ending == "."
        self.has_commas |= entry.ending in _COMMAS


def _open_nested(stack: list[_List], candidate: Candidate, ahead: _Ahead, index: int) -> Label | None:
    """The first number below another one (``2.1``): its parent is open, or the second follows."""
    above = candidate.shape.split(".")[candidate.levels - 2].lstrip("(")
    # below a letter (``A.1``) the second one tells
    parent = int(above) if above.isdecimal() else None
    depth = next((i for i, known in enumerate(stack) if known.levels == candidate.levels), len(stack))
    is_child = any(known.last == parent and known.levels == candidate.levels - 1 for known in stack[:depth])
    return Label(candidate, depth) if is_child or ahead.comes_later(index, candidate, 2) else None


class _Ahead:
    """Where each number of each form stands, so that a look ahead costs the same however long the text is."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._places: dict[tuple[str, str, int | None], list[int]] = {}
        self._of_form: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._acting = [entry.acts for entry in entries]
        for index, entry in enumerate(entries):
            for candidate in entry.candidates:
                form = candidate.numbering, candidate.shape
                self._places.setdefault((*form, candidate.ordinal), []).append(index)
                if candidate.ordinal is not None:
                    self._of_form.setdefault(form, []).append((index, candidate.ordinal))

    def _next(self, like: Candidate | _List, value: int | None, index: int) -> int | None:
        places = self._places.get((like.numbering, like.shape, value), [])
        after = bisect_right(places, index)
        return places[after] if after < len(places) else None

    def ends(self, index: int, known: _List) -> bool:
        """Whether a list has no next number below."""
        return self._next(known, known.last + 1, index) is None

    def comes_later(self, index: int, like: Candidate, value: int) -> bool:
        """Whether the value follows in the same form, before the form starts anew."""
        found, again = self._next(like, value, index), self._next(like, like.ordinal, index)
        return found is not None and (again is None or found <= again)

    def rises(self, index: int, like: Candidate) -> bool:
        """Whether two numbers and more of the same form come later, each above the one before: an extract."""
        numbers = self._of_form.get((like.numbering, like.shape), [])
        after = bisect_right(numbers, (index, _HIGHEST))
        last, count = like.ordinal or 0, 0
        for _, ordinal in numbers[after : after + _RISE_REACH]:
            if ordinal > last:
                last, count = ordinal, count + 1
        return count >= _LEAST_RISE

    def comes_back(self, index: int, like: Candidate, outer: _List) -> bool:
        """Whether a list around the one that begins here goes on below it."""
        value = outer.last + 1
        if (like.numbering, like.shape) != (outer.numbering, outer.shape):
            return bool(self._places.get((outer.numbering, outer.shape, value), [])[-1:] > [index])
        numbers = self._of_form.get((like.numbering, like.shape), [])
        below = [ordinal for _, ordinal in numbers[bisect_right(numbers, (index, _HIGHEST)) :][:_RISE_REACH]]
        end = next((place for place, ordinal in enumerate(below) if ordinal != place + 2), len(below))
        return below[end : end + 1] == [value]

    def goes_on_below(self, index: int, like: Candidate, inner: _List) -> bool:
        """Whether a list that stands open goes on below the numbers that begin here, before it would start anew."""
        found = self._next(inner, inner.last + 1, index)
        again = self._next(inner, 1, index)
        second = self._next(like, 2, index)
        return found is not None and (second is None or second < found) and (again is None or found < again)

    def is_longer(self, index: int, like: Candidate, outer: _List) -> bool:
        """Whether a numbering begins here, and nowhere above, that counts on further than a list above, which is over.

        The next number of that list does not come before its first one does again.
        """
        numbers = self._of_form[like.numbering, like.shape]
        goes_on, again = self._next(outer, outer.last + 1, index), self._next(outer, 1, index)
        is_over = goes_on is None or (again is not None and again < goes_on)
        is_first = numbers[0][0] == index
        return is_over and is_first and self._next(like, outer.last + 1, index) is not None

    def falls(self, index: int, like: Candidate) -> bool:
        """Whether the numbers of the same form count down from here to one: a list that counts backwards."""
        ordinal = like.ordinal or 0
        numbers = self._of_form.get((like.numbering, like.shape), [])
        after = bisect_right(numbers, (index, _HIGHEST))
        below = [value for _, value in numbers[after : after + min(ordinal - 1, _RISE_REACH)]]
        return ordinal > _LEAST_RISE and below == list(range(ordinal - 1, ordinal - 1 - len(below), -1)) and bool(below)

    def acts_on(self, index: int, like: Candidate) -> bool:
        """Whether a number acts, or half of those of its form below it, as far as they count on."""
        numbers = self._of_form.get((like.numbering, like.shape), [])
        first = bisect_right(numbers, (index, -1))
        run: list[bool] = []
        for place, ordinal in numbers[first : first + _RISE_REACH]:
            if ordinal != (like.ordinal or 0) + len(run):
                break
            run.append(self._acting[place])
        below = run[1:]
        return self._acting[index] or (bool(below) and 2 * sum(below) >= len(below))


def decide_labels(entries: Sequence[Entry]) -> list[Label | None]:
    """For each line its label, or None; same length and order as ``entries``."""
    stack: list[_List] = []
    labels: list[Label | None] = []
    ahead = _Ahead(entries)
    for index, entry in enumerate(entries):
        if (
            entry.parts
            or (entry.is_section and _is_over(stack, ahead, index))
            or _opens_articles(stack, entry, ahead, index)
        ):
            stack.clear()
        is_left = _leaves_for_heading(stack, entry, ahead, index)
        is_left = is_left or _leaves_finished(stack, entry, ahead, index) or _leaves_names(stack, entry, ahead, index)
        if is_left or _leaves_extract(stack, entry):
            stack.clear()
        label = next(filter(None, (find(stack, entry, ahead, index) for find in (_continue, _open, _accept_odd))), None)
        if label is not None and label.candidate.ordinal is not None:
            del stack[label.depth + 1 :]
            candidate = label.candidate
            if label.depth == len(stack):
                stack.append(_List(candidate.numbering, candidate.shape, 0, candidate.levels))
            elif candidate.numbering == NESTED and stack[label.depth].shape != candidate.shape:
                stack[label.depth] = _List(candidate.numbering, candidate.shape, 0, candidate.levels)
            stack[label.depth].take(entry, label.candidate.ordinal)
            stack[label.depth].place = index
        labels.append(label)
    return labels if any(labels) else _accept_lone(entries)


def _is_over(stack: list[_List], ahead: _Ahead, index: int) -> bool:
    """Whether letters of the section above a numbered heading, or small numerals, do not go on below it."""
    if not stack:
        return False
    # Arabic letters count the paragraphs of each section anew
    is_lone = len(stack) == 1 and stack[0].numbering in _UNSURE and ahead.ends(index, stack[0])
    return stack[0].numbering == "alpha-arabic" or is_lone


def _opens_articles(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> bool:
    """Whether the articles of a text begin: they are in no list above them, unless that goes on below them."""
    first = entry.candidates[0] if entry.candidates else None
    if first is None or first.shape != ARTICLE or first.ordinal != 1 or not stack or stack[0].shape == ARTICLE:
        return False
    return not ahead.comes_back(index, first, stack[0])


def _leaves_finished(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> bool:
    """Whether a text's own numbers begin below letters that ended a sentence: a finished list holds nothing more."""
    if len(stack) != 1 or not stack[0].is_finished or stack[0].numbering not in _UNSURE or entry.opens:
        return False
    return any(
        candidate.numbering in {"decimal", "arabic-indic"}
        and candidate.ordinal == 1
        and ahead.comes_later(index, candidate, 2)
        for candidate in entry.candidates
    )


def _leaves_for_heading(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> bool:
    """Whether what a heading announces counts anew: the numbers above it do not go on below it."""
    if not entry.is_headed or not stack or not entry.candidates or entry.candidates[0].ordinal != 1:
        return False
    return is_number(entry.candidates[0]) and not ahead.comes_back(index, entry.candidates[0], stack[0])


def _leaves_names(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> bool:
    """Whether a text's own numbers begin below a list of names that is over: the parties to a case, those present.

    Lines stand between, or it acts: below a heading with a number its own paragraphs begin at once.
    """
    if len(stack) != 1 or entry.opens or not entry.starts or entry.ending != ".":
        return False
    names = stack[0]
    are_names = names.numbering in _PLAIN and names.last >= _LEAST_RISE and not names.has_stops
    is_act = entry.acts and ahead.ends(index, names)
    if not are_names or not (is_act or index - names.place > _LEAST_RISE):
        return False
    return any(
        candidate.numbering in _PLAIN
        and candidate.ordinal == 1
        and candidate.shape != names.shape
        and (is_act or ahead.is_longer(index, candidate, names))
        for candidate in entry.candidates
    )


def _leaves_extract(stack: list[_List], entry: Entry) -> bool:
    """Whether a number stands alone above a sentence, below letters with which an extract began: their list ended."""
    if len(stack) != 1 or not stack[0].is_extract or stack[0].numbering not in _UNSURE:
        return False
    return entry.starts and entry.is_sentence and any(_is_number_alone(candidate) for candidate in entry.candidates)


def _is_number_alone(candidate: Candidate) -> bool:
    return candidate.numbering in {"decimal", "arabic-indic"} and not candidate.rest


def _accept_lone(entries: Sequence[Entry]) -> list[Label | None]:
    """The one number of an extract, where no other paragraph has any: a sentence behind a number above one."""
    found = [
        (index, candidate)
        for index, entry in enumerate(entries)
        for candidate in entry.candidates
        if candidate.numbering in {"decimal", "arabic-indic"} and entry.starts and entry.is_sentence
    ]
    labels: list[Label | None] = [None] * len(entries)
    if len(found) == 1:
        index, candidate = found[0]
        labels[index] = Label(candidate, 0, "number_gap")
    return labels


def _continue(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> Label | None:
    """The next number of an open list: of the same shape if there is one, else of that numbering.

    Where several wait for that number, sense decides, not depth alone (``_goes_outside``). Below a colon, numbers that
    count down to one are a list of their own.
    """
    if _opens_falling(entry, ahead, index):
        return None
    for same_shape in (True, False):
        fits = [
            (depth, candidate)
            for depth in range(len(stack) - 1, -1, -1)
            for candidate in entry.candidates
            if candidate.numbering == stack[depth].numbering
            and (candidate.shape == stack[depth].shape) == same_shape
            and candidate.ordinal == stack[depth].last + 1
            and (same_shape or entry.starts)
        ]
        if fits:
            inner, candidate = fits[0]
            outer = next((fit for fit in fits[1:] if stack[fit[0]].has_sentences or fit[0] == 0), None)
            if outer and _goes_outside(stack[inner], entry, acts=ahead.acts_on(index, candidate)):
                return Label(outer[1], outer[0])
            return Label(candidate, inner)
    return None


def _opens_falling(entry: Entry, ahead: _Ahead, index: int) -> bool:
    """Whether a list that counts backwards begins below a colon (``<ol reversed>``)."""
    return entry.opens and any(ahead.falls(index, candidate) for candidate in entry.candidates)


def _goes_outside(inner: _List, entry: Entry, *, acts: bool) -> bool:
    """Whether a number that an inner list and one around it wait for is of the one around it.

    The inner one is finished, or holds names and the paragraph is a sentence, or tells nothing of a meeting while the
    numbers from here on do (``acts``).
    """
    names_only = entry.is_sentence and not inner.has_sentences
    return inner.is_finished or names_only or (acts and not inner.has_acts)


def _open(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> Label | None:
    """The first number of a new list; inside another list, and for letters, its second number must follow."""
    if len(stack) >= _DEEPEST:
        return None
    is_falling = bool(stack) and _opens_falling(entry, ahead, index)
    for candidate in entry.candidates:
        if candidate.ordinal is None:
            return Label(candidate, len(stack)) if entry.starts else None
        if is_falling and ahead.falls(index, candidate):
            return Label(candidate, len(stack), "number_gap")
        if candidate.ordinal != 1:
            continue
        if candidate.numbering == NESTED:
            return _open_nested(stack, candidate, ahead, index) if entry.starts else None
        is_known = any((known.numbering, known.shape) == (candidate.numbering, candidate.shape) for known in stack)
        if is_known and not (entry.opens or _hangs_inside(stack, candidate, ahead, index)):
            continue
        # a first number of an open list that is none of it hangs inside
        is_sure = (is_known and not entry.opens) or (not stack and candidate.numbering not in _UNSURE)
        if is_sure or ahead.comes_later(index, candidate, 2):
            return Label(candidate, len(stack))
    return None


def _hangs_inside(stack: list[_List], candidate: Candidate, ahead: _Ahead, index: int) -> bool:
    """Whether a first number, of the form of an outer list, is of a list inside the inner one: that goes on below."""
    inner = stack[-1]
    is_other = (inner.numbering, inner.shape) != (candidate.numbering, candidate.shape)
    return is_other and inner.numbering in _PLAIN and ahead.goes_on_below(index, candidate, inner)


def _accept_odd(stack: list[_List], entry: Entry, ahead: _Ahead, index: int) -> Label | None:
    """A gap, a repeat or a restart in an open list, or a first number above one: flagged."""
    if not entry.starts:
        return None
    for candidate in entry.candidates:
        if candidate.ordinal is None:
            continue
        for depth in range(len(stack) - 1, -1, -1):
            known = stack[depth]
            if (candidate.numbering, candidate.shape) != (known.numbering, known.shape):
                continue
            step = candidate.ordinal - known.last
            if 1 < step <= (_WIDEST_CUT if entry.is_cut else _WIDEST_GAP):
                return Label(candidate, depth, "number_gap")
            is_again = step == 0 or candidate.ordinal == 1 or (step == -1 and known.is_falling)
            if step <= 0 and (is_again or ahead.comes_later(index, candidate, candidate.ordinal + 1)):
                return Label(candidate, depth, "number_repeat")
        is_alone = not candidate.rest and entry.is_sentence
        # a word (``رابعا- يطلب …``) that heads a section stands above no sentence of its own
        is_counted = is_number(candidate) and (candidate.numbering != "ordinal-word" or entry.is_sentence)
        is_first = not stack and (is_counted or candidate.is_spelled or (is_alone and entry.starts))
        follows = ahead.comes_later(index, candidate, candidate.ordinal + 1)
        # an extract, or a list of a page that counts from a number of its own
        is_act = entry.is_sentence and entry.acts
        is_lone = not stack and entry.is_sentence and _is_number_alone(candidate)
        if is_lone or (is_first and (follows or ((entry.is_cut or is_act) and ahead.rises(index, candidate)))):
            return Label(candidate, 0, "number_gap")
        if is_first and entry.is_sentence and ahead.falls(index, candidate):
            return Label(candidate, 0, "number_gap")
    return None
