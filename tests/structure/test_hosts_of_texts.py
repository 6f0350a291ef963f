"""What hosts, weblogs, agencies and forums print around a text of the OIC, and charters without a title."""

from __future__ import annotations

import pytest
from judged import build

from oic_reports.resources import load_pattern
from oic_reports.structure.lines.residue import opens_residue
from oic_reports.structure.names.clauses import read_clauses
from oic_reports.structure.names.datelines import heads_post
from oic_reports.structure.ours.judgement import NoReportError

GROVES = (
    "The General Secretariat of the Organization of Islamic Cooperation (OIC) condemned the felling of the olive groves "
    "of the valley, and called upon those who ordered it to answer for it.\n\n"
    "The Secretary General offered saplings to the farmers of the valley.\n"
)
CHARTER = (
    "In the name of Allah, the most Compassionate\n\n"
    "We the Member States of the Organisation of Islamic Cooperation, determined:\n"
    "to recall the Conference of Kings and Heads of State\n"
    "that convened in Tunis from 3 to 5 May 1998;\n"
    "to be guided by the lasting friendship of their peoples,\n"
    "which binds them;\n\n"
    "to keep the maps of their seas open to every sailor;\n\n"
    "to share the charts of their winds and of their currents with all who sail the seas\n"
)
PREAMBLE = (
    "The Member States of the Organization of the Islamic Conference,\n\n"
    "Desiring to keep the lighthouses of their coasts;\n\n"
    "Recalling the customs of the sea, to which the states acceding to {itself} are bound;\n\n"
    "Being of one mind on the lamps of their harbours;\n"
)
LISTENERS = (
    "Your Excellency\nHonorable Ministers,\nLadies and Gentlemen,\n"
    "I am honoured to address the 21st session of the OIC Council of Foreign Ministers in this city of gardens.\n"
    "I wish to thank the gardeners of our Organisation for the roses that they have given to each of us today.\n"
)


def outline(report):
    return [(block.role, block.text) for block in report.blocks]


def test_an_agency_that_names_the_oic_passes_its_release_on():
    report = build(
        f" date 2031-04-02 (MENAFN- OIC) Jeddah, 1 April, 2031\n\n\n\n{GROVES}\n\n\nMENAFN02042031000000000000"
    )
    header = report.header
    assert (header.document_type, header.date, header.city) == ("press_release", "2031-04-01", "Jeddah")
    assert outline(report)[:2] == [
        ("boilerplate", "date 2031-04-02 (MENAFN- OIC)"),
        ("header", "Jeddah, 1 April, 2031"),
    ]


@pytest.mark.parametrize(("source", "is_ours"), [("OIC", True), ("Harbour News", False)])
def test_what_an_agency_tells_of_a_meeting_is_ours_where_it_names_the_oic(source, is_ours):
    told = (
        f"(MENAFN- {source}) New York, 21 September 2031\n\n"
        "The OIC Contact Group on Mali held a ministerial meeting in New York on 20 September 2031.\n\n"
        "H.E. Mr. Karim Sow, who spoke of the wells, chaired it. He explained that the wells had been dug anew.\n\n"
        "During the meeting, Mr. Adam Diallo, the Minister of Wells of Mali, provided an update on the pumps.\n"
    )
    if is_ours:
        assert build(told).header.document_type == "press_release"
    else:
        with pytest.raises(NoReportError):
            build(told)


def test_an_organ_that_a_page_defines_does_nothing_on_the_days_of_its_history():
    page = (
        "Independent Permanent Human Rights Commission (IPHRC)\n\nTopic: Gardens of the Schools\n\n"
        "The Independent Permanent Human Rights Commission (IPHRC) is an advisory body of the Organization of Islamic "
        "Cooperation (OIC), which was asked for by the 3rd Extraordinary Islamic Summit held in Makkah on 7-8 December "
        "2005.\n\nNote: delegates write in English.\n"
    )
    with pytest.raises(NoReportError):
        build(page)
    # what it does on a day is its release
    assert build(page.replace("is an advisory body of", "planted trees on 4 May 2031 with")).header.document_type


def test_recitals_that_are_infinitives_make_a_preamble_and_tell_of_no_meeting():
    report = build(f"Charter of the Organisation of Islamic Cooperation\n\n{CHARTER}")
    header = report.header
    assert (header.document_type, header.date, header.city) == ("statute", None, None)
    assert [text[:12] for role, text in outline(report) if role == "preamble"][2:] == [
        "to recall th",
        "to be guided",
        "to keep the ",
        "to share the",
    ]
    assert read_clauses("to recall the Conference held in Tunis on 3 May 1998;", "en", "first_sentence", 1) is None
    assert read_clauses("The Conference was held in Tunis on 3 May 1998.", "en", "first_sentence", 1) is not None


