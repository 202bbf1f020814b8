"""A foreign file is planned first: everything wrong is told at once with its place, and nothing is taken in."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core.tables import IndikatorTahun, Pejabat
from lkjip_desktop.exchange import json_masuk
from lkjip_desktop.exchange.rencana import RencanaImpor, rencana_json
from lkjip_desktop.gambar import jpeg_dari_rgb, ukuran

from .bahan import berkas_contoh, dokumen, isi_contoh, rencana, snapshot_contoh

KOSONG: dict[str, Any] = {"format": "lkjip-desktop", "versi": 1, "tabel": {}}


def _satu(r: RencanaImpor) -> str:
    assert r.perubahan == ()
    assert len(r.masalah) == 1, r.masalah
    return r.masalah[0]


def _rusak(tabel: str, n: int, **nilai: Any) -> dict[str, Any]:
    """The example with values of one row replaced."""
    d = dokumen()
    d["tabel"][tabel][n - 1] |= nilai
    return d


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "JSON rusak pada baris 1"),
        (b"{", "JSON rusak"),
        (b"\xff\xfe", "bukan UTF-8"),
        (b"[]", "harus sebuah objek"),
        (b"{}", "kunci “format”"),
        (b'{"format":"lain"}', "kunci “format”"),
        (b'{"format":"lkjip-desktop","versi":2}', "lebih baru"),
        (b'{"format":"lkjip-desktop","versi":true}', "kunci “versi”"),
        (b'{"format":"lkjip-desktop","versi":1,"versi":1}', "tertulis dua kali"),
        (b'{"format":NaN}', "bukan angka JSON"),
        (b'{"format":' + b"9" * 5000 + b"}", "terlalu panjang"),
        (b'{"format":1e999}', "tulis sebagai teks"),
        (b'{"format":0.12345678901234567890}', "tulis sebagai teks"),
        (b"[" * 200_000, "terlalu dalam"),
        (b'{"a":' + b"[" * 60 + b"]" * 60 + b"}", "terlalu dalam"),
    ],
)
def test_a_file_that_is_none_of_ours(isi: bytes, kata: str) -> None:
    assert kata in _satu(rencana(isi))


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert rencana(b"\xef\xbb\xbf" + json.dumps(KOSONG).encode()).masalah == ()


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_masuk, "BATAS_UKURAN", 1024 * 1024)
    assert "lebih besar dari 1 MB" in _satu(rencana(b" " * (1024 * 1024 + 1)))


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (KOSONG | {"catatan": "x"}, "Kunci “catatan” tidak dikenal"),
        (KOSONG | {"tabel": []}, "tabel: harus sebuah objek"),
        (KOSONG | {"tabel": {"indikatr": []}}, "tabel “indikatr” tidak dikenal"),
        (KOSONG | {"tabel": {"laporan": {}}}, "Tabel laporan: harus berisi daftar"),
        (KOSONG | {"tabel": {"laporan": [7]}}, "Tabel laporan baris 1"),
        (KOSONG | {"tabel": {"laporan": [{"tahun": 2023, "thn": 1}]}}, "Tabel laporan baris 1: kolom “thn”"),
        (KOSONG | {"tabel": {"laporan": [{"id": "A", "tahun": 2023}]}}, "kolom id: “A” bukan UUID"),
        (KOSONG | {"berkas": {"abc": ""}}, "Berkas “abc”: namanya harus SHA-256"),
        (KOSONG | {"berkas": {"0" * 64: 5}}, "harus teks base64"),
        (KOSONG | {"berkas": {"0" * 64: "**"}}, "bukan base64"),
        (KOSONG | {"berkas": {"0" * 64: "QQ=="}}, "tidak cocok dengan SHA-256"),
    ],
)
def test_unknown_names_and_shapes_with_their_place(isi: dict[str, Any], kata: str) -> None:
    assert kata in _satu(rencana(isi))


@pytest.mark.parametrize(
    ("tabel", "nilai", "kata"),
    [
        ("indikator_tahun", {"target": 60}, "baris 1 kolom target: “60” harus angka sebagai teks"),
        ("indikator_tahun", {"target": 49.26}, "harus angka sebagai teks"),
        ("indikator_tahun", {"target": "49,26"}, "titik desimal"),
        ("indikator_tahun", {"target": "1e9"}, "bukan angka yang sah"),
        ("indikator_tahun", {"target": "1" * 41}, "terlalu panjang"),
        ("indikator_tahun", {"polaritas": "atas"}, "kolom polaritas: “atas”: Pilih salah satu"),
        ("indikator_tahun", {"polaritas_pasti": 1}, "true atau false"),
        ("indikator_tahun", {"nama": None}, "“null” harus teks"),
        ("indikator_tahun", {"nama": "a\x07b"}, "tanda kendali"),
        ("indikator_tahun", {"satuan": "x" * 501}, "Paling panjang 500"),
        ("anggaran_belanja", {"pagu": "2183109000"}, "bilangan bulat tanpa tanda kutip"),
        ("anggaran_belanja", {"pagu": 10**18}, "terlalu besar"),
        ("anggaran_belanja", {"pagu": True}, "bilangan bulat"),
        ("anggaran_belanja", {"pagu": 1.5}, "bilangan bulat"),
        ("laporan", {"tahun": 1850}, "Paling kecil 1990"),
        ("pk", {"tanggal": "2022-13"}, "tulis tahun, bulan dan tahun"),
        ("analisis", {"isi": "teks polos"}, "harus susunan JSON"),
        ("analisis", {"isi": [{"t": "p"}]}, "tidak terbaca"),
        ("analisis", {"nomor": 8}, "Paling besar 7"),
        ("gambar", {"berkas": "ABC"}, "kolom berkas"),
        ("indikator_tahun", {"indikator_id": "11111111-1111-4111-8111-111111111111"}, "merujuk indikator 11111111"),
        ("indikator_tahun", {"indikator_id": ""}, "ditulis null"),
        ("indikator_tahun", {"kode": "SK1.IKK1"}, "lebih dari satu indikator dengan tahun 2022, kode SK1.IKK1"),
        ("gambar", {"mime": "image/jpeg"}, "bukan PNG atau JPEG"),
    ],
)
def test_values_that_a_column_refuses(tabel: str, nilai: dict[str, Any], kata: str) -> None:
    masalah = _satu(rencana(_rusak(tabel, 1, **nilai)))
    assert kata in masalah
    assert masalah.startswith(f"Tabel {tabel} baris ")


def test_everything_wrong_is_told_at_once() -> None:
    d = _rusak("indikator_tahun", 3, target=1, satuan=2)
    d["tabel"]["laporan"][0]["tahun"] = "2022"
    d["tabel"]["hantu"] = []
    d["berkas"].popitem()
    r = rencana(d)
    assert r.perubahan == ()
    assert r.berkas == {}
    tempat = " | ".join(r.masalah)
    for kata in (
        "baris 3 kolom target",
        "baris 3 kolom satuan",
        "Tabel laporan baris 1 kolom tahun",
        "“hantu”",
        "tidak disertakan",
    ):
        assert kata in tempat


def test_a_flood_of_problems_is_counted_not_printed() -> None:
    r = rencana(KOSONG | {"tabel": {"laporan": [{"x": 1}] * 3000}})
    assert len(r.masalah) == 501
    assert r.masalah[-1] == "... dan 2500 masalah lain."


def test_an_id_used_twice_and_a_circle_of_parents() -> None:
    d = dokumen()
    posisi = d["tabel"]["posisi"]
    posisi[0]["induk_id"] = posisi[1]["id"]
    posisi.append(dict(posisi[2]))
    masalah = " | ".join(rencana(d).masalah)
    assert "berputar kembali" in masalah
    assert "sudah dipakai baris 3" in masalah


def test_a_text_cannot_name_a_picture_that_is_not_there() -> None:
    isi = [{"t": "gambar", "g": [["22222222-2222-4222-8222-222222222222", 80]]}]
    assert "memakai gambar 22222222" in _satu(rencana(_rusak("analisis", 1, isi=isi)))


# ------------------------------------------------------------------------------------------------- matching
def test_rows_without_id_are_matched_by_year_and_kode() -> None:
    d = KOSONG | {"tabel": {"indikator_tahun": [{"tahun": 2023, "kode": "SK1.IKK1", "pembilang": "700"}]}}
    r = rencana(d, snapshot_contoh())
    assert r.masalah == ()
    (c,) = r.perubahan
    assert isinstance(c.before, IndikatorTahun)
    assert c.after == replace(c.before, pembilang=Decimal(700))
    assert r.ringkas == ("Indikator menurut tahun: 1 berubah",)


def test_foreign_ids_of_known_rows_are_exchanged_everywhere() -> None:
    """Another office's copy with its own ids: the same sasaran and indicators, not new ones."""
    d = dokumen()
    tukar = {r["id"]: f"{n:08x}-0000-4000-8000-000000000000" for n, r in enumerate(d["tabel"]["indikator"], start=1)}
    teks = json.dumps(
        {
            "format": d["format"],
            "versi": 1,
            "tabel": {k: d["tabel"][k] for k in ("indikator", "indikator_tahun", "analisis")},
        }
    )
    for lama, baru in tukar.items():
        teks = teks.replace(lama, baru)
    r = rencana(teks.encode(), snapshot_contoh())
    assert r.masalah == ()
    assert r.kosong


