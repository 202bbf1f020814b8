"""What each word of the command line does, through the one door; each gives the exit code."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.tables import Laporan
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.workspace import Workspace

from . import aman
from .berkas import BELUM_BERES, SELESAI, baca, tujuan
from .hitung_json import hasil_json
from .tabel import hasil_teks, masalah_teks

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem  # loaded where it is used: no paper waits for the checks

_FORMAT = {"cetak": (".pdf", ".docx", ".xlsx"), "ekspor": (".json", ".xlsx")}


def contoh(a: argparse.Namespace) -> int:
    """Write the example file."""
    with Workspace.contoh(a.berkas) as w:
        tahun = " dan ".join(map(str, w.tahun()))
        print(f"Berkas contoh ditulis: {a.berkas} ({w.judul}, {tahun}).")
    return SELESAI


def hitung(a: argparse.Namespace) -> int:
    """All derived numbers of a year, as text or JSON."""
    with baca(a.berkas) as w:
        h = _hasil(w, a.tahun)
        if a.json:
            _tulis_json(hasil_json(h))
        else:
            for baris in hasil_teks(h):
                print(baris)
    return SELESAI


def cetak(a: argparse.Namespace) -> int:
    """Print a paper into a file."""
    hasil = tujuan(a, _FORMAT[a.perintah])
    pilihan = {"versi": a.versi, "bagian": a.bagian} if a.kertas == "pk" else {}
    for kata, isi in (("--versi", a.versi), ("--bagian", a.bagian)):
        if a.kertas != "pk" and isi is not None:
            raise Ditolak(f"{kata} hanya untuk Perjanjian Kinerja (cetak pk).")
    if a.medan_ttd:
        pilihan["medan_ttd"] = True
    with baca(a.berkas) as w:
        _hasil(w, a.tahun)
        print(f"Ditulis: {w.cetak(a.kertas, a.tahun, hasil, **pilihan)}")
    return SELESAI


def periksa(a: argparse.Namespace) -> int:
    """List the problems of a year; 1 when one of them is an error."""
    from lkjip_desktop.core.checks import KESALAHAN

    with baca(a.berkas) as w:
        masalah = w.periksa(a.tahun) if a.tahun in w.tahun() else (_tahun_tidak_ada(w, a.tahun),)
    if a.json:
        kunci = ("level", "aturan", "tabel", "kunci", "kolom", "teks", "saran")
        _tulis_json([{k: getattr(p, k) for k in kunci} for p in masalah])
    else:
        for baris in masalah_teks(masalah, a.tahun):
            print(baris)
    return BELUM_BERES if any(p.level == KESALAHAN for p in masalah) else SELESAI


def ekspor(a: argparse.Namespace) -> int:
    """Write everything as an exchange file, or the form for the realisasi of a year."""
    hasil = tujuan(a, _FORMAT[a.perintah] if a.formulir is None else (".xlsx",))
    with baca(a.berkas) as w:
        print(f"Ditulis: {w.ekspor(hasil, formulir=a.formulir)}")
    if hasil.suffix.lower() == ".xlsx" and a.formulir is None:
        print("Gambar dan lampiran tidak ikut; untuk itu pakai ekspor berakhiran .json.")
    return SELESAI


def impor(a: argparse.Namespace) -> int:
    """Plan an import, show it, and apply it as one step; into a file that is not there yet, make it."""
    berkas = Path(a.berkas)
    if berkas.exists():
        with baca(berkas) if a.coba else Workspace.buka(berkas) as w:
            rencana = w.rencana_impor(a.sumber)
            if not rencana.masalah and not a.coba and not rencana.kosong:
                w.terapkan_impor(rencana, f"Impor {Path(a.sumber).name}")
    else:
        with Workspace.memori() as w:
            rencana = w.rencana_impor(a.sumber)
        if not rencana.masalah and not a.coba:
            Workspace.dari_ekspor(a.sumber, berkas, f"Impor {Path(a.sumber).name}")[0].tutup()
    if rencana.masalah:
        for kalimat in rencana.masalah:
            print(f"- {kalimat}")
        jumlah = len(rencana.masalah)
        raise Ditolak(f"Impor ditolak: {jumlah} masalah ditemukan pada {Path(a.sumber).name}; tidak ada yang ditulis.")
    for baris in rencana.ringkas:
        print(baris)
    if rencana.kosong:
        print("Tidak ada yang berubah.")
    else:
        print(
            "Baru rencana; tidak ada yang ditulis."
            if a.coba
            else f"Diterapkan pada {berkas.name} sebagai satu langkah."
        )
    return SELESAI


def skema(_a: argparse.Namespace) -> int:
    """Write the JSON Schema of the exchange file."""
    _tulis_json(Workspace.skema())
    return SELESAI


PERINTAH: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "contoh": contoh,
    "hitung": hitung,
    "cetak": cetak,
    "periksa": periksa,
    "ekspor": ekspor,
    "impor": impor,
    "skema": skema,
    "cadangkan": aman.cadangkan,
    "kirim": aman.kirim,
    "verifikasi": aman.verifikasi,
    "pulihkan": aman.pulihkan,
    "tanda-terima": aman.tanda_terima,
    "paket": aman.paket,
}


def tanpa_layar(folder: Path) -> int:
    """Print the example's papers where no window can be shown."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise Ditolak(f"Folder “{folder.name}” tidak dapat dibuat.") from e
    with Workspace.contoh_memori() as w:
        ditulis = [
            w.cetak(kertas, tahun, folder / f"{kertas.upper() if kertas == 'pk' else 'LKjIP'}-{tahun}.pdf")
            for kertas, tahun in (("lkjip", 2023), ("pk", 2022), ("pk", 2023))
        ]
    print("Tidak ada layar, jadi jendela tidak dibuka. Sebagai gantinya berkas contoh dicetak:")
    for path in ditulis:
        print(f"  {path}")
    return SELESAI


def _hasil(w: Workspace, tahun: int) -> Hasil:
    """The results of a year that has targets.

    Raises:
        Ditolak: the year is not in the file, or nothing is promised in it.
    """
    if tahun not in w.tahun():
        p = _tahun_tidak_ada(w, tahun)
        raise Ditolak(p.teks, p.saran)
    h = w.hasil(tahun)
    if not any(i.target.diketahui for s in h.sasaran for i in s.indikator):
        raise Ditolak(f"Tahun {tahun} belum mempunyai target.", "Isi sasaran, indikator, dan targetnya lebih dahulu.")
    return h


def _tahun_tidak_ada(w: Workspace, tahun: int) -> Problem:
    from lkjip_desktop.core.checks import KESALAHAN, Problem

    ada = ", ".join(map(str, w.tahun()))
    saran = f"Tahun yang ada: {ada}." if ada else "Berkas ini belum berisi tahun laporan."
    return Problem(
        KESALAHAN,
        "tahun.tidak_ada",
        Laporan.TABEL,
        "",
        "tahun",
        f"Tahun {tahun} belum ada di berkas ini.",
        saran,
        tahun,
    )


def _tulis_json(isi: object) -> None:
    print(json.dumps(isi, ensure_ascii=False, indent=1))
