"""The forms of real texts: each writes the body that such a text has.

What a careful reader would hesitate about is not composed; where readers do both, the truth has both roles.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from composed.facts import load, say_ordinal
from composed.layouts import CELL
from composed.outlines import NUMBERS, write_label
from composed.real_writer import RealWriter

_EITHER = ("preamble", "operative", "heading")
_LISTED = ("operative", "list_item")
_ROMAN_NUMBERS = {"en": ("I.", "I -"), "fr": ("I.", "I -"), "ar": ("I -",)}
_BULLETS = ("¨", "·", "*", "–", "➢", "o", "▪")
_NOTES = ("[1]", "(1)", "*")


def _other_participles(w: RealWriter) -> None:
    w.open("resolution")
    w.text.body = w.text.body[:1]
    mark = w.rng.choice(["", ",", w.stop])
    for _ in range(4):
        w.add("preamble", f"{w.take('whereas')}{mark}")
    w.add_numbered(4)


def _verb_alone(w: RealWriter) -> None:
    w.open("resolution")
    w.add("preamble", w.take("verb"), also=_EITHER)
    for _ in range(4):
        w.add("operative", f"{w.take('decide')}{w.stop}", w.next_number(), also=_LISTED)


def _dashes_below_a_verb(w: RealWriter) -> None:
    w.open("resolution")
    w.add("preamble", w.take("verb"), also=_EITHER)
    bullet = w.rng.choice(["-", "•", "–"])
    for _ in range(4):
        w.add("operative", f"{w.take('decide')}{w.stop}", bullet, also=_LISTED)


def _capital_verbs(w: RealWriter, style: str | None = None) -> None:
    w.open("resolution")
    for row in w.rng.sample(load("acts", w.language), 5):
        said = f"{row['present'].upper()} {row['rest']}{w.stop}"
        w.add("operative", said, w.next_number(style) if style else None)


def _capital_verbs_numbered(w: RealWriter) -> None:
    _capital_verbs(w, w.style)


def _roman_paragraphs(w: RealWriter) -> None:
    w.open("resolution")
    w.style = w.rng.choice(_ROMAN_NUMBERS[w.language])
    w.add_numbered(5)


def _joined_paragraphs(w: RealWriter) -> None:
    w.open("resolution")
    w.joins = True
    w.style = w.rng.choice([style for style in NUMBERS[w.language] if "١" not in style])
    w.add_numbered(4)


def _annexed_rules(w: RealWriter) -> None:
    w.open("resolution")
    w.add_numbered(3)
    # in one line: on two lines readers take word and title for one block or for two
    mark = " : " if w.language == "fr" else ": "
    w.add("annex", f"{w.take('annex_word')}{mark}{w.take('annex_title')}", also=("heading", "title", "header"))
    w.count = 0
    for _ in range(4):
        w.add("operative", w.take("rule"), w.next_number(), also=("annex",))


def _notes(w: RealWriter) -> None:
    w.open("resolution")
    mark = w.rng.choice([note for note in _NOTES if note[0] != w.style[0]])
    w.add("operative", f"{w.take_act()}{w.stop}", w.next_number())
    w.add("operative", f"{w.take_act()} {mark}{w.stop}", w.next_number())
    w.add_numbered(2)
    w.add("footnote", w.take("note"), mark)


def _signed(w: RealWriter) -> None:
    w.open("declaration")
    w.add("preamble", w.speaker.say("declare_lead"), also=_EITHER)
    we = {"en": "We ", "fr": "Nous ", "ar": ""}[w.language]
    for _ in range(4):
        w.add("operative", f"{we}{w.take_act('we')}.", w.next_number())
    w.add("closing", w.take("formula"), also=("operative",))
    w.add("signature", w.speaker.fill(w.take("done")), also=("closing", "header"))


def _declaration_goes_on(w: RealWriter) -> None:
    w.open("declaration")
    w.add("preamble", w.take("hereby"), also=_EITHER)
    for _ in range(5):
        said = w.take_act("we")
        w.add("operative", f"{said}{w.stop}", w.next_number(), also=_LISTED)


def _preamble_numbered(w: RealWriter) -> None:
    w.open("declaration")
    w.text.body = [replace(piece, label=w.next_number()) for piece in w.text.body]
    w.add("preamble", w.speaker.say("declare_lead"), also=_EITHER)
    for _ in range(4):
        w.add("operative", f"{w.take_act('we')}{w.stop}", w.next_number(), also=_LISTED)


def _counted_paragraphs(w: RealWriter) -> None:
    w.open("declaration")
    w.add("preamble", w.speaker.say("declare_lead"), also=_EITHER)
    w.style = "أولا:" if w.language == "ar" else "FIRST:"
    we = {"en": "We ", "fr": "Nous ", "ar": ""}[w.language]
    for _ in range(4):
        w.add("operative", f"{we}{w.take_act('we')}.", w.next_number())


def _second_paragraphs(w: RealWriter) -> None:
    w.open("report")
    for _ in range(3):
        w.add_numbered(1, kind="told")
        w.add("operative", w.take("follow"))
        w.add_numbered(1, kind="told")


def _lists_in_lists(w: RealWriter) -> None:
    w.open("resolution")
    inner = w.rng.choice({"en": ("(i)", "-", "•"), "fr": ("(i)", "-", "•"), "ar": ("-", "•", "I -")}[w.language])
    w.add_numbered(1)
    w.add("operative", w.take("lead"), w.next_number())
    for place in range(2):
        w.add("list_item", w.take("item_led"), write_label(w.item, place, w.language))
        w.add_items(w.list_words("subitem")[3 * place : 3 * place + 3], inner)
    w.add("list_item", f"{w.take('item')}{w.stop}", write_label(w.item, 2, w.language))
    w.add_numbered(2)


def _sentences_as_items(w: RealWriter) -> None:
    w.open("report")
    w.add_numbered(1, kind="told")
    w.add("operative", w.take("recommend_lead"), w.next_number())
    w.add_items(w.list_words("item_sentence"), w.item)
    w.add_numbered(2, kind="told")


def _odd_bullets(w: RealWriter) -> None:
    w.open("report")
    w.item = w.rng.choice(_BULLETS)
    w.add_numbered(1, kind="told")
    for _ in range(2):
        w.add("operative", w.take("told_lead"), w.next_number())
        w.add_items([f"{w.take('item')}{w.stop}" for _ in range(3)], w.item)
        w.add_numbered(1, kind="told")


def _names(w: RealWriter) -> None:
    w.open("report")
    w.add_numbered(1, kind="told")
    w.add("operative", w.take("told_lead_names"), w.next_number(), also=("preamble",))
    for name in w.list_words("state"):
        w.add("list_item", name)
    w.add_numbered(3, kind="told")


def _names_elected(w: RealWriter) -> None:
    w.open("resolution")
    w.add_numbered(1)
    w.add("operative", w.take("lead_names"), w.next_number())
    for name in w.list_words("state")[:4]:
        w.add("list_item", name)
    w.add_numbered(3)


def _names_numbered(w: RealWriter) -> None:
    w.open("report")
    w.style, w.item = "1.", w.rng.choice(["1-", "1)", "(1)"])
    w.add_numbered(1, kind="told")
    w.add("operative", w.take("told_lead_names"), w.next_number(), also=("preamble",))
    w.add_items(w.list_words("state"), w.item)
    w.add_numbered(3, kind="told")


def _states_that_came(w: RealWriter) -> None:
    w.open("report")
    w.add("preamble", w.take("told_lead_names"), also=("operative",))
    w.item = w.rng.choice(["1.", "1-", "1)", "(1)"])
    w.add_items(w.list_words("state"), w.item)
    for _ in range(3):
        w.add("operative", f"{w.take('told')}.", also=("preamble",))


def _long_headings(w: RealWriter) -> None:
    w.open("report")
    for place in range(3):
        topic = w.take("long_topic")
        # without capitals or a label nobody sees that two lines are one heading
        label = write_label("أولا:", place, "ar") if w.language == "ar" else None
        w.add("heading", topic.upper(), label)
        w.add_numbered(2, kind="told")


def _headings_with_colons(w: RealWriter) -> None:
    w.open("report")
    for _ in range(3):
        w.add("heading", f"{w.take('topic')}{' :' if w.language == 'fr' else ':'}")
        w.add_numbered(2, kind="told")


def _agenda_headings(w: RealWriter) -> None:
    w.open("report")
    for place in range(3):
        w.add("heading", w.take("agenda_item").format(n=place + 1, topic=w.take("topic")))
        w.add_numbered(2, kind="told")


def _decimals(w: RealWriter) -> None:
    w.open("report")
    first = w.rng.choice(["A", "I"]) if w.language != "ar" else w.rng.choice(["أ", "I"])
    for place in range(3):
        letter = write_label(first, place, w.language)
        w.add("heading", w.take("topic"), f"{letter}.")
        for below in range(3):
            w.add("operative", f"{w.take('told')}.", f"{letter}.{below + 1}")


def _deep_decimals(w: RealWriter) -> None:
    w.open("report")
    for place in range(2):
        w.add("heading", w.take("topic"), f"{place + 1}.")
        for below in range(2):
            w.add("heading", w.take("topic"), f"{place + 1}.{below + 1}")
            for inner in range(2):
                w.add("operative", f"{w.take('told')}.", f"{place + 1}.{below + 1}.{inner + 1}")


def _indic_decimals(w: RealWriter) -> None:
    w.open("report")
    indic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    mark = w.rng.choice(["-", "."])
    for place in range(3):
        w.add("heading", w.take("topic"), f"{place + 1}{mark}".translate(indic))
        for below in range(2):
            w.add("operative", f"{w.take('told')}.", f"{place + 1}{mark}{below + 1}".translate(indic))


def _section_signs(w: RealWriter) -> None:
    w.open("report")
    w.style = w.rng.choice(["§ 1", "§1.", "§ 1."])
    w.add_numbered(6, kind="told")


def _add_article(w: RealWriter, place: int, *, template: str, apart: str) -> None:
    number = template.format(n=place + 1, nth=say_ordinal(place + 1, w.language))
    w.add("heading", f"{number}{apart}{w.list_words('article_title')[place]}")


def _articles(w: RealWriter) -> None:
    w.front("statute")
    template, apart = w.rng.choice(w.list_words("article_number")), w.rng.choice([" ", "\n"])
    for place in range(5):
        _add_article(w, place, template=template, apart=apart)
        w.count = 0
        for _ in range(2):
            label = w.next_number("(1)") if place % 2 else None
            w.add("operative", w.take("article"), label)


def _chapters(w: RealWriter) -> None:
    w.front("statute")
    template, place = w.rng.choice(w.list_words("article_number")), 0
    for chapter, title in zip(w.list_words("chapter"), w.list_words("chapter_title"), strict=True):
        w.add("heading", f"{chapter}\n{title}")
        for _ in range(2):
            _add_article(w, place, template=template, apart="\n")
            w.add("operative", w.take("article"))
            place += 1


def _programme(w: RealWriter) -> None:
    w.front("programme", with_session=True)
    w.add("heading", w.take("programme_head"))
    w.add("operative", w.take("programme_told"), also=("preamble",))
    bullet = w.rng.choice(["-", "•", "(a)" if w.language != "ar" else "(أ)"])
    for place in range(3):
        w.add("heading", w.take("topic").upper(), write_label("I.", place, "en"))
        for below in range(2):
            w.add("heading", w.take("topic"), write_label("1.", below, "en"))
            for inner in range(2):
                w.add("operative", w.take("goal"), write_label(bullet, inner, w.language), also=_LISTED)


def _contents(w: RealWriter) -> None:
    w.front("programme", with_session=True)
    topics = w.list_words("topic")[:5]
    w.add("heading", w.take("contents"), also=("header",))
    for place, topic in enumerate(topics):
        w.add("table", f"{place + 1}. {topic} {'.' * (50 - len(topic))} {2 * place + 3}")
    for place, topic in enumerate(topics):
        w.add("heading", topic, f"{place + 1}.")
        for inner in range(2):
            w.add("operative", w.take("goal"), f"{place + 1}.{inner + 1}", also=_LISTED)


def _table(w: RealWriter) -> None:
    w.open("report")
    w.add_numbered(2, kind="told")
    w.add("operative", w.take("table_lead"), w.next_number())
    w.add("table", w.take("table_head").replace("\n", CELL), also=("heading",))
    for place, state in enumerate(w.list_words("state")):
        w.add("table", f"{place + 1}{CELL}{state}{CELL}{(place + 3) * 11},500")
    w.add_numbered(2, kind="told")


def _agenda(w: RealWriter) -> None:
    w.open("report")
    w.add("operative", f"{w.take('told')}.", also=("preamble",))
    w.add("operative", w.take("agenda_lead"), also=("preamble",))
    w.add_items(w.list_words("agenda"), w.style)
    for _ in range(3):
        w.add("operative", f"{w.take('told')}.")


def _recommendations(w: RealWriter) -> None:
    w.open("report")
    w.add("operative", f"{w.take('told')}.", also=("preamble",))
    w.add("operative", w.take("recommend_lead"), also=("preamble",))
    for _ in range(4):
        w.add("operative", w.take("rule"), w.next_number(), also=_LISTED)


def _participants(w: RealWriter) -> None:
    w.open("report")
    w.add_numbered(4, kind="told")
    w.add("heading", w.take("participants"), also=("annex", "header", "title"))
    for state in w.list_words("state")[:4]:
        w.add("heading", state.upper(), also=("list_item",))
        for _ in range(2):
            w.add("list_item", w.take("participant"), also=("table",))


def _speech(w: RealWriter) -> None:
    w.front("speech")
    for place in range(6):
        if place % 2 == 0:
            # in one line: of lines without gaps readers make one block or several
            said = " ".join(w.list_words("salutation")[: 3 - place // 2])
            w.add("preamble", said, also=("operative", "heading", "header"))
        w.add("operative", w.list_words("spoken")[place], also=("preamble",))
    w.add("closing", w.take("speech_end"), also=("operative",))


FORMS: dict[str, Callable[[RealWriter], None]] = {
    "preamble, other participles": _other_participles,
    "verb alone above numbers": _verb_alone,
    "verb alone above dashes": _dashes_below_a_verb,
    "capital verbs": _capital_verbs,
    "capital verbs, numbered": _capital_verbs_numbered,
    "roman paragraphs": _roman_paragraphs,
    "paragraphs in one line": _joined_paragraphs,
    "annex, own numbers": _annexed_rules,
    "notes": _notes,
    "declaration, signed": _signed,
    "declaration, sentence goes on": _declaration_goes_on,
    "preamble, numbered": _preamble_numbered,
    "counted paragraphs": _counted_paragraphs,
    "second paragraphs": _second_paragraphs,
    "lists in lists": _lists_in_lists,
    "sentences as items": _sentences_as_items,
    "odd bullets": _odd_bullets,
    "names": _names,
    "names elected": _names_elected,
    "names, numbered": _names_numbered,
    "states that came": _states_that_came,
    "headings of two lines": _long_headings,
    "headings with colons": _headings_with_colons,
    "agenda headings": _agenda_headings,
    "decimals below letters": _decimals,
    "decimals of three levels": _deep_decimals,
    "indic decimals": _indic_decimals,
    "section signs": _section_signs,
    "articles": _articles,
    "chapters": _chapters,
    "programme": _programme,
    "contents": _contents,
    "table": _table,
    "agenda": _agenda,
    "recommendations": _recommendations,
    "participants": _participants,
    "speech": _speech,
}
# forms that not every language has: Arabic has no capitals
LANGUAGES_OF = {
    "capital verbs": ("en", "fr"),
    "capital verbs, numbered": ("en", "fr"),
    "indic decimals": ("ar",),
}
