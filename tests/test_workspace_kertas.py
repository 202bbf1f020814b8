"""Papers through the one door: the right version, any thread, whole under its name or not at all."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lkjip_desktop.core.commands import PkBaru, Tambah, TandaTanganiPk, Ubah
from lkjip_desktop.core.kode_kata import kata
from lkjip_desktop.core.sidik import sidik
from lkjip_desktop.core.tables import IndikatorTahun, Pk
from lkjip_desktop.errors import BelumTersedia, Ditolak, GagalCetak
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.kertas import pilih_pk

CONTOH = Path(__file__).parents[1] / "resources" / "contoh" / "bapas-lahat.json"


@pytest.fixture(scope="module")
def lahat() -> Iterator[Workspace]:
    """The example, for tests that only read."""
    with Workspace.memori() as w:
        w.terapkan_impor(w.rencana_impor(CONTOH))
        yield w


@pytest.fixture
def ws() -> Iterator[Workspace]:
    with Workspace.memori() as w:
        w.terapkan_impor(w.rencana_impor(CONTOH))
        yield w


def test_every_paper_of_the_example_is_built(lahat: Workspace) -> None:
    for jenis, tahun in (("pk", 2022), ("pk", 2023), ("surat", 2023), ("ringkasan", 2023)):
        r = lahat.bangun(jenis, tahun)
        assert r.isi.startswith(b"%PDF-")
        assert len(lahat.ukuran_halaman(r.isi)) == r.halaman


def test_the_report_carries_revision_and_first_words_of_its_data(lahat: Workspace) -> None:
    r = lahat.bangun("lkjip", 2023)
    *_, akhir = lahat.teks_halaman(r.isi)
    assert f"r{lahat.snapshot.revisi:04d}" in akhir
    assert kata(sidik(lahat.snapshot), 3) in akhir
    assert r.halaman > 40
    bab = lahat.bangun("lkjip", 2023, bagian="bab1")
    assert 0 < bab.halaman < 10


def test_the_same_rows_give_the_same_bytes_in_any_thread(lahat: Workspace) -> None:
    snapshot = lahat.snapshot
    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(lambda _: lahat.bangun_dari(snapshot, "pk", 2023).isi, range(8)))
    assert len(set(hasil)) == 1


def test_the_word_file_is_of_the_same_paper(lahat: Workspace) -> None:
    r = lahat.bangun("pk", 2023, format="docx")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(r.isi)).namelist()


def test_an_edit_shows_on_the_next_paper(ws: Workspace) -> None:
    ikk = ws.snapshot.where(IndikatorTahun, tahun=2023)[-1]
    sebelum = ws.bangun("lkjip", 2023, bagian="bab3").isi
    ws.lakukan(Ubah("indikator_tahun", ikk.id, {"nama": "Layanan yang baru saja dinamai"}))
    sesudah = ws.bangun("lkjip", 2023, bagian="bab3").isi
    assert sebelum != sesudah
    assert "baru saja dinamai" in " ".join(" ".join(ws.teks_halaman(sesudah)).split())


def test_the_version_is_the_one_asked_for(ws: Workspace) -> None:
    (awal,) = ws.snapshot.where(Pk, tahun=2023)
    assert pilih_pk(ws.snapshot, 2023) == awal
    ws.lakukan(PkBaru(2023, "00000000-0000-4000-8000-000000000001", "strategi"))
    draf = ws.snapshot.where(Pk, tahun=2023)[-1]
    # A draft is in force for nobody; it is printed when asked for, and marked.
    assert pilih_pk(ws.snapshot, 2023) == awal
    assert pilih_pk(ws.snapshot, 2023, versi="awal") == awal
    assert pilih_pk(ws.snapshot, 2023, versi="1") == pilih_pk(ws.snapshot, 2023, pk_id=draf.id) == draf
    teks = "".join(ws.teks_halaman(ws.bangun("pk", 2023, versi="1").isi))
    assert "KONSEP" in teks
    assert "KONSEP" not in "".join(ws.teks_halaman(ws.bangun("pk", 2023).isi))
    ws.lakukan(Ubah("pk", draf.id, {"tanggal": "2023-06-01"}))
    ws.lakukan(TandaTanganiPk(draf.id))
    assert pilih_pk(ws.snapshot, 2023).id == draf.id
    for versi, kata_kata in (("2", "Perubahan ke-2 tahun 2023 tidak ada"), ("x", "tidak ada")):
        with pytest.raises(Ditolak, match=kata_kata):
            ws.bangun("pk", 2023, versi=versi)
    with pytest.raises(Ditolak, match="sudah tidak ada"):
        ws.bangun("pk", 2023, pk_id="hantu")


def test_signing_prints_what_the_draft_showed(ws: Workspace) -> None:
    ws.lakukan(PkBaru(2023, "00000000-0000-4000-8000-000000000001", "strategi"))
    (draf,) = (p for p in ws.snapshot.where(Pk, tahun=2023) if p.status == "draf")
    ws.lakukan(Ubah("pk", draf.id, {"tanggal": "2023-06-01"}))
    sebelum = ws.teks_halaman(ws.bangun("pk", 2023, pk_id=draf.id, konsep=False).isi)
    ws.lakukan(TandaTanganiPk(draf.id))
    assert ws.teks_halaman(ws.bangun("pk", 2023, pk_id=draf.id).isi) == sebelum


def test_what_cannot_be_printed_is_said(lahat: Workspace) -> None:
    with pytest.raises(Ditolak):
        lahat.bangun("lkjip", 2040)
    with pytest.raises(Ditolak, match="tahun 2040 belum dibuat"):
        lahat.bangun("pk", 2040)
    with pytest.raises(Ditolak, match="tidak dikenal"):
        lahat.bangun("puisi", 2023)
    with pytest.raises(BelumTersedia):
        lahat.bangun("pk", 2023, format="odt")


def test_a_paper_is_written_whole_or_not_at_all(lahat: Workspace, tmp_path: Path) -> None:
    tujuan = tmp_path / "pk.pdf"
    assert lahat.cetak("pk", 2023, tujuan) == tujuan
    assert tujuan.read_bytes() == lahat.bangun("pk", 2023).isi
    assert list(tmp_path.iterdir()) == [tujuan]
    with pytest.raises(GagalCetak, match="tidak dapat ditulis"):
        lahat.cetak("pk", 2023, tmp_path / "tidak ada" / "pk.pdf")
    assert list(tmp_path.iterdir()) == [tujuan]


def test_a_name_held_by_a_viewer_gives_a_second_name(
    lahat: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dipegang, ganti = tmp_path / "pk.pdf", os.replace
    dipegang.write_bytes(b"dibaca orang")

    def replace(dari: Path, ke: Path) -> None:
        if ke == dipegang:
            raise PermissionError(13, "Access is denied")
        ganti(dari, ke)

    monkeypatch.setattr(os, "replace", replace)
    assert lahat.cetak("pk", 2023, dipegang) == tmp_path / "pk (2).pdf"
    assert dipegang.read_bytes() == b"dibaca orang"
    assert {p.name for p in tmp_path.iterdir()} == {"pk.pdf", "pk (2).pdf"}


def test_checks_and_numbers_come_through_the_door(ws: Workspace) -> None:
    assert ws.hasil(2023) is ws.hasil(2023)
    assert [p for p in ws.periksa(2023) if p.level == "kesalahan"] == []
    sebelum = ws.hasil(2023)
    ws.lakukan(Tambah("prestasi", ws.id_baru(), {"tahun": 2023, "nama": "WBK"}))
    assert ws.hasil(2023) is not sebelum
    with pytest.raises(Ditolak, match="2040"):
        ws.hasil(2040)