def test_a_row_may_refer_to_one_that_stands_behind_it_under_a_foreign_id() -> None:
    """The activity first, then its programme, both of another office's copy."""
    kegiatan = [r for r in dokumen()["tabel"]["kegiatan"] if r["tahun"] == 2023]
    for n, r in enumerate(kegiatan, start=1):
        r["kode"] = f"K{n}"
    now = snapshot_contoh().apply(rencana(KOSONG | {"tabel": {"kegiatan": kegiatan}}, snapshot_contoh()).perubahan)
    asing = json.dumps(KOSONG | {"tabel": {"kegiatan": kegiatan[::-1]}})
    for n, r in enumerate(kegiatan, start=1):
        asing = asing.replace(r["id"], f"{n:08x}-0000-4000-8000-000000000000")
    r2 = rencana(asing.encode(), now)
    assert (r2.masalah, r2.kosong) == ((), True)


def test_a_new_row_without_id_gets_one_and_its_defaults() -> None:
    r = rencana(KOSONG | {"tabel": {"pejabat": [{"nama": "Nama Contoh"}]}})
    (c,) = r.perubahan
    assert c.before is None
    assert c.after == Pejabat(id="00000000-0000-0000-0000-000000000001", nama="Nama Contoh")


@pytest.mark.parametrize(
    ("tabel", "baris", "kolom"),
    [
        ("laporan", {"tempat": "Lahat"}, "tahun"),
        ("indikator_tahun", {"tahun": 2023, "kode": "SK9.IKK1", "nama": "Baru"}, "indikator_id"),
        ("sasaran_tahun", {"tahun": 2023, "kode": "SK9", "nama": "Baru"}, "sasaran_id"),
    ],
)
def test_a_row_written_by_hand_stands_on_a_year_and_an_identity(tabel: str, baris: dict[str, Any], kolom: str) -> None:
    """Else it would be taken in, and no screen and no paper would ever show it."""
    masalah = _satu(rencana(KOSONG | {"tabel": {tabel: [baris]}}, snapshot_contoh()))
    assert masalah.startswith(f"Tabel {tabel} baris 1 kolom {kolom}: wajib diisi")