@pytest.mark.parametrize(("itself", "kind"), [("this Convention", "convention"), ("the present Charter", "statute")])
def test_a_preamble_of_states_says_what_the_text_is_where_no_title_does(itself, kind):
    header = build(PREAMBLE.format(itself=itself)).header
    assert (header.document_type, header.document_type_evidence) == (kind, itself.split()[-1])


def test_a_sentence_that_tells_of_the_adoption_is_no_title():
    told = "This convention was adopted at the twenty-first session of the Islamic Conference of Foreign Ministers in Karachi.\n"
    header = build(told + PREAMBLE.format(itself="this Convention")).header
    assert (header.title, header.body_id, header.session) == (None, "cfm", 21)


def test_a_treaty_that_is_named_above_is_not_the_text_itself():
    itself = "Recalling the Convention of the Lakes, and noting that this Convention has brought peace"
    assert build(PREAMBLE.format(itself=itself)).header.document_type not in {"convention", "statute"}


@pytest.mark.parametrize(
    ("language", "text", "is_infinitive"),
    [
        *(("en", text, True) for text in ("to plant the dunes", "to further strengthen their ties")),
        *(("en", text, False) for text in ("to the Committee of", "to date, the house", "to this end,")),
        *(("fr", text, True) for text in ("de planter des dunes", "d’unir leurs forces", "à promouvoir la paix")),
        *(
            ("fr", text, False)
            for text in ("derrière la maison", "d’autre part,", "de manière générale", "dernière fois")
        ),
    ],
)
def test_infinitives_are_recitals(language, text, is_infinitive):
    assert (load_pattern("recital_infinitive", language).match(text) is not None) == is_infinitive


@pytest.mark.parametrize(("line", "is_residue"), [("News ID: 4711", True), ("News ID cards shall be issued", False)])
def test_labels_of_a_page_have_their_colon(line, is_residue):
    assert opens_residue(line) == is_residue


def test_a_weekday_and_its_day_head_a_post():
    report = build("Sunday, May 02, 2032\n\n" + PREAMBLE.format(itself="this Convention"))
    assert report.header.date is None
    assert (report.blocks[0].role, report.blocks[0].subrole) == ("boilerplate", "posting_date")
    # the day alone, as covers print it, is the text's
    assert build("May 02, 2032\n\n" + PREAMBLE.format(itself="this Convention")).header.date == "2032-05-02"
    assert heads_post("Friday 7 May 2032", "en")
    assert not heads_post("Tunis, Friday 7 May 2032", "en")


def test_a_notice_of_the_host_is_no_paragraph_and_the_day_below_is_of_the_cover():
    report = build(
        "Draft Final Communiqué of the OIC’s 9th Islamic Summit Conference\n\n"
        "This is a non-United Nations document. The United Nations gives it for reference only, and answers for no word of it.\n\n"
        "Français OICf_310531\n\n31 MAY 2031\n(9 SAFAR 1453 A.H.)\n\n"
        "4. The Conference thanked the keepers of the lighthouses.\n\n5. The Conference called for new lamps.\n"
    )
    assert report.header.date == "2031-05-31"
    assert [role for role, _ in outline(report)] == [
        "title",
        "boilerplate",
        "header",
        "header",
        "operative",
        "operative",
    ]


@pytest.mark.parametrize(
    "above",
    [
        "OIC Secretary General mourns the groves – OIC press release/Non UN document\n\n\nOIC MOURNS THE GROVES OF THE VALLEY\n\n",
        "News ID: 4711\nPublish Date: 3 May 2031 - 11:40\nNumber of comments: 2 Comment\n\nOIC MOURNS THE GROVES OF THE VALLEY\n\n",
    ],
)
def test_what_a_page_calls_a_release_is_not_its_title(above):
    assert build(above + GROVES).header.title == "OIC MOURNS THE GROVES OF THE VALLEY"


def test_the_words_with_which_a_member_of_a_forum_posts_a_speech_are_not_its_title():
    title = (
        "Address Of H.E. Dr. Karim Sow, OIC Secretary General, To The 21St Session Of The Council Of Foreign Ministers"
    )
    header = build(
        f"And for those who asked here is the opening address by the OIC secretary general\n{title}\n{LISTENERS}"
    ).header
    assert (header.document_type, header.title, header.session) == ("speech", title, 21)


