"""Inputs of every kind for ``test_any_input``: texts of others (all invented), and random changes of specimens."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

SPECIMENS = Path(__file__).parent / "specimens"
# bytes: larger ones cost seconds of reading and show nothing more
_LARGEST = 300_000

NEWS = {
    "news_en.txt": "TUNIS, 4 May (Reporter) - Ministers of the region are to gather next week, a spokesman said on Monday.\n"
    "They will speak about trade, the spokesman told journalists. No final communiqué has been agreed.\n" * 4,
    "news_fr.txt": "Le ministre a annoncé mardi que la conférence se tiendrait au mois de juin dans la capitale.\n"
    "Selon son porte-parole, les participants examineront la situation économique et les projets.\n" * 4,
    "news_ar.txt": "أعلن المتحدث الرسمي اليوم أن الاجتماع سيعقد في الشهر القادم في العاصمة بحضور الوزراء.\n"
    "وقال في تصريح للصحفيين إن المشاركين سيبحثون التعاون التجاري بين البلدان.\n" * 4,
}
LAWS = {
    "law_en.txt": "THE HARBOURS ACT\n\n1. This Act may be cited as the Harbours Act.\n\n2. In this Act, unless the context"
    " otherwise requires, a harbour means any place at which ships load.\n\n3. The Minister may make regulations.\n",
    "law_fr.txt": "LOI SUR LES PORTS\n\nArticle 1. La présente loi s'applique à tous les ports de la République.\n\n"
    "Article 2. Le ministre fixe par arrêté les conditions de son application.\n",
    "law_ar.txt": "قانون الموانئ\n\nالمادة 1: يسمى هذا القانون قانون الموانئ.\n\nالمادة 2: يصدر الوزير اللوائح اللازمة لتنفيذ"
    " أحكام هذا القانون.\n\nالمادة 3: ينشر هذا القانون في الجريدة الرسمية.\n",
}
OTHERS = {
    "league_ar.txt": "بيان مجلس رابطة الأنهار في دورته العادية\n\n1- إن مجلس الرابطة، إذ يؤكد أهمية المياه، يقرر إنشاء لجنة.\n\n"
    "2- يدعو المجلس الدول المطلة على النهر إلى التعاون.\n\n3- يشكر المجلس حكومة البلد المضيف.\n",
    "union_en.txt": "FINAL COMMUNIQUE OF THE UNION OF ISLAND STATES\n\n1. The Heads of State of the Union met in March.\n\n"
    "2. They expressed concern at the state of the sea.\n\n3. They called upon partners to help.\n",
    "union_fr.txt": "COMMUNIQUÉ FINAL DE L'UNION DES ÉTATS INSULAIRES\n\n1. Les chefs d'État se sont réunis au mois de mars.\n\n"
    "2. Ils ont exprimé leur préoccupation.\n\n3. Ils ont lancé un appel aux partenaires.\n",
}
ODD = {
    "empty.txt": "",
    "blank.txt": " \n\t\n" * 50,
    "one_line.txt": "The Meeting agreed. " * 3000,
    "labels.txt": "".join(f"{number}. \n" for number in range(1, 400)),
    "brackets.txt": "The Meeting agreed " + "(" * 2000 + "\n" + "[" * 2000 + "«" * 2000,
    "large_number.txt": "REPORT OF THE MEETING OF THE OIC CONTACT GROUP ON MALI\n\n"
    + "".join(f"{9 ** (20 + number)}. The Meeting of the OIC Contact Group agreed on it.\n\n" for number in range(5)),
    "no_type.txt": "THE OIC CONTACT GROUP ON SOMALIA\nJeddah, 4 March 2013\n\n"
    "1. The Meeting of the OIC Contact Group on Somalia agreed on the following.\n\n"
    "2. The Meeting welcomed the progress that was made.\n\n3. The Meeting called on all States to help.\n",
    "late.txt": "FINAL COMMUNIQUE OF THE OIC CONTACT GROUP ON SOMALIA\nJeddah, 4 March 2093\n\n"
    "1. The Meeting of the OIC Contact Group on Somalia agreed on the following.\n\n"
    "2. The Meeting welcomed the progress that was made.\n\n3. The Meeting called on all States to help.\n",
    "half.html": "<html><body><p>1. The Meeting &#xD800; agreed &#0; on &#x110000;<p>2. The Meeting",
    "deep.html": "<div>" * 3000 + "The Meeting agreed.",
    "control.txt": "REPORT\n\n1. The Meeting\x00 of the\x07 OIC agreed\x1b[31m.\n\u202e2. The Meeting agreed\ufeff.\ud7ff",
    "broken.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
}


def list_specimens() -> list[Path]:
    """Specimens of all kinds of files, small ones, in the order of their names."""
    folders = (SPECIMENS, SPECIMENS / "structure" / "open", SPECIMENS / "received" / "open", SPECIMENS / "pdf")
    found = (path for folder in folders for path in folder.glob("**/*.pdf" if folder.name == "pdf" else "*"))
    kinds = {".txt", ".html", ".md", ".docx", ".pdf", ".bin"}
    return sorted(
        path for path in found if path.suffix in kinds and path.stat().st_size < _LARGEST and path.name != "README.md"
    )


def list_texts() -> Iterator[tuple[str, bytes]]:
    """Texts that no report is, and odd ones, each with its name."""
    for name, text in (NEWS | LAWS | OTHERS | ODD).items():
        yield name, text.encode()


def change(content: bytes, chance: random.Random) -> bytes:
    """A specimen changed once to four times at random, as bytes or as lines of text."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_CHANGES)(content, chance)
    return content


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _remove(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    return content[:start] + content[start + chance.randint(1, 500) :]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    piece = content[start : start + chance.randint(1, 500)]
    return content[:start] + piece * chance.choice((2, 3, 40)) + content[start:]


def _put_in(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    piece = chance.choice(_PIECES)
    return content[:start] + piece + content[start:]


def _shuffle(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _renumber(content: bytes, chance: random.Random) -> bytes:
    digit = str(chance.randrange(10)).encode()
    return content.replace(digit, chance.choice((b"0", b"99999999999999999999", b"-", b"\xd9\xa3", b"")))


_PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"</p></body>",
    b"<table><tr><td>",
    b"\n1. \n1. \n1. ",
    "\n(أ) \n".encode(),
    "\u202e\u2066".encode(),
    "\ue000\ufffd\u25a1".encode(),
    "\n32/13 فبراير 0000\n".encode(),
    b"\nRESOLUTION No. 1/99-XX\n",
    b"(" * 500,
    b"\nANNEX\n",
    b"A" * 5000,
)
_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _flip, _cut, _remove, _repeat, _put_in, _put_in, _shuffle, _renumber
)  # fmt: skip
