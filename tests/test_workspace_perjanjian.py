"""A signed agreement through the one door: no road alters it; scans and signatures of papers."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_desktop import cli
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import (
    Banyak,
    Hapus,
    Perintah,
    Pindah,
    PkBaru,
    SalinTahun,
    Tambah,
    TandaTanganiPk,
    Terapkan,
    Ubah,
)
from lkjip_desktop.core.kode_kata import kata
from lkjip_desktop.core.pk import beda, isi_pk
from lkjip_desktop.core.sidik import sidik, sidik_pk
from lkjip_desktop.core.tables import IndikatorTahun, Pejabat, Pindaian, Pk, PkAnggaran, PkButir, PkCakupan, Posisi
from lkjip_desktop.errors import Ditolak, GagalImpor
from lkjip_desktop.workspace import Workspace

BARU = "00000000-0000-4000-8000-00000000000%d"


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """The example in memory."""
    with Workspace.contoh_memori() as w:
        yield w


@pytest.fixture
def di_berkas(tmp_path: Path) -> Iterator[Workspace]:
    """The example as a file."""
    with Workspace.contoh(tmp_path / "lahat.lkjip") as w:
        yield w


@pytest.fixture(scope="module")
def bersama() -> Iterator[Workspace]:
    """The example for tests whose every step is refused."""
    with Workspace.contoh_memori() as w:
        yield w


def pk(w: Workspace, tahun: int = 2023, nomor: int = 0) -> Pk:
    (p,) = w.snapshot.where(Pk, tahun=tahun, nomor=nomor, posisi_id=None)
    return p


def beku(w: Workspace) -> tuple[object, ...]:
    """All that a signed version is made of."""
    p = pk(w)
    s = w.snapshot
    return (
        p,
        *s.where(PkButir, pk_id=p.id),
        *s.where(PkAnggaran, pk_id=p.id),
        w.bangun("pk", 2023, versi="awal").isi,
    )


Jalan = Callable[[Workspace], Perintah]


def _butir(w: Workspace) -> PkButir:
    return w.snapshot.where(PkButir, pk_id=pk(w).id)[0]


# Every road on which rows can change: one field of a form, one cell or a block of a grid, adding, moving, removing,
# a command made by hand, and commands that take others along.
JALAN: dict[str, Jalan] = {
    "form: place": lambda w: Ubah("pk", pk(w).id, {"tempat": "Jakarta"}),
    "form: name of a party": lambda w: Ubah("pk", pk(w).id, {"p1_nama": "Orang lain"}),
    "form: the state itself": lambda w: Ubah("pk", pk(w).id, {"status": "draf"}),
    "form: switch of the code": lambda w: Ubah("pk", pk(w).id, {"cetak_kode": True}),
    "grid: target": lambda w: Ubah("pk_butir", _butir(w).id, {"target": Decimal(1)}),
    "grid: a pasted block": lambda w: Banyak(
        "Tempel", (Ubah("pk_butir", _butir(w).id, {"target": Decimal(1)}), Ubah("pk", pk(w).id, {"tempat": "x"}))
    ),
    "grid: budget": lambda w: Ubah("pk_anggaran", w.snapshot.where(PkAnggaran, pk_id=pk(w).id)[0].id, {"nilai": 1}),
    "grid: a new line": lambda w: Tambah("pk_butir", BARU % 1, {"pk_id": pk(w).id, "indikator_nama": "Baru"}),
    "grid: a new indicator": lambda w: Tambah(
        "pk_cakupan", BARU % 1, {"pk_id": pk(w).id, "indikator_id": _butir(w).indikator_id}
    ),
    "grid: order": lambda w: Pindah("pk_butir", _butir(w).id, 3),
    "grid: a line away": lambda w: Hapus("pk_butir", _butir(w).id),
    "list: the version away": lambda w: Hapus("pk", pk(w).id),
    "the whole year away": lambda w: Hapus("laporan", next(r.id for r in w.snapshot.tabel["laporan"].values())),
    "an indicator away": lambda w: Hapus("indikator", _butir(w).indikator_id or ""),
    "an official away": lambda w: Hapus("pejabat", pk(w).p1_pejabat_id or ""),
    "signing once more": lambda w: TandaTanganiPk(pk(w).id),
    "a command by hand": lambda w: Terapkan(
        "x", (Change("pk", pk(w), dataclasses.replace(pk(w), p2_nama="Orang lain")),)
    ),
    "a line to another version": lambda w: Terapkan(
        "x", (Change("pk_butir", _butir(w), dataclasses.replace(_butir(w), pk_id=pk(w, 2022).id)),)
    ),
}


@pytest.mark.parametrize("jalan", JALAN)
def test_no_road_alters_a_signed_version(bersama: Workspace, jalan: str) -> None:
    lama = bersama.snapshot
    with pytest.raises(Ditolak) as e:
        bersama.lakukan(JALAN[jalan](bersama))
    assert bersama.snapshot is lama
    kalimat = str(e.value)
    assert any(k in kalimat for k in ("sudah ditandatangani", "tidak dapat dihapus")), kalimat
    if "sudah ditandatangani dan tidak dapat" in kalimat:
        assert "Buat Perubahan" in kalimat, "the sentence says what to do instead"


def test_import_cannot_alter_a_signed_version(ws: Workspace, tmp_path: Path) -> None:
    keluar = ws.ekspor(tmp_path / "tukar.json")
    lama = beku(ws)
    isi = json.loads(keluar.read_text("utf-8"))
    for tabel, kolom, nilai in (("pk", "tempat", "Jakarta"), ("pk_butir", "target", "1"), ("pk_anggaran", "nilai", 1)):
        ubah = json.loads(json.dumps(isi))
        milik = next(b for b in ubah["tabel"][tabel] if pk(ws).id in (b["id"], b.get("pk_id")))
        milik[kolom] = nilai
        (tmp_path / "ubah.json").write_text(json.dumps(ubah), "utf-8")
        with pytest.raises((Ditolak, GagalImpor)) as e:
            ws.terapkan_impor(ws.rencana_impor(tmp_path / "ubah.json"))
        assert "sudah ditandatangani" in f"{e.value} {getattr(e.value, 'masalah', '')}"
        assert beku(ws) == lama


def test_the_command_line_cannot_either(
    di_berkas: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ws = di_berkas
    keluar = ws.ekspor(tmp_path / "tukar.json")
    lama = beku(ws)
    path = ws.path
    ws.tutup()
    isi = keluar.read_text("utf-8").replace('"tempat": "Palembang"', '"tempat": "Jakarta"')
    keluar.write_text(isi, "utf-8")
    assert cli.main(["impor", str(keluar), str(path)]) == 2
    keluar_layar, galat = capsys.readouterr()
    assert "sudah ditandatangani" in keluar_layar + galat
    assert galat.count("\n") == 1
    assert path is not None
    with Workspace.buka(path) as w:
        assert beku(w) == lama


def test_undo_does_not_cross_the_signing(di_berkas: Workspace) -> None:
    ws = di_berkas
    ws.lakukan(PkBaru(2023, BARU % 1, "prioritas"))
    ws.lakukan(Ubah("pk", BARU % 1, {"tanggal": "2023-07-03"}))
    assert ws.label_urung
    ws.lakukan(TandaTanganiPk(BARU % 1, "2023-07-03"))
    assert ws.label_urung == ""
    assert ws.urungkan() is None
    assert pk(ws, nomor=1).status == "berlaku"
    # What came after can be taken back, up to the signing and no further; also after closing.
    ws.lakukan(Ubah("pejabat", ws.snapshot.rows(Pejabat)[0].id, {"pangkat": "Pembina"}))
    assert ws.urungkan() is not None
    assert ws.urungkan() is None
    path = ws.path
    assert path is not None
    ws.tutup()
    with Workspace.buka(path) as w:
        assert w.label_urung == ""
        assert pk(w, nomor=1).status == "berlaku"


def test_working_values_move_on_and_the_paper_stays(ws: Workspace) -> None:
    lama = beku(ws)
    it = next(r for r in ws.snapshot.where(IndikatorTahun, tahun=2023) if r.kode == "SK1.IKK1")
    ws.lakukan(Ubah("indikator_tahun", it.id, {"target": Decimal(65), "nama": "Nama lain"}))
    for p in ws.snapshot.rows(Pejabat):
        ws.lakukan(Ubah("pejabat", p.id, {"nama": "Orang Lain", "nip": ""}))
    ws.lakukan(SalinTahun(2023, 2024, frozenset(), "benih"))
    assert beku(ws) == lama


def test_a_revision_starts_from_the_last_and_shows_what_differs(ws: Workspace) -> None:
    s = ws.snapshot
    it = next(r for r in s.where(IndikatorTahun, tahun=2023) if r.kode == "SK1.IKK1")
    ws.lakukan(Ubah("indikator_tahun", it.id, {"target": Decimal(65)}))
    program = next(k for k in s.tabel["kegiatan"].values() if k.values()["anggaran"] == 2_662_493_000)
    ws.lakukan(Ubah("kegiatan", program.id, {"anggaran": 3_168_512_000}))
    ws.lakukan(PkBaru(2023, BARU % 1, "strategi", "Revisi DIPA."))
    ws.lakukan(Ubah("pk", BARU % 1, {"p2_jenis": "plt", "p2_nama": "Budi Santoso", "tanggal": "2023-07-03"}))
    baru = pk(ws, nomor=1)
    hasil = beda(ws.snapshot, pk(ws), baru)
    assert {b.jenis for b in hasil} == {"target", "anggaran", "pihak"}
    (target,) = [b for b in hasil if b.jenis == "target"]
    assert (target.dari, target.ke) == ("60%", "65%")
    assert any(b.dari == "Ilham Djaya" and b.ke == "Budi Santoso" for b in hasil)
    ws.lakukan(TandaTanganiPk(BARU % 1, "2023-07-03"))
    kini = pk(ws, nomor=1)
    assert beda(ws.snapshot, pk(ws), kini) == hasil, "signing changes nothing of it"
    s = ws.snapshot
    assert kini.sidik == sidik_pk(kini, s.where(PkButir, pk_id=kini.id), s.where(PkAnggaran, pk_id=kini.id))
    # What was signed last feeds the measurement.
    h = next(h for h in ws.hasil(2023).indikator if h.kode == "SK1.IKK1")
    assert (h.target.cetak, h.target_asal) == ("65%", "pk")


def test_versions_are_printed_by_number_as_the_command_line_asks(ws: Workspace, tmp_path: Path) -> None:
    ws.lakukan(PkBaru(2023, BARU % 1, "prioritas"))
    awal, satu, semula = (ws.teks_halaman(ws.bangun("pk", 2023, versi=v).isi)[0] for v in (0, 1, "awal"))
    assert "PERUBAHAN" not in awal
    assert awal == semula
    assert "PERUBAHAN" in satu
    with pytest.raises(Ditolak, match="Perubahan ke-7 tahun 2023 tidak ada"):
        ws.bangun("pk", 2023, versi=7)


def test_a_lower_official_has_a_paper_of_his_own(ws: Workspace) -> None:
    po = next(p for p in ws.snapshot.rows(Posisi) if "Tata Usaha" in p.jabatan)
    ws.lakukan(PkBaru(2023, BARU % 2, posisi_id=po.id))
    pilih = [r for r in ws.snapshot.where(IndikatorTahun, tahun=2023) if r.kode in ("SK2.IKK6", "SK2.IKK7")]
    for n, r in enumerate(pilih, start=3):
        nilai = {"pk_id": BARU % 2, "indikator_id": r.indikator_id, "target": Decimal(4) if n == 3 else None}
        ws.lakukan(Tambah("pk_cakupan", BARU % n, nilai))
    ws.lakukan(Ubah("pk", BARU % 2, {"p1_nama": "Sari Wulandari"}))
    teks = " ".join(" ".join(ws.teks_halaman(ws.bangun("pk", 2023, pk_id=BARU % 2).isi)).split())
    for x in ("KEPALA URUSAN TATA USAHA DENGAN KEPALA BALAI", "Sari Wulandari", "4 Unit", "54 Unit", "Perimansyah"):
        assert x in teks, x
    assert "10 Unit" not in teks
    ws.lakukan(TandaTanganiPk(BARU % 2))
    with pytest.raises(Ditolak, match="sudah ditandatangani"):
        ws.lakukan(Hapus("pk_cakupan", ws.snapshot.where(PkCakupan, pk_id=BARU % 2)[0].id))
    # The head's agreement still feeds what the satker measures.
    h = next(h for h in ws.hasil(2023).indikator if h.kode == "SK2.IKK6")
    assert h.target.cetak == "10 Unit"
    assert isi_pk(ws.snapshot, pk(ws)).butir()


def test_a_signed_paper_carries_the_words_of_its_own_digest_only_when_asked(ws: Workspace) -> None:
    ws.lakukan(PkBaru(2023, BARU % 1, "prioritas"))
    ws.lakukan(Ubah("pk", BARU % 1, {"cetak_kode": True, "tanggal": "2023-07-03"}))
    assert pk(ws, nomor=1).sidik == ""
    draf = ws.teks_halaman(ws.bangun("pk", 2023, pk_id=BARU % 1).isi)
    ws.lakukan(TandaTanganiPk(BARU % 1, "2023-07-03"))
    kode = kata(pk(ws, nomor=1).sidik, 3)
    assert not any(kode in t for t in draf)
    assert all(kode in t for t in ws.teks_halaman(ws.bangun("pk", 2023).isi))
    # Later steps change the digest of the data, not that of the paper; letter and first version stay without.
    ws.lakukan(Ubah("pejabat", ws.snapshot.rows(Pejabat)[0].id, {"pangkat": "Pembina"}))
    assert all(kode in t for t in ws.teks_halaman(ws.bangun("pk", 2023).isi))
    data = kata(sidik(ws.snapshot), 3)
    for tanpa in (ws.bangun("surat", 2023), ws.bangun("pk", 2023, versi="awal")):
        for t in ws.teks_halaman(tanpa.isi):
            assert not any(k in t for k in (kode, data, kata(pk(ws).sidik or "0" * 64, 3)))


def test_targets_that_differ_from_the_renstra_stand_in_bab_ii(ws: Workspace) -> None:
    def bab() -> str:
        return " ".join(" ".join(ws.teks_halaman(ws.bangun("lkjip", 2023, bagian="bab2.pk").isi)).split())

    assert "berbeda dari target Renstra" not in bab()
    it = next(r for r in ws.snapshot.where(IndikatorTahun, tahun=2023) if r.kode == "SK1.IKK1")
    ws.lakukan(Ubah("indikator_tahun", it.id, {"target": Decimal(65)}))
    ws.lakukan(PkBaru(2023, BARU % 1, "prioritas", "Pagu bertambah."))
    ws.lakukan(TandaTanganiPk(BARU % 1, "2023-07-03"))
    isi = bab()
    assert "Target yang berbeda dari target Renstra tahun 2023: SK1.IKK1 (65%, dalam Renstra 60%)." in isi
    for tajuk in ("Target Awal", "Target Perubahan", "Alasan Perubahan", "Pagu bertambah"):
        assert tajuk in isi, tajuk


# ----------------------------------------------------------------------------------------------------------- scans
@pytest.fixture
def pindai(ws: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "pk bertanda tangan.pdf"
    path.write_bytes(ws.bangun("pk", 2022).isi)
    return path


def test_a_scan_is_attached_shown_and_printed_instead(ws: Workspace, pindai: Path) -> None:
    p = pk(ws)
    biasa = ws.bangun("lkjip", 2023, bagian="lampiran.pk")
    ws.lampirkan_pindaian("pk", 2023, ws.baca_pindaian([pindai]), p.id)
    (baris,) = ws.pindaian("pk", 2023, p.id)
    assert (baris.halaman, baris.mime, baris.nama_berkas, baris.pakai) == (3, "application/pdf", pindai.name, True)
    assert ws.isi_berkas(baris.berkas) == pindai.read_bytes()
    dengan = ws.bangun("lkjip", 2023, bagian="lampiran.pk")
    assert dengan.halaman == 3  # the first page of the scan stands under the title of the annex
    assert "LAMPIRAN II" in ws.teks_halaman(dengan.isi)[0]
    assert not any("Selanjutnya disebut" in t for t in ws.teks_halaman(dengan.isi)), "pictures, no text"
    ws.lakukan(Ubah("pindaian", baris.id, {"pakai": False}))
    kembali = ws.bangun("lkjip", 2023, bagian="lampiran.pk")
    assert ws.teks_halaman(kembali.isi) == ws.teks_halaman(biasa.isi)


def test_a_later_scan_takes_the_place_of_the_earlier_one(ws: Workspace, pindai: Path) -> None:
    masuk = ws.baca_pindaian([pindai])
    ws.lampirkan_pindaian("pk", 2023, masuk, pk(ws).id)
    ws.lampirkan_pindaian("pk", 2023, masuk, pk(ws).id)
    assert [p.pakai for p in ws.pindaian("pk", 2023, pk(ws).id)] == [False, True]
    ws.urungkan()
    assert [p.pakai for p in ws.pindaian("pk", 2023, pk(ws).id)] == [True]


@pytest.mark.parametrize(("naskah", "bagian"), [("surat", ""), ("kata_pengantar", "kata_pengantar")])
def test_letter_and_foreword_as_scans(ws: Workspace, pindai: Path, naskah: str, bagian: str) -> None:
    def halaman() -> list[str]:
        return [" ".join(t.split()) for t in ws.teks_halaman(ws.bangun("lkjip", 2023).isi)]

    sebelum = halaman()
    ws.lampirkan_pindaian(naskah, 2023, ws.baca_pindaian([pindai, pindai]))
    sesudah = halaman()
    assert len(ws.pindaian(naskah, 2023)) == 2
    # Neither the letter's number nor the title on the foreword's own page is typed by the program any more.
    tanda = "W.6.PAS.PAS21-PR.03-1167" if naskah == "surat" else "KATA PENGANTAR Puji"
    hilang = [t for t in sebelum if tanda in t or t.startswith("KATA PENGANTAR")]
    assert hilang
    assert not [t for t in sesudah if tanda in t]
    assert len(sesudah) > len(sebelum)
    if bagian:
        r = ws.bangun("lkjip", 2023, bagian=bagian)
        assert r.halaman == 6, "no empty page before the scan"
        assert not [t for t in sesudah if t.startswith("KATA PENGANTAR")]
        assert [t for t in sesudah if t.startswith("DAFTAR ISI") and "KATA PENGANTAR" in t]


def test_a_draft_takes_no_scan_and_a_bad_file_leaves_no_trace(ws: Workspace, pindai: Path, tmp_path: Path) -> None:
    ws.lakukan(PkBaru(2023, BARU % 1))
    with pytest.raises(Ditolak, match="masih draf"):
        ws.lampirkan_pindaian("pk", 2023, ws.baca_pindaian([pindai]), BARU % 1)
    (tmp_path / "catatan.txt").write_text("halo", "utf-8")
    for nama, sebab in (("catatan.txt", "bukan pindaian"), ("tidak-ada.pdf", "tidak dapat dibaca")):
        with pytest.raises(Ditolak, match=sebab):
            ws.baca_pindaian([pindai, tmp_path / nama])
    with Workspace.contoh(tmp_path / "lahat.lkjip"), pytest.raises(Ditolak, match="sedang dibuka"):
        ws.baca_pindaian([tmp_path / "lahat.lkjip"])
    with pytest.raises(Ditolak, match="tidak dikenal"):
        ws.lampirkan_pindaian("memo", 2023, ws.baca_pindaian([pindai]))
    assert ws.snapshot.rows(Pindaian) == ()


# ------------------------------------------------------------------------------------------------------ signatures
def test_fields_are_given_only_when_asked_for(ws: Workspace, tmp_path: Path) -> None:
    biasa = ws.bangun("pk", 2023).isi
    path = ws.cetak("pk", 2023, tmp_path / "pk.pdf", medan_ttd=True)
    # What is appended takes back that the structure knows all (PDF/UA), not that the file lasts (PDF/A).
    assert b"pdfuaid" in biasa
    assert b"pdfaid" in path.read_bytes()[len(biasa) :]
    assert b"pdfuaid" not in path.read_bytes()[len(biasa) :]
    assert path.read_bytes().startswith(biasa)
    assert [m.nama for m in ws.periksa_ttd(path)] == ["TTD_Pihak_Pertama", "TTD_Pihak_Kedua"]
    assert [m.nama for m in ws.periksa_ttd(ws.cetak("surat", 2023, tmp_path / "s.pdf", medan_ttd=True))] == [
        "TTD_Pihak_Pertama"
    ]
    assert ws.bangun("pk", 2023).isi == biasa
    for jenis, nama in (("lkjip", "l.pdf"), ("pk", "pk.docx")):
        with pytest.raises(Ditolak, match="Medan tanda tangan"):
            ws.cetak(jenis, 2023, tmp_path / nama, medan_ttd=True)


def test_the_command_line_gives_fields_and_parts(
    di_berkas: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ws = di_berkas
    path = str(ws.path)
    ws.tutup()
    tujuan = tmp_path / "pk.pdf"
    perintah = ["cetak", "pk", path, "--tahun", "2023", "-o", str(tujuan), "--medan-ttd", "--bagian", "lampiran"]
    assert cli.main(perintah) == 0
    assert [m.halaman for m in Workspace.periksa_ttd(tujuan)] == [1, 1]
    assert cli.main(["cetak", "lkjip", path, "--tahun", "2023", "-o", str(tujuan), "--bagian", "lampiran"]) == 2
    assert "hanya untuk Perjanjian Kinerja" in capsys.readouterr().err
