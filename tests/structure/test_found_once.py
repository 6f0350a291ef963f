"""What a module knows of a line is found once for each line."""

from oic_reports.structure.lines.found_once import found_once


class Thing:
    pass


def test_each_object_is_asked_once_and_each_function_keeps_its_own_answer():
    asked = []

    @found_once
    def find_one(thing):
        asked.append(thing)
        return len(asked)

    @found_once
    def find_none(thing):
        asked.append(thing)

    first, second = Thing(), Thing()
    assert [find_one(first), find_one(first), find_one(second), find_one(first)] == [1, 1, 2, 1]
    assert [find_none(first), find_none(first)] == [None, None]
    assert asked == [first, second, first]
