"""A report of a meeting on water and what it said: what tests of outlines set out in their ways."""

TITLE = "Report of the Third Meeting of Senior Officials of the Islamic Conference of Ministers of Water\n\n"
OPENING = "The Third Meeting of Senior Officials was held in Rabat, Kingdom of Morocco, on 4 and 5 May 2015.\n\n"
SAID = (
    "The delegations compared the ways in which they measure the depth of wells.",
    "The Secretariat was asked to print the map of shared rivers in three languages.",
    "It was agreed that the dams of the northern valley would be visited in spring.",
    "The Bank offered to lend pumps to those who dig by hand.",
)
