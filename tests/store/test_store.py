"""Rows, journal and blobs in and out: exact, all together or not at all."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.jurnal import Catatan, tulis_isi
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Gambar, IndikatorTahun, Naskah, Pejabat, Sasaran, SasaranTahun
from lkjip_desktop.errors import BerkasError, BerkasRusak, GagalSimpan, HanyaBaca
from lkjip_desktop.store import berkas
from lkjip_desktop.store.store import Store

WAKTU = "2026-01-02T03:04:05+07:00"


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    s = Store.memori()
    yield s
    s.tutup()


def tulis(store: Store, *changes: Change, blobs: dict[str, bytes] | None = None, label: str = "Uji") -> int:
    return store.tulis(changes, blobs or {}, Catatan(WAKTU, "Sari", label, tulis_isi(changes)))


def tambah(*rows: Row) -> tuple[Change, ...]:
    return tuple(Change(r.TABEL, None, r) for r in rows)


def penuh(nama: str) -> Row:
    """A row of the table with every column filled that needs no other row."""
    contoh: dict[Kind, object] = {
        Kind.TEKS: "Teks “ini” 😀",
        Kind.PARAGRAF: "satu\ndua\tتجربة",
        Kind.NASKAH: '[{"i":[{"s":"a"}],"t":"p"}]',
        Kind.ANGKA: Decimal("60.00"),
        Kind.UANG: 10**17,
        Kind.BULAT: 3,
        Kind.TAHUN: 2023,
        Kind.YATIDAK: True,
        Kind.TANGGAL: "2023-01",
        Kind.RUJUK: None,
        Kind.DATA: '{"a":"1"}',
        Kind.BERKAS: "",
    }
    t = TABLES[nama]
    return t.row(id="x", **{c.name: c.choices[0][0] if c.kind is Kind.PILIHAN else contoh[c.kind] for c in t.columns})


@pytest.mark.parametrize("nama", sorted(TABLES))
def test_every_table_comes_back_as_it_went(store: Store, nama: str) -> None:
    baris = penuh(nama)
    tulis(store, *tambah(baris))
    (kembali,) = store.baca().tabel[nama].values()
    assert kembali == baris
    assert {k: (type(v), str(v)) for k, v in kembali.values().items()} == {
        k: (type(v), str(v)) for k, v in baris.values().items()
    }


@pytest.mark.parametrize("teks", ["123456789012345678901234567.890", "-0.1", "60.00", "0", "0." + "0" * 38 + "1"])
def test_a_decimal_keeps_every_digit(store: Store, teks: str) -> None:
    # sqlite-utils alone would pass it through float: 12345678901234567.89 -> 1.23456789012346e+16
    lama = IndikatorTahun(id="a", target=Decimal(1))
    tulis(store, *tambah(lama, IndikatorTahun(id="b", target=Decimal(teks))))
    tulis(store, Change(lama.TABEL, lama, IndikatorTahun(id="a", target=Decimal(teks))))
    for baris in store.baca().rows(IndikatorTahun):
        assert format(baris.target or Decimal(0), "f") == teks


def test_60_and_60_00_are_two_values(store: Store) -> None:
    a, b = (IndikatorTahun(id="a", target=Decimal(t)) for t in ("60", "60.00"))
    tulis(store, *tambah(a))
    tulis(store, Change(a.TABEL, a, b))
    (kini,) = store.baca().rows(IndikatorTahun)
    assert str(kini.target) == "60.00"


def test_rows_may_refer_to_each_other_within_one_step(store: Store) -> None:
    rows = SasaranTahun(id="st", sasaran_id="b"), Sasaran(id="a", induk_id="b"), Sasaran(id="b")
    assert tulis(store, *tambah(*rows)) == 1
    assert store.baca() == dari_baris(rows)


def test_a_dangling_reference_takes_the_whole_step_back(store: Store) -> None:
    with pytest.raises(GagalSimpan):
        tulis(store, *tambah(Sasaran(id="a"), Sasaran(id="b", induk_id="tidak ada")))
    assert store.baca() == Snapshot()
    assert store.catatan_terakhir() is None
    assert tulis(store, *tambah(Sasaran(id="a"))) == 1


def test_the_journal_row_holds_only_changed_columns(store: Store) -> None:
    a, b = Pejabat(id="p", nama="A", nip="1"), Pejabat(id="p", nama="B", nip="1")
    tulis(store, *tambah(a))
    nomor = tulis(store, Change(a.TABEL, a, b), label="Ubah nama")
    c = store.catatan(nomor)
    assert (c.waktu, c.oleh, c.label, c.jenis, c.membatalkan, c.pagar) == (
        WAKTU,
        "Sari",
        "Ubah nama",
        "langkah",
        None,
        False,
    )
    assert c.isi == '[{"t":"pejabat","id":"p","u":{"nama":["A","B"]}}]'
    assert store.baca().revisi == nomor == 2


def test_only_rows_since_the_last_barrier_are_read_for_undo(store: Store) -> None:
    for n, pagar in enumerate((False, True, False, False)):
        changes = tambah(Sasaran(id=f"s{n}"))
        store.tulis(changes, {}, Catatan(WAKTU, "", f"L{n}", tulis_isi(changes), pagar=pagar))
    assert [c.label for c in store.catatan_pagar()] == ["L2", "L3"]


def test_blobs_live_as_long_as_rows_or_journal_name_them(store: Store) -> None:
    isi = {hashlib.sha256(b).hexdigest(): b for b in (b"satu", b"dua", b"tiga")}
    satu, dua, tiga = isi
    a = Gambar(id="a", nama="A", berkas=satu)
    tulis(store, *tambah(a), blobs={satu: isi[satu]})
    tulis(store, Change(a.TABEL, a, Gambar(id="a", nama="A", berkas=dua)), blobs={dua: isi[dua]})
    tulis(store, *tambah(Sasaran(id="s")), blobs={tiga: isi[tiga]})  # named by nobody
    assert store.bersihkan_blob() == 1
    assert store.sha_ada() == {satu, dua}
    assert store.isi_berkas(satu) == b"satu"
    with pytest.raises(BerkasError, match="tidak ada di dalam berkas"):
        store.isi_berkas(tiga)
    # The same bytes again are one blob.
    tulis(store, *tambah(Gambar(id="b", berkas=dua)), blobs={dua: isi[dua]})
    assert store.sha_ada() == {satu, dua}


def test_drafts_and_settings_are_beside_the_journal(store: Store) -> None:
    store.simpan_draf("pejabat", "p", "nama", "Bud", WAKTU)
    store.simpan_draf("pejabat", "p", "nama", "Budi", WAKTU)
    store.simpan_draf("pejabat", "p", "nip", "19", WAKTU)
    store.atur_setelan("lebar", "1")
    store.atur_setelan("lebar", "2")
    assert store.draf() == [("pejabat", "p", "nama", "Budi", WAKTU), ("pejabat", "p", "nip", "19", WAKTU)]
    store.hapus_draf("pejabat", "p", "nama")
    assert [d[2] for d in store.draf()] == ["nip"]
    store.hapus_draf()
    assert store.draf() == []
    assert store.setelan() == {"lebar": "2"}
    assert store.baca() == Snapshot()


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.lkjip"
    berkas.baru(path)
    store = Store.buka(path)
    a = Naskah(id="a", tahun=2023, bagian="bab1", isi="x")
    tulis(store, *tambah(a))
    (halaman,) = store._conn.execute("PRAGMA page_count").fetchone()
    store._conn.execute(f"PRAGMA max_page_count = {halaman}")
    with pytest.raises(GagalSimpan, match="penuh"):
        tulis(store, Change(a.TABEL, a, Naskah(id="a", tahun=2023, bagian="bab1", isi="x" * 50_000)))
    assert store.baca() == dari_baris([a])
    store._conn.execute("PRAGMA max_page_count = 1000000")
    b = Naskah(id="a", tahun=2023, bagian="bab1", isi="x" * 50_000)
    tulis(store, Change(a.TABEL, a, b))
    store.tutup()
    store = Store.buka(path)
    assert store.baca() == dari_baris([b])
    store.tutup()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system does not let go of an open file")
@pytest.mark.parametrize("bagaimana", ["dihapus", "dipindah", "diganti"])
def test_a_file_that_left_its_place_takes_no_more_writes(tmp_path: Path, bagaimana: str) -> None:
    """Found by attack: every step went into a file without a name and was called saved."""
    path, lain = tmp_path / "a.lkjip", tmp_path / "lain.lkjip"
    for p in (path, lain):
        Store.baru(p, (), {}, Catatan(WAKTU, "Sari", "Berkas baru", "[]"), timpa=False)
    store = Store.buka(path)
    tulis(store, *tambah(Sasaran(id="a")))
    if bagaimana == "dihapus":
        path.unlink()
    elif bagaimana == "dipindah":
        path.rename(tmp_path / "pindah.lkjip")
    else:
        os.replace(lain, path)
    with pytest.raises(GagalSimpan, match=r"Belum tersimpan: .*salinan ke tempat lain"):
        tulis(store, *tambah(Sasaran(id="b")))
    with pytest.raises(GagalSimpan):
        store.simpan_draf("sasaran", "a", "tingkat", "ketikan", WAKTU)
    assert set(store.baca().tabel["sasaran"]) == {"a"}
    # What was saved can still be brought to safety.
    store.salin(tmp_path / "selamat.lkjip")
    if bagaimana == "dipindah":  # put back, the work goes on
        (tmp_path / "pindah.lkjip").rename(path)
        tulis(store, *tambah(Sasaran(id="b")))
    store.tutup()
    with_copy = Store.buka(tmp_path / "selamat.lkjip")
    assert set(with_copy.baca().tabel["sasaran"]) == {"a"}
    with_copy.tutup()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be renamed")
def test_a_file_renamed_while_open_can_be_opened_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "a.lkjip"
    Store.baru(path, (), {}, Catatan(WAKTU, "Sari", "Berkas baru", "[]"), timpa=False)
    store = Store.buka(path)
    baru = path.rename(tmp_path / "b.lkjip")
    store.tutup()
    assert not berkas.terbuka(baru)
    Store.buka(baru).tutup()


def test_an_edit_does_not_wait_until_a_copy_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas.baru(tmp_path / "a.lkjip")
    store = Store.buka(tmp_path / "a.lkjip")
    periksa, nomor = berkas.periksa_isi, []

    def sambil_menulis(path: Path) -> None:
        with ThreadPoolExecutor(1) as kolam:
            nomor.append(kolam.submit(tulis, store, *tambah(Pejabat(id="p"))).result(10))
        periksa(path)

    monkeypatch.setattr(berkas, "periksa_isi", sambil_menulis)
    store.salin(tmp_path / "b.lkjip")
    monkeypatch.undo()
    assert nomor == [1]
    assert "p" in store.baca().tabel["pejabat"]
    store.tutup()
    salinan = Store.buka(tmp_path / "b.lkjip")
    assert salinan.baca().tabel["pejabat"] == {}, "the copy is of the moment when it was begun"
    salinan.tutup()


def test_a_closed_store_refuses_with_a_sentence(tmp_path: Path) -> None:
    """A window may still ask when the file went away under it (a restore that could not open it again)."""
    berkas.baru(tmp_path / "a.lkjip")
    store = Store.buka(tmp_path / "a.lkjip")
    store.tutup()
    with pytest.raises(GagalSimpan, match="Belum tersimpan"):
        tulis(store, *tambah(Pejabat(id="p")))
    with pytest.raises(BerkasError, match="tidak dapat dibuka"):
        store.baca()


def test_a_read_only_store_reads_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "a.lkjip"
    berkas.baru(path)
    store = Store.buka(path, hanya_baca=True)
    assert store.alasan
    assert store.baca() == Snapshot()
    with pytest.raises(HanyaBaca):
        tulis(store, *tambah(Sasaran(id="a")))
    with pytest.raises(HanyaBaca):
        store.atur_setelan("a", "b")
    store.tutup()


@pytest.mark.parametrize(
    "rusak",
    [
        "INSERT INTO indikator_tahun SELECT * FROM indikator_tahun WHERE 0",  # the control: nothing wrong
        "UPDATE indikator_tahun SET target = '1,5'",
        "UPDATE indikator_tahun SET target = '1e9'",
        "UPDATE indikator_tahun SET kumulatif = 2",
        "UPDATE indikator_tahun SET nama = CAST(x'ff61' AS TEXT)",
    ],
)
def test_values_that_are_none_are_damage_not_a_crash(store: Store, rusak: str) -> None:
    tulis(store, *tambah(IndikatorTahun(id="a", target=Decimal(1))))
    store._conn.execute(rusak)
    if rusak.startswith("INSERT"):
        store.baca()
        return
    with pytest.raises(BerkasRusak, match="rusak"):
        store.baca()
    store._conn.execute("DELETE FROM indikator_tahun")
    assert store.baca() == Snapshot(), "the connection must still be usable"


def test_an_error_of_the_disk_is_a_sentence() -> None:
    e = sqlite3.OperationalError("disk I/O error")
    e.sqlite_errorcode = 10
    assert isinstance(berkas.galat(e, "a", menulis=True), GagalSimpan)
    assert "Belum tersimpan" in str(berkas.galat(e, "a", menulis=True))
