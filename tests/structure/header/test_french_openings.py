"""What the French sentence that opens a report tells of its own meeting, and what it cites of others."""

from __future__ import annotations

import pytest
from opening_facts import read_opening


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"city": "New York", "body_id": "acm", "date": "2014-09-26"},
            "Les ministres des Affaires étrangères des États membres de l’OCI ont entamé, vendredi 26 septembre 2014, à New York, leur Réunion annuelle de coordination.",
        ),
        (
            {"city": "Djibouti", "date": "2031-05-03"},
            "Convoqué par le Niger, qui préside le Sommet islamique et le Comité exécutif, ledit Comité s’est réuni le 3 mai 2031 à Djibouti.",
        ),
        (
            {"city": "Jeddah", "body_id": "excom", "date": "2031-05-03"},
            "Le Comité exécutif de l’OCI s’est réuni le 3 mai 2031, à l’initiative du Niger, depuis son siège de Djeddah.",
        ),
        (
            {"city": None, "date": None},
            "Les ministres ont poursuivi, depuis le 3 mai 2031, à Dakar, la lecture de la lettre du Conseil.",
        ),
        (
            {"city": "Rabat", "date": "1990-05-02"},
            "En application de la décision de la session précédente tenue à Tunis, la Conférence islamique des ministres des Affaires étrangères s'est réunie à Rabat du 2 au 4 mai 1990.",
        ),
        (
            {"city": "Baghdad", "session": 12},
            "Suite à la résolution adoptée par la onzième Conférence islamique des ministres des Affaires étrangères à Islamabad et à l'invitation de la République d'Irak, la douzième Conférence islamique des ministres des Affaires étrangères a tenu ses travaux à Bagdad, République d'Irak, du 1er au 5 juin 1981.",
        ),
        (
            {"city": "Istanbul", "session": 13, "body_id": "is"},
            "Les Chefs d’État et de Gouvernement des États membres de l’OCI ont tenu leur conférence au Sommet (13èmeSommet islamique) à Istanbul, République de Turquie.",
        ),
        (
            {"city": "Jeddah", "date": "2017-08-01"},
            "Le Comité exécutif, réuni en session extraordinaire à Djeddah le 1er août 2017, au niveau ministériel, pour examiner la situation à Al-Qods.",
        ),
        (
            {"city": "Bamako", "session": 28, "date": "2001-06-25", "date_end": "2001-06-29"},
            "La vingt-huitième session de la Conférence islamique des ministres des Affaires étrangères, tenue à Bamako du 25 au 29 juin 2001, conformément à la décision de la vingt-septième session tenue à Kuala Lumpur du 27 au 30 juin 2000.",
        ),
        (
            {"city": None, "date": None},
            "La Réunion a rappelé que la dixième session s'est tenue à Dakar le 3 mai 1990.",
        ),
        (
            {"city": "New York", "date": "2019-09-25", "session": None},
            "Le Groupe de contact sur le Mali s’est réuni à New York le 25 septembre 2019 en marge de la 74ème session de l’Assemblée générale.",
        ),
        (
            {"city": "Conakry", "session": 40},
            "Faisant suite à l'invitation du Gouvernement guinéen, le Conseil des ministres des Affaires étrangères a tenu sa quarantième session à Conakry du 9 au 11 décembre 2013.",
        ),
        (
            {"city": None},
            "Le Conseil a salué l'offre de l'Ouganda ; la prochaine session se tiendra à Kampala le 18 juin 2008.",
        ),
        (
            {"city": "Istanbul", "date": "2017-12-13", "body_id": "eis"},
            "Nous, Rois, Chefs d'État et de gouvernement des États membres de l'OCI, réunis à Istanbul le 13 décembre 2017 au Sommet islamique extraordinaire, suite à la déclaration américaine du 6 décembre 2017,",
        ),
        (
            {"city": "Tunis", "date": "2012-11-20"},
            "Le 20 novembre 2012, le Groupe de contact sur la Palestine s'est réuni à Tunis à la suite de l'attaque survenue à Gaza le 14 novembre 2012.",
        ),
        (
            {"city": "Dakar", "session": 3, "body_id": "comiac"},
            "La troisième session du Comité permanent pour l'information et les affaires culturelles (COMIAC) s'est tenue à Dakar, du 7 au 9 mai 1990, en exécution de la résolution de la deuxième session tenue à Dakar en 1985.",
        ),
        (
            {"city": "Yaounde", "session": 50},
            "Le Conseil des Ministres des Affaires étrangères, réuni en sa 50ème session à Yaoundé, République du Cameroun, les 29 et 30 août 2024, sur le thème « développement des infrastructures »,",
        ),
        (
            {"city": None, "date": None},
            "Le Secrétaire général a remercié l'Egypte qui a accueilli le Sommet au Caire le 6 février 2013.",
        ),
        (
            {"city": "Niamey", "date": "2020-11-27"},
            "Dans le cadre de la 47ème session du Conseil des ministres, le Groupe de contact sur le Mali s'est réuni le 27 novembre 2020 à Niamey.",
        ),
        (
            {"session": None},
            "Dans le cadre de la 47ème session du Conseil des ministres des Affaires étrangères, le Comité exécutif s'est réuni le 27 novembre 2020 à Niamey.",
        ),
        (
            {"city": "Doha", "session": 9, "body_id": "is"},
            "A l'aimable invitation de S.A. l'Emir de l'Etat du Qatar et en application de la décision du huitième Sommet islamique réuni à Téhéran, la neuvième session de la Conférence islamique au Sommet s'est tenue à Doha du 12 au 13 novembre 2000.",
        ),
        (
            {"city": "Djibouti", "session": 39},
            "La trente-neuvième session du Conseil des Ministres des Affaires étrangères, tenue à Djibouti (République de Djibouti) du 15 au 17 novembre 2012,",
        ),
        ({"city": None, "date": None}, "Rappelant la résolution adoptée à Abidjan le 11 juillet 2017,"),
        (
            {"city": "Conakry", "date": "2013-12-09"},
            "Les Ministres des Affaires étrangères des Etats membres de l'OCI se sont réunis à Conakry du 9 au 11 décembre 2013 pour examiner les suites de la réunion d'Istanbul du 5 juin 2013.",
        ),
        (
            {"session": 31, "body_id": "cfm"},
            "La 31e Conférence islamique des ministres des Affaires étrangères, réunie à Istanbul du 14 au 16 juin 2004,",
        ),
    ],
)
def test_facts_of_an_opening_sentence(facts, sentence):
    header = read_opening("preamble", sentence, "fr")
    assert {name: getattr(header, name) for name in facts} == facts
