"""Where the first sentence says that a meeting was at the OIC's own seat, its city is that of the meeting."""

import pytest

from oic_reports.structure.header.own_seat import find_seat
from oic_reports.structure.names.evidence import whole

TOLD = [
    (
        "en",
        "An open-ended meeting of the Group, convened to look into the floods, at the request of Mali, at the OIC Headquarters, Jeddah.",
    ),
    (
        "en",
        "Experts of the Member States began on Monday a two-day workshop at the headquarters of the General Secretariat of the Organization of Islamic Cooperation (OIC) in Jeddah.",
    ),
    (
        "en",
        "The Secretary General received on Sunday, at his office in the OIC headquarters, Jeddah, the Ambassador of Chad.",
    ),
    (
        "en",
        "Following the appeal of the Summit, the Committee of Permanent Representatives conferred, at its headquarters in Jeddah, on relief.",
    ),
    ("en", "The signing took place at OIC General Secretariat, Jeddah, on 5 May."),
    ("fr", "Le Secrétaire général a reçu, au siège de l’OCI à Djeddah, l’ambassadeur du Tchad."),
    (
        "fr",
        "Un atelier de trois jours réunit depuis lundi, dans les locaux du Secrétariat général à Djeddah, des experts des Etats membres.",
    ),
    ("fr", "Réuni à l’initiative du Niger, au Secrétariat général de l’OCI à Djeddah, le Groupe a fait le point."),
    (
        "fr",
        "Les travaux ont commencé ce matin au siège de l’Organisation de la coopération islamique (OCI), à Djeddah.",
    ),
    ("ar", "استقبل معالي الأمين العام، بمقر الأمانة العامة لمنظمة التعاون الإسلامي في جدة، سفير جمهورية تشاد."),
    ("ar", "انطلقت اليوم في مقر منظمة التعاون الإسلامي بجدة أعمال ورشة العمل."),
    ("ar", "بدأ الخبراء أعمالهم يوم الأحد بمقر الأمانة العامة للمنظمة، بمدينة جدة."),
    ("ar", "نظمت الإدارة بمقرها الدائم في جدة لقاء."),
]
OF_OTHERS = [
    ("en", "The Secretary General recalled the accord signed at the OIC headquarters in Jeddah last year."),
    ("en", "The OIC condemns the attack at the OIC headquarters in Jeddah."),
    ("en", "The Council, which will be held at the OIC headquarters in Jeddah, was discussed in Dakar."),
    ("en", "Pursuant to the decision of the meeting held at the OIC headquarters in Jeddah, the Group met."),
    ("en", "Following the emergency meeting at the OIC headquarters in Jeddah, the Group met again."),
    ("en", "The Secretary General sent his papers to the headquarters in Jeddah."),
    ("en", "The Commission sat at the headquarters of the Arab League in Cairo."),
    ("en", "The Committee of the Bank met at its headquarters in Ankara."),
    ("en", "The Secretary General received in Cairo an envoy with whom he had spoken at the OIC headquarters in Jeddah."),
    ("en", "A delegation from the OIC General Secretariat in Jeddah visited the camps."),
    ("en", "The Secretary General left from the OIC headquarters in Jeddah to open a conference."),
    ("en", "The guests (among them those who had met at the OIC headquarters in Jeddah) were thanked."),
    ("fr", "Conformément à la résolution de la réunion tenue au siège de l’OCI à Djeddah, le Groupe a commencé ses travaux."),
    ("fr", "Le Secrétaire général salue l’accord conclu au siège de l’OCI à Djeddah."),
    ("fr", "Il a participé à Niamey au suivi de la conférence des donateurs tenue au siège de l’OCI à Djeddah."),
    ("fr", "La prochaine réunion se tiendra au siège de l’OCI à Djeddah."),
    ("fr", "Il a parlé au siège de la Ligue des Etats arabes, au Caire."),
    ("ar", "وإرسالها إلى الأمانة العامة بجدة."),
    ("ar", "يرحب الأمين العام بالاتفاق الموقع بمقر الأمانة العامة في جدة."),
    ("ar", "تنفيذا لقرار الاجتماع المنعقد بمقر الأمانة العامة بجدة اجتمع الفريق."),
    ("ar", "شارك الأمين العام في القاهرة في متابعة المؤتمر الذي كان قد عقد بمقر الأمانة العامة بجدة."),
    ("ar", "بحث الأمين العام بالقاهرة نتائج الورشة التي جرت بمقر الأمانة العامة بجدة."),
    ("ar", "سيعقد الاجتماع بمقر الأمانة العامة بجدة."),
    ("ar", "عقب الاجتماع الطارئ بمقر المنظمة في جدة، سافر الأمين العام."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_a_meeting_at_the_seat_of_the_oic_was_in_its_city(language, sentence):
    place = find_seat(whole(sentence, "first_sentence", 3), language)
    assert place is not None
    assert (place.city, place.country_iso2, place.evidence.seq) == ("Jeddah", "SA", 3)
    assert place.evidence.words in sentence


@pytest.mark.parametrize(("language", "sentence"), OF_OTHERS)
def test_a_seat_that_is_said_of_something_else_is_no_place(language, sentence):
    assert find_seat(whole(sentence, "first_sentence", 1), language) is None
