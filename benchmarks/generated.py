"""Generated reports, as many as are asked for: three languages, text, web page, Word and PDF; the same each time.

They are no specimens: sentences are drawn from a few lists, so that every report has a text of its own.
"""

from __future__ import annotations

import hashlib
import html
import json
import random
import textwrap
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

# numbered paragraphs of a report, as the seven usual meetings have
_PARAGRAPHS = 30
_BODIES = {
    "en": ("Mali", "Somalia", "Yemen", "Afghanistan", "Jammu and Kashmir", "Bosnia and Herzegovina"),
    "ar": ("مالي", "الصومال", "اليمن", "أفغانستان", "جامو وكشمير", "البوسنة والهرسك"),
    "fr": ("le Mali", "la Somalie", "le Yémen", "l'Afghanistan", "le Jammu-et-Cachemire", "la Bosnie-Herzégovine"),
}
_CITIES = {
    "en": ("Jeddah", "Istanbul", "Dakar", "Islamabad", "Cairo"),
    "ar": ("جدة", "إسطنبول", "داكار", "إسلام آباد", "القاهرة"),
    "fr": ("Djeddah", "Istanbul", "Dakar", "Islamabad", "Le Caire"),
}
_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
_WORDS = {
    "en": (
        ("reaffirmed", "welcomed", "stressed", "expressed its appreciation of", "took note of", "called for"),
        ("the efforts", "the support", "the commitment", "the contribution", "the role", "the initiative"),
        ("of the Member States", "of the General Secretariat", "of the Islamic Development Bank", "of civil society"),
        ("in the field of education", "for lasting peace", "towards reconstruction", "in humanitarian relief"),
        ("and requested a report on the matter", "and decided to follow it closely", "and urged all parties to help"),
    ),
    "ar": (
        (
            "أكد الاجتماع مجددا",
            "رحب الاجتماع بـ",
            "شدد الاجتماع على",
            "أعرب الاجتماع عن تقديره لـ",
            "أحاط الاجتماع علما بـ",
        ),
        ("الجهود المبذولة", "الدعم المقدم", "الالتزام الراسخ", "المساهمة القيمة", "الدور البناء"),
        ("من الدول الأعضاء", "من الأمانة العامة", "من البنك الإسلامي للتنمية", "من المجتمع المدني"),
        ("في مجال التعليم", "من أجل السلام الدائم", "في إعادة الإعمار", "في الإغاثة الإنسانية"),
        ("وطلب تقريرا في هذا الشأن", "وقرر متابعة المسألة عن كثب", "ودعا جميع الأطراف إلى المساعدة"),
    ),
    "fr": (
        ("a réaffirmé", "a salué", "a souligné", "s'est félicitée de", "a pris note de", "a appelé à soutenir"),
        ("les efforts", "l'appui", "l'engagement", "la contribution", "le rôle", "l'initiative"),
        (
            "des États membres",
            "du Secrétariat général",
            "de la Banque islamique de développement",
            "de la société civile",
        ),
        ("dans le domaine de l'éducation", "pour une paix durable", "en faveur de la reconstruction"),
        ("et a demandé un rapport à ce sujet", "et a décidé de suivre la question", "et a exhorté toutes les parties"),
    ),
}
_OPENINGS = {
    "en": (
        "FINAL COMMUNIQUE\nOF THE MEETING OF THE OIC CONTACT GROUP ON {BODY}",
        "{city}, {day}",
        "The OIC Contact Group on {body} held a meeting in {city} on {day} at ministerial level.",
        "The Meeting",
    ),
    "ar": (
        "البيان الختامي\nلاجتماع فريق الاتصال المعني ب{body}",
        "{city}، {day}",
        "عقد فريق الاتصال المعني ب{body} في منظمة التعاون الإسلامي اجتماعا في {city} يوم {day} على مستوى وزاري.",
        "",
    ),
    "fr": (
        "COMMUNIQUÉ FINAL\nDE LA RÉUNION DU GROUPE DE CONTACT DE L'OCI SUR {BODY}",
        "{city}, {day}",
        "Le Groupe de contact de l'OCI sur {body} s'est réuni à {city} le {day} au niveau ministériel.",
        "La Réunion",
    ),
}
_OPEN_XML = "http://schemas.openxmlformats.org"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_WORD_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OPEN_XML}/package/2006/content-types"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_OPEN_XML}/package/2006/relationships"><Relationship Id="r1" '
        f'Target="word/document.xml" Type="{_OPEN_XML}/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    ),
    "word/document.xml": (
        f'<w:document xmlns:w="{_OPEN_XML}/wordprocessingml/2006/main"><w:body>RUNS</w:body></w:document>'
    ),
}
# of which names are made, so that two reports share no more than reports do
_SYLLABLES = {
    "en": ("ba", "lor", "min", "dak", "sef", "tur", "gan", "vel", "hos", "pri"),
    "ar": ("با", "لور", "مين", "داك", "سيف", "تور", "غان", "فيل", "هوس", "بري"),
    "fr": ("ba", "lor", "min", "dac", "sef", "tour", "gan", "vel", "hos", "pri"),
}
_NAMED = {"en": "in the {} programme", "ar": "ضمن برنامج {}", "fr": "au titre du programme {}"}
_KINDS = ("txt", "html", "txt", "docx", "html", "pdf")