def test_a_meeting_that_comes_before_another_is_not_that_one():
    told = read_clauses(
        "The Ministers met in Cairo on 4 May 2031, which precedes the 12th Islamic Summit held in Dakar.",
        "en",
        "header",
        1,
    )
    assert told is not None
    assert "Dakar" not in told.own
    assert "Cairo" in told.own


@pytest.mark.parametrize(
    ("who", "is_told"),
    [
        ("a group of scholars and thinkers", False),
        ("a group of Ministers", True),
        ("the OIC meeting of scholars", True),
    ],
)
def test_scholars_who_met_are_not_the_meeting(who, is_told):
    sentence = f"Accordingly, {who} of several countries met in Makkah from 9 to 11 September 2005."
    assert (read_clauses(sentence, "en", "first_sentence", 1) is not None) == is_told


def test_a_programme_to_meet_challenges_announces_no_meeting_and_the_name_of_its_file_is_no_body():
    report = build(
        "PLAN9 - IPHRC\n\nTEN-YEAR PROGRAMME\nOF ACTION TO MEET\nTHE CHALLENGES OF THE ORCHARDS\n"
        "FOURTH EXTRAORDINARY SESSION OF\nTHE ISLAMIC SUMMIT CONFERENCE\nMakkah Al-Mukarramah - Kingdom of Saudi Arabia\n"
        "5-6 May 2031\nIntroduction\nThe orchards of the Member States of the OIC face many pests, which call for joint action to meet "
        "the challenges.\nThe Member States shall share their saplings within the OIC.\n"
    )
    header = report.header
    assert (header.document_type, header.body_id, header.session) == ("programme", "eis", 4)


def test_the_last_lines_of_a_text_that_breaks_off_are_of_it():
    lines = (
        "FINAL COMMUNIQUÉ OF THE TWELFTH ISLAMIC CONFERENCE OF FOREIGN MINISTERS\n\n"
        "1. In response to the invitation of the Government of Mali, the Twelfth Session of the Islamic\n"
        "Conference of Foreign Ministers was held in Bamako from 5 to 7 May 2031.\n"
        "2. The Conference thanked the people of Mali for the wells that they had dug in the north of\n"
        "their country, and for the songs with which they had welcomed its delegates.\n"
        "3. The Conference commended the teachers of the north for the schools that they had opened in\n"
        "tents, and asked the Member States to send them chalk, slates and books in the three languages.\n"
        "4. The Conference called upon the Member States to buy the cloth of the weavers of Mali, whose\n"
        "looms had stood still since the drought, and to exhibit it at the fairs of their capitals.\n"
        "The Minister of Wells, who\n"
    )
    assert build(lines).blocks[-1].role == "operative"
    # a line with a name below the text is not of it
    assert build(lines.replace("The Minister of Wells, who", "Amadou Toumani Sow")).blocks[-1].role == "boilerplate"
    begun = lines.replace(
        "The Minister of Wells, who", "Our hearts therefore beat today in deep\nharmony with those of the"
    )
    assert outline(build(begun))[-1] == (
        "operative",
        "Our hearts therefore beat today in deep harmony with those of the",
    )


def test_a_wrapped_story_below_a_dateline_is_an_agencys():
    told = (
        "OIC states plant orchards; open joint nurseries\n\n\nDAKAR (Senegal), Sep 10 (APP): The member states of\n"
        "the Organization of Islamic Cooperation (OIC) Sunday resolved\nto plant orchards along their roads and rivers,\n"
        "besides opening joint nurseries for figs and olives.\n"
        "Around 40 gardeners from OIC states gathered here\nSunday in the first OIC Summit on Orchards\n"
        "hosted by Senegal, which heard each of them out.\nThe OIC members emphasized their commitment to figs,\n"
        "olives and pomegranates in the years to come.\n"
    )
    with pytest.raises(NoReportError):
        build(told)


def test_a_lead_right_below_the_headline_is_no_title():
    report = build(
        "Resolution issued by the Extraordinary Islamic Summit\n"
        "Dakar: The Extraordinary Islamic Summit, which concluded in Dakar today, issued the following resolution: "
        '"We, leaders of the states and governments of the Organization of Islamic Cooperation, gathered on the '
        "invitation of the President of Senegal to speak of the orchards of the valley and of those who felled them.\n"
        "While we affirm that the orchards belong to those who planted them, and that none may fell them;\n"
        "While we reaffirm that the farmers of the valley shall return to their groves and to their wells;\n"
    )
    assert report.header.title == "Resolution issued by the Extraordinary Islamic Summit"
    assert [(block.role, block.text[:6]) for block in report.blocks][:3] == [
        ("title", "Resolu"),
        ("boilerplate", "Dakar:"),
        ("preamble", '"We, l'),
    ]
