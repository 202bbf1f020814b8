"""A snapshot is read by any thread while the next one is made of it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import IndikatorTahun, Laporan, Surat


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


def test_indexes_that_go_along_say_what_new_ones_would() -> None:
    acak = random.Random(7)

    def baris(n: int) -> IndikatorTahun:
        return IndikatorTahun(
            id=f"i{n}",
            indikator_id=f"k{acak.randrange(9)}",
            tahun=acak.choice((2021, 2022, None)),
            urut=acak.randrange(4),
        )

    isi = {f"i{n}": baris(n) for n in range(120)}
    s = dari_baris(isi.values())
    for _ in range(60):
        cari: dict[str, Any]
        for cari in ({}, {"tahun": 2021}, {"indikator_id": "k1", "tahun": 2022}):
            s.where(IndikatorTahun, **cari)
        changes: list[Change] = []
        for n in acak.sample(range(130), acak.choice((1, 2, 9, 40))):
            before = isi.pop(f"i{n}", None)
            after = None if before is not None and acak.random() < 0.3 else baris(n)
            if after is not None:
                isi[f"i{n}"] = after
            changes.append(Change("indikator_tahun", before, after))
        s = s.apply(changes)
        baru = dari_baris(isi.values())
        assert s.rows(IndikatorTahun) == baru.rows(IndikatorTahun)
        for tahun in (2021, 2022, None):
            assert s.where(IndikatorTahun, tahun=tahun) == baru.where(IndikatorTahun, tahun=tahun)
            for k in range(9):
                satu = {"indikator_id": f"k{k}", "tahun": tahun}
                assert s.where(IndikatorTahun, **satu) == baru.where(IndikatorTahun, **satu)


def test_one_edit_does_not_sort_the_table_anew() -> None:
    s = dari_baris(IndikatorTahun(id=f"i{n}", tahun=2023, urut=n) for n in range(50))
    s.rows(IndikatorTahun)
    lama = s.get(IndikatorTahun, "i7")
    assert lama is not None
    kini = s.apply([Change("indikator_tahun", lama, replace(lama, nama="Baru"))])
    assert ("indikator_tahun", ()) in kini._indeks
    assert [r.nama for r in kini.rows(IndikatorTahun)][7] == "Baru"
