"""What the parts of a document symbol say."""

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.symbols import read_symbol


def _read(symbol):
    return read_symbol([Block(role="header", text=symbol, text_raw=symbol)])


@pytest.mark.parametrize(
    ("symbol", "body_id", "session", "document_type"),
    [
        ("OIC/SUMMIT-11/2008/FC/FINAL", "is", 11, "final_communique"),
        # the Extraordinary Summit counts its sessions by itself
        ("OIC/EX-SUM-3/2005/DR.RES", "eis", 3, "resolution"),
        ("OIC/EX-SUMMIT/2012/FC", "eis", None, "final_communique"),
        # behind a body in one part stands its follow-up committee
        ("OIC/COMCEC-FC/17-33/REP", "comcec", None, "report"),
        ("OIC/COMCEC-FC/29-13", "comcec", None, None),
        # the session is a part of its own, with the year
        ("OIC/COMCEC/38-22/REP", "comcec", 38, "report"),
        ("OIC/COMIAC/10-15/REP", "comiac", 10, "report"),
    ],
)
def test_body_session_and_type_of_a_symbol(symbol, body_id, session, document_type):
    facts = _read(symbol)
    assert (facts.body_id, facts.session, facts.document_type) == (body_id, session, document_type)
