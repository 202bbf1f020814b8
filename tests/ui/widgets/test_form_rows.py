"""Where the fields of a form stand: worked examples."""

from __future__ import annotations

from ui.widgets.form_rows import Heading, Place, placed


def rows(spans: dict[str, int], groups: dict[str, str] | None = None, alone: tuple[str, ...] = ()) -> list[object]:
    return list(placed(list(spans), spans.__getitem__, lambda name: (groups or {}).get(name, ""), alone, 12))


def test_fields_stand_beside_each_other_while_they_fit() -> None:
    assert rows({"a": 4, "b": 4, "c": 6}) == [
        Place(0, 0, 4, 4, "a"),
        Place(0, 4, 4, 8, "b"),  # the lines below the last one use what is left
        Place(1, 0, 6, 12, "c"),
    ]


def test_a_heading_begins_a_row_and_a_group_without_one_does_too() -> None:
    assert rows({"a": 3, "b": 3, "c": 3}, {"b": "Surat"}) == [
        Place(0, 0, 3, 12, "a"),
        Heading(1, "Surat"),
        Place(2, 0, 3, 12, "b"),
        Place(3, 0, 3, 12, "c"),
    ]


def test_a_field_with_much_to_say_has_its_row_to_itself() -> None:
    assert rows({"a": 3, "b": 3, "c": 3}, alone=("b",)) == [
        Place(0, 0, 3, 12, "a"),
        Place(1, 0, 3, 12, "b"),
        Place(2, 0, 3, 12, "c"),
    ]
    assert rows({}) == []
