"""A map of codes learnt from words: for a code that comes out as no letter, or as one that makes no words.

In one file, a code of a font always comes out as the same wrong sign, and nearly all of them are ligatures, vowel signs
and fillers. A learnt letter is one that makes words of most of the damaged words that it stands in, and far more of
them than any other letter does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from oic_reports.reading.pdf.coded_words import CodedWord
from oic_reports.reading.pdf.glyph_text import PERSIAN, TATWEEL, is_suspect
from oic_reports.reading.pdf.glyphs import Code
from oic_reports.reading.pdf.usual_words import measure_word

_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_LIGATURES = (
    "لا",
    "لأ",
    "لإ",
    "لآ",
    "لم",
    "لح",
    "لج",
    "لخ",
    "لي",
    "لى",
    "له",
    "الله",
    "لله",
    "تم",
    "نم",
    "يم",
    "بم",
    "في",
    "ال",
    "لمح",
    "لمج",
    "نج",
    "تج",
    "تح",
    "سم",
    "مم",
    "كا",
    "كل",
)
_CANDIDATES = (*_LETTERS, *_LIGATURES, TATWEEL)
_ALEFS_AND_HAMZA = frozenset("اأإآء")
# letters that differ in a hamza, or in dots, are of one family
_TO_FAMILY = str.maketrans("أإآىةی", "اااي\u0647ي")
# words, and letters of them beyond two each, that are evidence; words that are tried
_LEAST_WORDS = 3
_LEAST_WEIGHT = 8
_LEAST_OF_FORM = 2
_SHORT = 2
_MOST_WORDS = 400
# share of the evidence that the best reading has, and how many times that of the second; rounds of learning
_CONVINCING = 0.6
_MARGIN = 1.5
_MARGIN_OF_FILLER = 2
# words of a code that tell that its letter is wrong, and the share of their letters in known ones all the same; the
# same where it is a letter, and not a ligature, that it may be
_MANY = 5
_HARDLY = 0.2
_FEW = 3
_FEWER_KNOWN = 0.4
_OF_MANY, _OF_FEW = (_MANY, _HARDLY), (_FEW, _FEWER_KNOWN)
_ROUNDS = 12


def learn_map(words: Iterable[CodedWord]) -> dict[Code, str]:
    """Letters for codes that come out as no Arabic inside Arabic words, or as a letter that makes no words.

    Args:
        words: words as sequences of letters, each with its code; without one (None) where the letter is sure.

    Returns:
        Code to letters, only where the evidence convinces; a kashida where the words are whole without the glyph.
    """
    counted = Counter(tuple(word) for word in words)
    learnt: dict[Code, str] = {}
    doubtful = {code for word in counted for text, code in word if code is not None and is_suspect(text)}
    rare: set[Code] = set()
    for _ in range(_ROUNDS):
        found = _learn_once(counted, learnt, doubtful, rare)
        wrong, few = (_find_wrong(counted, learnt | found, *least) - doubtful for least in (_OF_MANY, _OF_FEW))
        if not found and not few:
            break
        learnt.update(found)
        rare |= few - wrong
        doubtful |= few
    return learnt


def _find_wrong(
    counted: Mapping[tuple[tuple[str, Code | None], ...], int], learnt: Mapping[Code, str], many: int, hardly: float
) -> set[Code]:
    """The codes whose letters make hardly a word of many: their map names another letter."""
    words: Counter[Code] = Counter()
    seen: Counter[Code] = Counter()
    known: Counter[Code] = Counter()
    for word in counted:
        if all(code in learnt or not is_suspect(text) for text, code in word):
            spelled = "".join(learnt.get(code, text) if code else text for text, code in word)
            weight = max(len(spelled) - _SHORT, 0)
            is_known = measure_word(spelled) > 0
            for code in {code for _, code in word if code is not None and code not in learnt}:
                words[code] += weight > 0
                seen[code] += weight
                known[code] += weight * is_known
    return {code for code, number in seen.items() if words[code] >= many and known[code] <= hardly * number}


def _learn_once(
    counted: Mapping[tuple[tuple[str, Code | None], ...], int],
    learnt: Mapping[Code, str],
    doubtful: AbstractSet[Code],
    rare: AbstractSet[Code],
) -> dict[Code, str]:
    """One round: codes that are alone unknown in their words; ``rare`` ones are single letters, and no alef."""
    cases: dict[Code, list[str]] = defaultdict(list)
    raws: dict[Code, str] = {}
    for word in counted:
        unknown = {code: text for text, code in word if code is not None and code in doubtful and code not in learnt}
        others = {code for code, text in unknown.items() if text not in PERSIAN}
        for code in others or unknown:
            if len(others) > 1:
                break
            raws[code] = unknown[code]
            cases[code].append("".join(_read_glyph(*glyph, code, learnt) for glyph in word))
    found = {}
    for code, patterns in sorted(cases.items()):
        if code in rare and raws[code] in _ALEFS_AND_HAMZA:
            continue
        own = PERSIAN.get(raws[code])
        if own:
            letters = _choose(patterns[:_MOST_WORDS], (raws[code], *own), _LEAST_OF_FORM)
        elif len(patterns) >= _LEAST_WORDS:
            candidates = _LETTERS if code in rare else _CANDIDATES
            letters = _choose(patterns[:_MOST_WORDS], candidates, _LEAST_WEIGHT)
        else:
            continue
        if letters is not None and letters != raws[code]:
            found[code] = letters
    # words of a true letter may be unknown for another one that is false: of these one is taken at a time
    changed = [code for code in found if not is_suspect(raws[code])]
    for code in sorted(changed, key=lambda code: -len(cases[code]))[1:]:
        del found[code]
    return found


def _read_glyph(text: str, code: Code | None, asked: Code, learnt: Mapping[Code, str]) -> str:
    """The letters of one glyph of a word, a null for the code that is asked about."""
    if code is None:
        return text
    if code == asked:
        return "\0"
    return learnt.get(code) or PERSIAN.get(text, (text,))[0]


def _choose(patterns: Sequence[str], candidates: Sequence[str], least: int) -> str | None:
    """The letters that make words of most patterns (a null stands for them); None where none convinces.

    Candidates that differ in a hamza or in dots of the same letter are one choice against the others, for many words
    are written either way; among themselves the one whose words are more usual is taken.
    """
    # the longer a word, the less does it become another by chance
    weights = [max(len(pattern) - _SHORT, 0) for pattern in patterns]
    families: dict[str, Counter[int]] = defaultdict(Counter)
    usual: dict[str, float] = defaultdict(float)
    solved: set[int] = set()
    for place, (pattern, weight) in enumerate(zip(patterns, weights, strict=True)):
        usuals = {letters: measure_word(pattern.replace("\0", letters.strip(TATWEEL))) for letters in candidates}
        most = max(usuals.values())
        for letters, measured in usuals.items():
            if measured:
                solved.add(place)
                families[letters.translate(_TO_FAMILY)][place] = weight
                usual[letters] += weight * measured / most
    scores = {family: sum(each.values()) for family, each in families.items()}
    filler = scores.pop(TATWEEL, 0)
    # a letter or its Persian form: words that are known with neither, names, tell nothing
    counted = sum(weights) if len(candidates) >= len(_LETTERS) else sum(weights[place] for place in solved)
    ranked = sorted(((score, family) for family, score in scores.items()), reverse=True)
    best, family = ranked[0] if ranked else (0, "")
    second = ranked[1][0] if len(ranked) > 1 else 0
    if best >= max(_CONVINCING * counted, _MARGIN * second, least):
        own = [letters for letters in candidates if letters.translate(_TO_FAMILY) == family]
        return max(own, key=lambda letters: usual[letters])
    # many words are whole without a letter of theirs too: what stretches them is told last, by more of them
    is_filler = filler >= max(_CONVINCING * counted, _MARGIN_OF_FILLER * best, _MARGIN_OF_FILLER * least)
    return TATWEEL if is_filler else None
