"""The register of meetings: each session once, in order of time, with a source; found by number and by days."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise

from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.bodies import describe_body
from oic_reports.structure.names.known_meetings import find_meeting_on, find_session_of, list_known_meetings


def test_each_session_stands_once_in_order_with_its_source_and_a_city_of_the_list():
    cities = {(row["city"], row["country_iso2"]) for row in load_vocabulary("cities")}
    rows = load_vocabulary("known_meetings")
    keys = [(row["body_id"], row["session_kind"], int(row["session"])) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert describe_body(row["body_id"]), row
        assert row["session_kind"] in {"ordinary", "extraordinary"}, row
        assert (row["city"], row["country_iso2"]) in cities, row
        assert row["source"].startswith(("http://", "https://")), row
    for meeting in list_known_meetings():
        assert meeting.first <= meeting.last, meeting
        assert meeting.last.toordinal() - meeting.first.toordinal() < 14, meeting
    counted = [one for one in list_known_meetings() if not one.is_extraordinary or one.body_id == "eis"]
    for _, sessions in groupby(counted, key=lambda one: one.body_id):
        for earlier, later in pairwise(sessions):
            assert (earlier.session, earlier.last) < (later.session, later.first), later
            assert earlier.last < later.first, later


def test_a_meeting_is_found_by_its_number_and_by_its_days():
    meeting = find_session_of("is", 10, is_extraordinary=False)
    assert meeting == find_meeting_on("is", "2003-10-16", "2003-10-17")
    assert meeting is not None
    assert (meeting.first, meeting.city, meeting.country_iso2) == (date(2003, 10, 16), "Putrajaya", "MY")
    assert find_session_of("is", 99, is_extraordinary=False) is None
    assert find_meeting_on("is", "2003-08-16") is None
    # two days apart papers of one session are of one session; a week apart they are not
    assert find_meeting_on("is", "2003-10-14") == meeting
    assert find_meeting_on("is", "2003-10-10") is None
