"""The thanks, wishes and greetings with which a speech ends: ``closing``, and nothing else that thanks."""

import pytest

from oic_reports.model import Block
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

SPEECHES = {
    "en": (
        "Address by the Secretary General of the Organisation of Islamic Cooperation at the opening of the meeting on "
        "wells\n\nMr. Chairman,\n\nThe wells of the Sahel have been dug by hand for as long as anybody can remember.\n\n"
        "Let us dig deeper, and let us do so together.\n\n"
    ),
    "fr": (
        "Allocution du Secrétaire général de l’Organisation de la Coopération islamique à l’ouverture de la réunion sur "
        "les puits\n\nMonsieur le Président,\n\nLes puits du Sahel ont toujours été creusés à la main.\n\n"
        "Creusons plus profond, et faisons-le ensemble.\n\n"
    ),
    "ar": (
        "كلمة معالي الأمين العام لمنظمة التعاون الإسلامي في افتتاح الاجتماع الخاص بالآبار\n\nأصحاب المعالي والسعادة،\n\n"
        "لقد حفرت آبار الساحل بالأيدي منذ زمن بعيد لا يذكره أحد.\n\nفلنحفر أعمق، ولنحفر معا.\n\n"
    ),
}


def read_last(language: str, text: str) -> Block:
    """The last block of a speech that ends with a text."""
    (report,) = build_reports(read_bytes(f"{SPEECHES[language]}{text}\n".encode(), "page.txt"), [])
    return report.blocks[-1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you."),
        ("en", "I thank you for your kind attention and wish your deliberations every success."),
        ("en", "Thank you, Madam President."),
        ("en", "May Allah guide your steps. Wassalamu alaikum wa rahmatullahi wa barakatuh."),
        ("en", "Wa Assalamu Alaykum Wa Rahmatu Allah"),
        ("en", "May peace and the mercy of God be upon you."),
        ("fr", "Plein succès à vos travaux. Merci de votre attention."),
        ("fr", "Que la paix et la miséricorde d’Allah soient sur vous."),
        ("fr", "Je vous remercie, Mesdames et Messieurs."),
        ("fr", "Nous vous remercions de votre aimable attention et prions Dieu de guider vos pas."),
        ("fr", "Je vous remercie. Wassalamou alaykoum wa rahmatoullah."),
        ("ar", "وشكراً لحسن استماعكم."),
        ("ar", "والسلام عليكم ورحمة الله وبركاته"),
        ("ar", "وأدعو الله أن يسدد خطاكم، والسلام عليكم ورحمة الله."),
        ("ar", "وفقنا الله وإياكم لما فيه الخير، وشكرا."),
    ],
)
def test_what_takes_leave_of_listeners_closes_a_speech(language, text):
    block = read_last(language, text)
    assert (block.role, block.subrole, block.text) == ("closing", "end_mark", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I thank you for the wells that you have dug, and I ask you to dig the others before the rains return."),
        ("en", "We thank the Government of Niger for the welcome that it gave us."),
        ("en", "May Allah bless those who dig."),
        ("fr", "Je vous remercie des puits que vous avez creusés, et je vous demande de creuser les autres."),
        ("fr", "Nous remercions le Gouvernement du Niger de son accueil."),
        ("ar", "وأشكر حكومة النيجر على ما لقيناه من حفاوة وكرم."),
        ("ar", "ونسأل الله أن يبارك في كل يد تحفر."),
    ],
)
def test_thanks_for_something_and_wishes_alone_are_of_the_speech(language, text):
    assert read_last(language, text).role == "operative"


def test_a_greeting_that_opens_a_speech_closes_nothing():
    speech = SPEECHES["en"].replace("Mr. Chairman,", "Assalamu alaikum wa rahmatullahi wa barakatuh")
    (report,) = build_reports(read_bytes(speech.encode(), "page.txt"), [])
    assert "closing" not in [block.role for block in report.blocks]


@pytest.mark.parametrize(
    ("language", "invocation"),
    [
        ("en", "In the name of Allah, the Beneficent, the Merciful"),
        ("fr", "Au nom d’Allah, le Clément, le Miséricordieux"),
        ("ar", "بسم الله الرحمن الرحيم"),
    ],
)
def test_an_invocation_below_the_first_paragraph_heads_nothing(language, invocation):
    title, first, *rest = SPEECHES[language].split("\n\n")
    page = "\n\n".join([title, rest[0], invocation, first, *rest[1:]])
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [])
    (block,) = [block for block in report.blocks if block.text == invocation]
    assert block.role == "preamble"