def write_reports(folder: Path, number: int, first: int = 0) -> None:
    """Write ``number`` reports with their sidecars into ``folder``, counted from ``first``."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(first, first + number):
        language = ("en", "ar", "fr")[place % 3]
        kind = _KINDS[place % len(_KINDS)]
        if kind == "pdf" and language == "ar":
            # the writer of PDF below has Latin letters only
            kind = "txt"
        paragraphs = list(_write_report(language, place))
        path = folder / f"generated_{place:07}.{kind}"
        path.write_bytes(_PRINTERS[kind](paragraphs, language))
        content = path.read_bytes()
        sidecar = {
            "url": None,
            "how_obtained": "generated",
            "received": "2026-11-24",
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
            "media_type": "text/plain",
            "rights_note": "generated for a benchmark",
        }
        path.with_name(f"{path.name}.json").write_text(json.dumps(sidecar), encoding="utf-8")


def _write_report(language: str, place: int) -> Iterator[str]:
    draw = random.Random(place)  # noqa: S311  (no secret: the same report each time)
    day = date(1990, 1, 1) + timedelta(days=place % 12_000)
    body = _BODIES[language][place // 12_000 % 6]
    facts = {
        "body": body,
        "BODY": body.upper(),
        "city": draw.choice(_CITIES[language]),
        "day": print_day(language, day),
    }
    title, dateline, opening, _ = _OPENINGS[language]
    yield title.format(**facts)
    yield dateline.format(**facts)
    yield opening.format(**facts)
    for number in range(1, _PARAGRAPHS + 1):
        yield f"{number}. {write_paragraph(language, draw)}"


def print_day(language: str, day: date) -> str:
    """A day as reports of a language print it."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def write_paragraph(language: str, draw: random.Random) -> str:
    """One to four sentences."""
    subject = _OPENINGS[language][-1]
    sentences = [_write_sentence(language, draw) for _ in range(draw.randint(1, 4))]
    return " ".join(f"{subject} {sentence}.".strip() for sentence in sentences)


def _write_sentence(language: str, draw: random.Random) -> str:
    """A sentence in whose middle programmes of invented names stand."""
    begins, *rest = (draw.choice(words) for words in _WORDS[language])
    names = ["".join(draw.choice(_SYLLABLES[language]) for _ in range(3)) for _ in rest]
    return " ".join(
        [begins, *(f"{part} {_NAMED[language].format(name)}" for part, name in zip(rest, names, strict=True))]
    )


def _print_text(paragraphs: list[str], _: str) -> bytes:
    return ("\n\n".join(paragraphs) + "\n").encode()


def _print_page(paragraphs: list[str], language: str) -> bytes:
    direction = "rtl" if language == "ar" else "ltr"
    body = "\n".join(f"<p>{html.escape(text).replace(chr(10), '<br>')}</p>" for text in paragraphs)
    menu = '<nav><a href="/">Home</a> <a href="/news">News</a></nav>'
    head = f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>OIC</title>'
    return f"{head}</head>\n<body>{menu}<main>\n{body}\n</main></body></html>\n".encode()


def _print_word(paragraphs: list[str], _: str) -> bytes:
    lines = (line for text in paragraphs for line in text.split("\n"))
    runs = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in lines)
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in _WORD_PARTS.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 11, 24, 0, 0, 0)), text.replace("RUNS", runs))
    return content.getvalue()


def _print_pdf(paragraphs: list[str], _: str) -> bytes:
    """A PDF of plain lines in Helvetica, 54 lines a page of 90 characters at most."""
    lines = [line for text in paragraphs for part in text.split("\n") for line in (*textwrap.wrap(part, 90), "")]
    pages = [lines[start : start + 54] for start in range(0, len(lines), 54)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        shown = "".join(
            f"({line.replace(chr(92), chr(92) * 2).replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) '\n"
            for line in page
        )
        stream = f"BT /F1 11 Tf 13 TL 60 790 Td\n{shown}ET"
        size = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {size} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
    content, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()


_PRINTERS = {"txt": _print_text, "html": _print_page, "docx": _print_word, "pdf": _print_pdf}
