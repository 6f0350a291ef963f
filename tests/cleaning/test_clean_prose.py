"""Right text stays as it is: no repair in hundreds of sentences of each language, alone and as one document."""

from __future__ import annotations

import pytest
from clean_prose import make_sentences

from oic_reports.cleaning.clean import clean_blocks, clean_text
from oic_reports.language.attested import Evidence
from oic_reports.model import Block

LANGUAGES = ("ar", "en", "fr")
NUMBER = 700


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_sentences_are_not_repaired(language):
    sentences = make_sentences(language, NUMBER)
    assert len(set(sentences)) > NUMBER / 2
    repaired = {}
    for sentence in sentences:
        draft = clean_text(sentence, Evidence(language, [sentence]))
        if draft.sorted_repairs:
            repaired[sentence] = draft.text
    assert repaired == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_paragraphs_of_one_document_are_not_repaired(language):
    blocks = [Block("operative", text, text) for text in make_sentences(language, NUMBER, seed=11)]
    assert [block.text for block in clean_blocks(blocks, language) if block.repairs] == []