def test_a_kode_that_another_row_of_the_file_has_is_refused_whichever_comes_first() -> None:
    for lama, baru in (("SK1.IKK1", "SK1.IKK2"), ("SK1.IKK2", "SK1.IKK1")):
        d = dokumen()
        (satu,) = [r for r in d["tabel"]["indikator_tahun"] if (r["tahun"], r["kode"]) == (2023, lama)]
        satu["kode"] = baru
        assert f"tahun 2023, kode {baru} yang sama" in _satu(rencana(d, snapshot_contoh()))


def test_two_rows_may_exchange_their_kode() -> None:
    d = dokumen()
    a, b = [r for r in d["tabel"]["indikator_tahun"] if r["tahun"] == 2023][:2]
    a["kode"], b["kode"] = b["kode"], a["kode"]
    r = rencana(d, snapshot_contoh())
    assert (r.masalah, len(r.perubahan)) == ((), 2)


def test_what_a_lock_forbids_is_told_by_the_plan() -> None:
    d = dokumen()
    d["tabel"]["pk_butir"][0]["target"] = "99"
    assert "sudah ditandatangani dan tidak dapat diubah" in _satu(rencana(d, snapshot_contoh()))


def test_a_quarter_has_a_number_up_to_four() -> None:
    d = dokumen()
    baris = {"indikator_id": d["tabel"]["indikator"][0]["id"], "tahun": 2023, "jenis": "triwulan", "periode": 9}
    assert "Triwulan 9 tidak ada" in _satu(
        rencana(KOSONG | {"tabel": {"indikator_periode": [baris]}}, snapshot_contoh())
    )


