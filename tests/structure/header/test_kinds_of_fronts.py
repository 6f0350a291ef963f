"""What a text is, by title and header lines: type, status, title, dateline."""

import pytest
from fronts_read import front, read_facts


@pytest.mark.parametrize(
    ("language", "facts", "lines"),
    [
        front(
            "a byline and a symbol are not of the title",
            "en",
            {"document_type": "press_release", "title": "PRESS RELEASE OF THE OIC CONTACT GROUP ON MALI"},
            ("title", "PRESS RELEASE OF THE OIC CONTACT GROUP ON MALI\nBy Ahmed Karim\nOIC/CG-MALI/2019/PR"),
        ),
        front(
            "the name of a site before a byline, fr",
            "fr",
            {"title": "COMMUNIQUÉ SUR LES PUITS DU MALI"},
            ("title", "COMMUNIQUÉ SUR LES PUITS DU MALI\nMali Infos | Par Awa Diallo - 3 mai 2019"),
        ),
        front(
            "the name of a site before a byline, en",
            "en",
            {"title": "COMMUNIQUÉ ON THE WELLS OF MALI"},
            ("title", "COMMUNIQUÉ ON THE WELLS OF MALI\nMali News | By our desk, 3 May 2019"),
        ),
        front(
            "the name of a site before a byline, ar",
            "ar",
            {"title": "بيان بشأن آبار مالي"},
            ("title", "بيان بشأن آبار مالي\nأخبار مالي | بقلم علي حسن"),
        ),
        front(
            "a newspaper's dateline, en",
            "en",
            {"dateline_city": "Islamabad", "dateline_date": "2021-12-20", "city": "Islamabad", "date": "2021-12-19"},
            (
                "text",
                "ISLAMABAD, 20 December 2021 (APP): The Council of Foreign Ministers held an extraordinary session in Islamabad on 19 December 2021.",
            ),
        ),
        front(
            "an agency's dateline, fr",
            "fr",
            {"dateline_city": "Jeddah", "city": "Niamey", "date": "2020-11-27"},
            (
                "text",
                "Djeddah, 1er décembre 2020 (UNA) - Le Conseil des ministres des Affaires étrangères a tenu sa quarante-septième session à Niamey les 27 et 28 novembre 2020.",
            ),
        ),
        front(
            "who adopted a text is not of its title",
            "en",
            {"city": "Khartoum", "session": 29, "status": "adopted", "title": "RESOLUTIONS ON MUSLIM MINORITIES"},
            (
                "title",
                "RESOLUTIONS\nON MUSLIM MINORITIES\nAdopted by the 29th SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            ),
            ("place_date", "KHARTOUM, REPUBLIC OF THE SUDAN\n14-16 RABIUL THANI 1423H (25-27 JUNE 2002)"),
        ),
        front(
            "a press release, ar",
            "ar",
            {"document_type": "press_release"},
            ("title", "بيان صحفي صادر عن منظمة التعاون الإسلامي"),
        ),
        front(
            "a press release, fr",
            "fr",
            {"document_type": "press_release"},
            ("title", "Communiqué de presse du Groupe de contact sur le Mali"),
        ),
        front("a draft", "en", {"status": "draft"}, ("title", "DRAFT FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI")),
        *(
            front(
                f"a cover that says who adopted a text above a title that calls it a draft, {language}",
                language,
                {"status": "adopted"},
                ("title", f"{title}\n{adopted}"),
                ("title", f"{draft}\n{adopted}"),
            )
            for language, title, draft, adopted in (
                (
                    "en",
                    "RESOLUTION ON WELLS",
                    "DRAFT RESOLUTION ON WELLS",
                    "ADOPTED BY THE 5TH ISLAMIC SUMMIT CONFERENCE",
                ),
                (
                    "fr",
                    "RESOLUTION SUR LES PUITS",
                    "PROJET DE RESOLUTION SUR LES PUITS",
                    "ADOPTEE PAR LE 5EME SOMMET ISLAMIQUE",
                ),
                ("ar", "قرار بشأن الآبار", "مشروع قرار بشأن الآبار", "المعتمد من مؤتمر القمة الإسلامي الخامس"),
            )
        ),
        front(
            "adopted at a meeting, fr",
            "fr",
            {"status": "adopted"},
            ("title", "Résolution sur les puits\nadoptée lors de la réunion extraordinaire du Conseil des ministres"),
        ),
        front(
            "a draft that officials adopted",
            "en",
            {"status": "draft"},
            ("title", "DRAFT RESOLUTION ON WELLS\nADOPTED BY THE SENIOR OFFICIALS MEETING"),
        ),
        front(
            "place and days are not of the title",
            "en",
            {"title": "FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI", "date": "2013-09-25"},
            ("title", "FINAL COMMUNIQUE\nOF THE CONTACT GROUP ON MALI\nheld in New York on 25 September 2013"),
        ),
    ],
)
def test_a_front_tells_what_the_text_is(language, facts, lines):
    assert read_facts(language, lines, facts) == facts
