"""Days that stand alone on a page of a site: of the cover between the meeting and the type of its text, else the site's."""

import pytest
from extracts import EXTRACTS, outline, read

MEETINGS = {
    "en": (
        "MINISTERIAL MEETING OF THE\nOIC CONTACT GROUP ON MALI",
        "4 MAY 2017",
        "STATEMENT ON THE WELLS OF THE NORTH",
    ),
    "fr": ("RÉUNION MINISTÉRIELLE DU\nGROUPE DE CONTACT DE L’OCI SUR LE MALI", "4 MAI 2017", "COMMUNIQUÉ FINAL"),
    "ar": ("اجتماع فريق الاتصال التابع\nلمنظمة التعاون الإسلامي المعني بمالي", "4 مايو 2017", "البيان الختامي"),
}
SITES = {
    "en": "Sahel Archive\nA+ A- Print this page  Share\n\n",
    "fr": "Sahel Archive\nAccueil | Qui sommes-nous | Documents | Contact\n\n",
    "ar": "أرشيف الساحل\nالرئيسية | من نحن | الوثائق | اتصل بنا\n\n",
}


@pytest.mark.parametrize("language", MEETINGS)
def test_days_between_a_meeting_and_its_text_are_of_the_cover(language):
    meeting, day, title = MEETINGS[language]
    report = read(SITES[language] + EXTRACTS[language].format(f"{meeting}\n\n{day}\n\n{title}"))
    assert report.header.date == "2017-05-04"
    assert report.header.body_id == "cg-mali"
    assert ("header", meeting) in outline(report, "header")


@pytest.mark.parametrize("language", MEETINGS)
def test_a_day_below_the_title_or_a_column_is_of_the_site(language):
    _, day, title = MEETINGS[language]
    below = read(SITES[language] + EXTRACTS[language].format(f"{title}\n\n{day}"))
    assert below.header.date is None


def test_a_day_below_the_entry_of_a_menu_is_of_the_site():
    page = SITES["en"] + EXTRACTS["en"].format(
        "Contact Group on Mali\n\n4 May 2017\n\nStatement on the wells of the North"
    )
    assert read(page).header.date is None


def test_a_line_broken_inside_the_name_of_a_state_goes_on_below():
    page = EXTRACTS["en"].format("FINAL COMMUNIQUE\nNEW YORK, UNITED STATES OF\nAMERICA - 24TH SEPTEMBER 2017")
    header = read(page).header
    assert (header.date, header.city) == ("2017-09-24", "New York")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mis en ligne 22 mai 1998 10 pages 20 vues", "fr"),
        ("Uploaded 22 May 1998  10 pages  20 views", "en"),
        ("رفع بتاريخ 22 مايو 1998  10 صفحات", "ar"),
    ],
)
def test_the_day_on_which_a_page_was_put_up_is_no_day_of_a_meeting(line, language):
    meeting, _, title = MEETINGS[language]
    header = read(EXTRACTS[language].format(f"{line}\n\n{title}\n{meeting}")).header
    assert header.date is None


@pytest.mark.parametrize("language", MEETINGS)
def test_a_day_below_a_title_with_its_symbol_is_of_the_cover(language):
    _, day, title = MEETINGS[language]
    cover = f"OIC/CG-2017/FC\n\n{title}\n\n{day}"
    assert read(SITES[language] + EXTRACTS[language].format(cover)).header.date == "2017-05-04"
    # a site stands between the symbol and the title
    parted = f"OIC/CG-2017/FC\n\n{SITES[language]}{title}\n\n{day}"
    assert read(SITES[language] + EXTRACTS[language].format(parted)).header.date is None


def test_a_day_below_a_city_that_a_wrap_parts_is_of_the_cover():
    page = SITES["en"] + EXTRACTS["en"].format(
        "STATEMENT ON THE WELLS OF MALI\n\nUNITED NATIONS HEADQUARTERS, NEW\nYORK\n\n4 MAY 2017"
    )
    header = read(page).header
    assert (header.date, header.city) == ("2017-05-04", "New York")


def test_a_place_below_the_label_of_an_annex_is_of_the_cover():
    letter = (
        "Letter dated 24 June 2004 from the Permanent Representative of Mali to the United Nations addressed to the "
        "Secretary-General\n\nI have the honour to transmit herewith the text adopted by the Conference.\n\n"
        "Annex to the letter dated 24 June 2004 from the Permanent Representative of Mali to the United Nations "
        "addressed to the Secretary-General\n\n{}"
    )
    cover = "DAKAR, REPUBLIC OF SENEGAL, 30 MAY - 2 JUNE 2004\nFINAL COMMUNIQUE OF THE FOURTH ISLAMIC CONFERENCE OF LABOUR MINISTERS"
    header = read(letter.format(EXTRACTS["en"].format(cover))).header
    assert (header.date, header.date_end, header.city) == ("2004-05-30", "2004-06-02", "Dakar")