def test_two_foreign_rows_cannot_become_one() -> None:
    baris = {"tahun": 2023, "kode": "SK1.IKK1", "pembilang": "1"}
    r = rencana(KOSONG | {"tabel": {"indikator_tahun": [baris, baris]}}, snapshot_contoh())
    assert "menunjuk baris yang sama dengan Tabel indikator_tahun baris 1" in _satu(r)


def test_empty_kode_of_activities_is_no_duplicate() -> None:
    tabel = {"kegiatan": [{"tahun": 2023, "nama": "A"}, {"tahun": 2023, "nama": "B"}]}
    assert rencana(KOSONG | {"tabel": tabel}).masalah == ()


def _dengan_gambar(isi: bytes, mime: str, lebar: int | None, tinggi: int | None) -> dict[str, Any]:
    sha = hashlib.sha256(isi).hexdigest()
    baris = {"nama": "foto", "berkas": sha, "mime": mime, "lebar_px": lebar, "tinggi_px": tinggi}
    return KOSONG | {"tabel": {"gambar": [baris]}, "berkas": {sha: base64.b64encode(isi).decode()}}


def test_a_picture_is_a_master_as_the_program_keeps_it() -> None:
    png = next(iter(berkas_contoh().values()))
    lebar, tinggi = ukuran(png)
    assert rencana(_dengan_gambar(png, "image/png", lebar, tinggi)).masalah == ()
    assert rencana(_dengan_gambar(png, "image/png", None, None)).masalah == ()
    assert f"{lebar} × {tinggi} piksel, bukan" in _satu(rencana(_dengan_gambar(png, "image/png", 1, 5000)))
    raksasa = png[:16] + struct.pack(">II", 60_000, 10) + png[24:]
    assert "paling panjang 2480" in _satu(rencana(_dengan_gambar(raksasa, "image/png", 60_000, 10)))
    jpeg = jpeg_dari_rgb(30, 20, bytes(1800))
    assert rencana(_dengan_gambar(jpeg, "image/jpeg", 30, 20)).masalah == ()
    kamera = jpeg[:2] + b"\xff\xe1\x00\x0eExif\0\0MM\0*\0\0" + jpeg[2:]
    assert "EXIF" in _satu(rencana(_dengan_gambar(kamera, "image/jpeg", 30, 20)))
    assert "rusak" in _satu(rencana(_dengan_gambar(jpeg[:20], "image/jpeg", 30, 20)))


def test_a_blob_that_no_row_names_is_left_out() -> None:
    isi = b"lain"
    d = dokumen()
    d["berkas"][hashlib.sha256(isi).hexdigest()] = base64.b64encode(isi).decode()
    assert hashlib.sha256(isi).hexdigest() not in rencana(d).berkas


def test_the_example_needs_no_blob_that_is_already_there() -> None:
    r = rencana_json(snapshot_contoh(), isi_contoh(), lambda: "", lambda _: True)
    assert (r.masalah, dict(r.berkas)) == ((), {})
