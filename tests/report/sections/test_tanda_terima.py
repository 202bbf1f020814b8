"""The receipt: one page, everything that binds file and paper, a QR code that holds the whole."""

from __future__ import annotations

import io

import segno

from lkjip_desktop.core.kode_kata import baca_kode, basis32, kata, kelompok
from lkjip_desktop.core.segel import Segel
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Identitas, Pejabat
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.sections.tanda_terima import Isian, dokumen_tanda_terima, gambar_qr, isi_qr
from lkjip_desktop.workspace import Workspace

SHA = "29e35d1c13f07d8bfb5f8d36b4fd6368b46f1088c9debc6cda1235f619107ffe"
SEGEL = Segel("401234", "Balai Pemasyarakatan Kelas II Lahat", 2023, 42, "2024-01-05T08:15:03+07:00", "ab12" * 16)
ISIAN = Isian(SEGEL, "LKJIP_401234_2023_20240105-0815_r0042_posif.lkjip", 1171456, SHA)


def _teks(snapshot: Snapshot) -> str:
    dokumen, gambar = dokumen_tanda_terima(ISIAN, snapshot, None)
    r = render(dokumen, gambar.__getitem__)
    assert r.halaman == 1
    assert not r.glif
    return " ".join(Workspace.teks_halaman(r.isi)[0].split())


def test_satu_halaman_dengan_semua_yang_mengikat() -> None:
    kepala = Pejabat(
        id="2", nama="Perimansyah", gelar_belakang="S.Sos.", nip="196811061992031002", jabatan="Kepala", peran="kepala"
    )
    teks = _teks(dari_baris([Identitas(id="1", nama="Bapas", kota="Lahat"), kepala]))
    for isi in (
        "Balai Pemasyarakatan Kelas II Lahat (401234)",
        "Tahun 2023, revisi 42",
        "5 Januari 2024 pukul 08:15 (UTC+07:00)",
        ISIAN.nama,
        "1.171.456 byte",
        kata(SHA),
        basis32(SHA),
        SEGEL.kata,
        kelompok(SHA[:32]),
        kelompok(SHA[32:]),
        "Lahat, 5 Januari 2024",
        "Perimansyah, S.Sos.",
        "NIP 19681106 199203 1 002",
        "Yang menerima,",
        "Yang menyerahkan,",
    ):
        assert isi in teks, isi


def test_tanpa_identitas_dan_pejabat_ada_tempat_menulis() -> None:
    assert _teks(Snapshot()).count("........") >= 2


def test_qr_memuat_sidik_utuh_dan_terbaca_sebagai_kode() -> None:
    isi = isi_qr(ISIAN)
    assert isi == f"LKJIP1|401234|2023|2024-01-05T08:15|42|1171456|{SHA}"
    assert baca_kode(isi).awal == SHA
    png, sisi = gambar_qr(isi)
    baku = segno.make(isi, error="m", micro=False)
    assert baku.error == "M"
    penampung = io.BytesIO()
    baku.save(penampung, kind="png", scale=8, border=4)
    assert png == penampung.getvalue()
    assert sisi == (len(baku.matrix) + 8) * 8
