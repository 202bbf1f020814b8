"""Papers, the example, exchange files, and what goes to and from a stick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lkjip_desktop.workspace import Workspace

from .bahan import Jalankan, ditolak


# --------------------------------------------------------------------------------------------------------- cetak
@pytest.mark.parametrize("kertas", ["pk", "surat", "ringkasan"])
def test_cetak_writes_a_pdf(lkjip: Jalankan, berkas: Path, tmp_path: Path, kertas: str) -> None:
    pdf = tmp_path / f"{kertas}.pdf"
    j = lkjip("cetak", kertas, berkas, "--tahun", 2023, "-o", pdf)
    assert (j.kode, j.keluar) == (0, f"Ditulis: {pdf}\n")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_cetak_pk_by_version(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "pk.pdf"
    assert lkjip("cetak", "pk", berkas, "--tahun", 2022, "--versi", "awal", "-o", pdf).kode == 0
    teks = " ".join(Workspace.teks_halaman(pdf.read_bytes()))
    assert "PERJANJIAN KINERJA TAHUN 2022" in teks
    assert "Dadi Mulyadi, Bc.I.P., S.H., M.H." in teks
    ditolak(lkjip("cetak", "pk", berkas, "--tahun", 2022, "--versi", "1", "-o", pdf), "Perubahan ke-1")
    ditolak(lkjip("cetak", "lkjip", berkas, "--tahun", 2022, "--versi", "1", "-o", pdf), "--versi")


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("a.txt", "berakhiran"),
        ("a", "berakhiran"),
        ("folder.pdf", "adalah folder"),
        ("tidak/ada/a.pdf", "tidak dapat ditulis"),
    ],
)
def test_cetak_refuses_a_place_that_is_none(
    lkjip: Jalankan, berkas: Path, tmp_path: Path, nama: str, kata: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    ditolak(lkjip("cetak", "pk", berkas, "--tahun", 2023, "-o", tmp_path / nama), kata)


def test_results_never_overwrite_the_data_file(lkjip: Jalankan, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    Workspace.contoh(data).tutup()
    semula = data.read_bytes()
    ditolak(lkjip("ekspor", data, "-o", data), "tidak dapat ditimpa")
    tautan = tmp_path / "sama.json"
    tautan.hardlink_to(data)
    ditolak(lkjip("ekspor", data, "-o", tautan), "tidak dapat ditimpa")
    assert data.read_bytes() == semula


# --------------------------------------------------------------------------------------------- contoh and exchange
def test_contoh_does_not_overwrite(lkjip: Jalankan, tmp_path: Path) -> None:
    path = tmp_path / "baru.lkjip"
    j = lkjip("contoh", path)
    assert (j.kode, j.galat) == (0, "")
    semula = path.read_bytes()
    ditolak(lkjip("contoh", path), "sudah ada")
    assert path.read_bytes() == semula
    ditolak(lkjip("contoh", tmp_path / "tidak" / "ada.lkjip"))


def test_export_and_import_into_a_new_file_give_the_same_rows(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    isi, baru = tmp_path / "isi.json", tmp_path / "baru.lkjip"
    assert lkjip("ekspor", berkas, "-o", isi).kode == 0
    assert lkjip("impor", isi, baru, "--coba").keluar.endswith("tidak ada yang ditulis.\n")
    assert not baru.exists()
    assert lkjip("impor", isi, baru).kode == 0
    with Workspace.buka(berkas, hanya_baca=True) as a, Workspace.buka(baru, hanya_baca=True) as b:
        assert a.snapshot == b.snapshot
        for g in a.snapshot.tabel["gambar"].values():
            assert a.isi_berkas(g.values()["berkas"]) == b.isi_berkas(g.values()["berkas"])
    lagi = tmp_path / "lagi.json"
    assert lkjip("ekspor", baru, "-o", lagi).kode == 0
    assert lagi.read_bytes() == isi.read_bytes()
    assert lkjip("impor", isi, baru).keluar.endswith("Tidak ada yang berubah.\n")


def test_a_removed_shipped_rule_stays_removed_in_the_new_file(tmp_path: Path) -> None:
    from lkjip_desktop.core.commands import Hapus
    from lkjip_desktop.core.tables import AturanBaris

    isi = tmp_path / "isi.json"
    with Workspace.contoh_memori() as w:
        w.lakukan(Hapus("aturan", w.snapshot.rows(AturanBaris)[0].id))
        w.ekspor(isi)
        b, _ = Workspace.dari_ekspor(isi, tmp_path / "baru.lkjip")
        with b:
            assert b.snapshot == w.snapshot


def test_import_changes_one_number_as_one_step(lkjip: Jalankan, tmp_path: Path) -> None:
    path, isi = tmp_path / "data.lkjip", tmp_path / "isi.json"
    Workspace.contoh(path).tutup()
    tabel = {"indikator_tahun": [{"tahun": 2023, "kode": "SK1.IKK1", "pembilang": "700"}]}
    isi.write_text(json.dumps({"format": "lkjip-desktop", "versi": 1, "tabel": tabel}), encoding="utf-8")
    semula = path.read_bytes()
    assert "1 berubah" in lkjip("impor", isi, path, "--coba").keluar
    assert path.read_bytes() == semula
    assert lkjip("impor", isi, path).kode == 0
    ikk = lkjip("hitung", path, "--tahun", 2023, "--json").json["indikator"][0]
    # 700/1277 = 54,82% at 60: 91,36%
    assert ikk["capaian_cetak"] == "91,36%"


def test_tables_go_out_as_a_workbook_and_come_back_unchanged(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    buku = tmp_path / "tabel.xlsx"
    keluar = lkjip("ekspor", berkas, "-o", buku)
    assert keluar.kode == 0
    assert "Gambar dan lampiran tidak ikut" in keluar.keluar
    kembali = lkjip("impor", buku, berkas, "--coba")
    assert (kembali.kode, kembali.galat) == (0, "")
    assert kembali.keluar.endswith("Tidak ada yang berubah.\n")


def test_the_form_of_realisasi_is_for_one_year(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    assert lkjip("ekspor", berkas, "-o", tmp_path / "f.xlsx", "--formulir", 2023).kode == 0
    assert lkjip("impor", tmp_path / "f.xlsx", berkas, "--coba").kode == 0
    for kata in (["f.json", "--formulir", 2023], ["f2.xlsx", "--formulir", 2031]):
        ditolak = lkjip("ekspor", berkas, "-o", tmp_path / str(kata[0]), *kata[1:])
        assert ditolak.kode == 2
        assert len(ditolak.galat.splitlines()) == 1


def test_a_bad_import_lists_everything_and_writes_nothing(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    isi = tmp_path / "rusak.json"
    tabel = {"hantu": [], "laporan": [{"tahun": "2023", "thn": 1}], "pk_butir": [{"pk_id": "x"}]}
    isi.write_text(json.dumps({"format": "lkjip-desktop", "versi": 1, "tabel": tabel}), encoding="utf-8")
    semula = berkas.read_bytes()
    for kata in ([berkas], [berkas, "--coba"], [tmp_path / "baru.lkjip"]):
        j = lkjip("impor", isi, *kata)
        assert j.kode == 2
        assert j.keluar.count("\n- ") + 1 >= 4
        for tempat in ("“hantu”", "baris 1 kolom tahun", "“thn”", "kolom pk_id"):
            assert tempat in j.keluar
        assert j.galat.count("\n") == 1
        assert "tidak ada yang ditulis" in j.galat
    assert berkas.read_bytes() == semula
    assert not (tmp_path / "baru.lkjip").exists()
    isi.write_bytes(b"\x00\xff")
    assert lkjip("impor", isi, berkas).kode == 2
    ditolak(lkjip("impor", tmp_path / "tidak.json", berkas), "tidak ditemukan")


def test_skema_is_json_schema(lkjip: Jalankan) -> None:
    s = lkjip("skema").json
    assert s["$schema"].endswith("2020-12/schema")
    assert "indikator_tahun" in s["properties"]["tabel"]["properties"]


# ------------------------------------------------------------------------------------------- to and from a stick
def test_backup_and_restore(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    stik = tmp_path / "stik"
    stik.mkdir()
    assert lkjip("cadangkan", berkas, stik).kode == 0
    (salinan,) = stik.glob("*.lkjip")
    kembali = tmp_path / "kembali.lkjip"
    assert lkjip("pulihkan", salinan, kembali).kode == 0
    lain = tmp_path / "lain.lkjip"
    Workspace.baru(lain, "Bapas Lain", 2024).tutup()
    j = lkjip("pulihkan", salinan, lain)
    assert (j.kode, "Berkas sebelumnya disimpan:" in j.keluar) == (0, True)
    with Workspace.buka(berkas, hanya_baca=True) as a:
        for path in (kembali, lain):
            with Workspace.buka(path, hanya_baca=True) as b:
                assert a.snapshot == b.snapshot
    rusak = stik / "rusak.lkjip"
    rusak.write_bytes(salinan.read_bytes()[:20_000])
    semula = lain.read_bytes()
    ditolak(lkjip("pulihkan", rusak, lain), "tidak dapat dipakai")
    ditolak(lkjip("pulihkan", rusak, tmp_path / "baru.lkjip"), "tidak dapat dipakai")
    assert lain.read_bytes() == semula
    assert not list(tmp_path.glob("*baru*"))
    ditolak(lkjip("cadangkan", berkas, tmp_path / "tidak" / "ada"))


def test_send_verify_and_receipt(lkjip: Jalankan, tmp_path: Path) -> None:
    path, stik = tmp_path / "data.lkjip", tmp_path / "stik"
    stik.mkdir()
    Workspace.contoh(path).tutup()
    j = lkjip("kirim", path, stik)
    assert j.kode == 0
    assert "Perhatian: Kode satker belum diisi" in j.keluar
    assert "Kiriman tahun 2023" in j.keluar
    (kiriman,) = stik.glob("*.lkjip")
    j = lkjip("verifikasi", kiriman)
    assert (j.kode, f"{kiriman.name}: asli" in j.keluar) == (0, True)
    assert "tahun 2023" in j.keluar
    # A code of another file, and a file that was never sealed, are "not in order"; a word that is no code is refused.
    assert lkjip("verifikasi", kiriman, "--kode", "babab-babab-babab-babab-babab").kode == 1
    assert lkjip("verifikasi", path).kode == 1
    ditolak(lkjip("verifikasi", kiriman, "--kode", "x"))
    pdf = tmp_path / "terima.pdf"
    assert lkjip("tanda-terima", kiriman, "-o", pdf).kode == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    ditolak(lkjip("tanda-terima", path, "-o", pdf), "hanya dibuat untuk kiriman yang asli")
    ditolak(lkjip("kirim", path, stik, "--tahun", "2019"), "Tahun 2019 belum ada")
