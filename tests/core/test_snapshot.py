"""A snapshot is read by any thread while the next one is made of it."""

from __future__ import annotations

from typing import Any

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Laporan, Surat


def test_a_table_without_change_is_shared_and_keeps_its_index() -> None:
    s = dari_baris([Laporan(id="a", tahun=2023), Surat(id="b", tahun=2023)])
    surat = s.where(Surat, tahun=2023)
    t = s.apply([Change("laporan", None, Laporan(id="c", tahun=2024))])
    assert t.tabel["surat"] is s.tabel["surat"]
    assert t.where(Surat, tahun=2023) is surat
    assert [r.tahun for r in t.rows(Laporan)] == [2023, 2024]
    assert [r.tahun for r in s.rows(Laporan)] == [2023]


def test_a_reader_may_ask_something_new_in_the_middle_of_an_edit() -> None:
    """A builder on a worker thread adds indexes to the snapshot of which an edit makes the next one.

    The table name below does so each time that it is looked at, as a thread would that gets its turn just then.
    """
    s = dari_baris([Laporan(id="a", tahun=2023)])
    belum = iter(c.name for c in TABLES["laporan"].columns)

    class Disela(str):
        __slots__ = ()

        def __hash__(self) -> int:
            s.where(Laporan, **{next(belum): ""})
            return str.__hash__(self)

    nama: Any = Disela("laporan")
    s._indeks[nama, ()] = {}
    for _ in range(3):
        assert s.apply([]) == s
