"""Facts of headers that are read from a few blocks."""

from __future__ import annotations

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header

THANKED = {
    "en": "The Meeting thanked the host for the fish.",
    "fr": "La réunion a remercié le pays hôte pour le poisson.",
    "ar": "شكر الاجتماع البلد المضيف على السمك.",
}
MET = {
    "en": "The Contact Group on Somalia met in Kampala on 3 May 2016.",
    "fr": "Le Groupe de contact sur la Somalie s’est réuni à Kampala le 3 mai 2016.",
    "ar": "اجتمع فريق الاتصال المعني بالصومال في كمبالا يوم 3 مايو 2016.",
}


def facts_of(language, *blocks):
    printed = [Block(role, text, text, subrole=subrole, language=language) for role, subrole, text in blocks]
    return read_header(printed, language)[0]


def compare(language, facts, *blocks):
    header = facts_of(language, *blocks)
    assert {name: getattr(header, name) for name in facts} == facts
