"""Run all trials and print the figures; exit 1 when a page kept an old value. `--cepat` leaves the printers out."""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.workspace import Workspace

from . import jalan, masukan
from .cetak import periksa_cetak
from .jalan import Bangku, Laporan
from .masukan import Ubahan

_BATCH = 12


@cache
def contoh() -> tuple[Snapshot, dict[str, bytes]]:
    """The shipped example and its pictures."""
    with Workspace.contoh_memori() as w:
        from lkjip_desktop.exchange.json_keluar import berkas_dirujuk

        return w.snapshot, {sha: w.isi_berkas(sha) for sha in berkas_dirujuk(w.snapshot)}


@cache
def bangku(nama: str) -> Bangku:
    """The papers of the example as shipped, or of the one whose numbers are all different."""
    s = contoh()[0]
    return Bangku(s if nama == "contoh" else masukan.terpisah(s))


def angka(nama: str) -> tuple[Laporan, list[str]]:
    """All trials of numbers and rule sets on one of the examples, and the figures that nothing moved."""
    b, p = bangku(nama), Laporan()
    for u in itertools.chain(masukan.angka(b.s), masukan.aturan(b.s)):
        t = b.coba(u)
        p.masukan += 1
        p.pindah += t.pindah
        p.kata += t.kata
        p.salah += [f"{nama}: {u} [{u.cara}]: {x}" for x in t.salah]
        if not t.pindah and not t.kata:
            p.tanpa_akibat.append(f"{u.tabel}.{u.kolom}")
    cabang = [*jalan.tanpa_indikator(b.s), *jalan.tanpa_baris(b.s, "renstra_butir")]
    for judul, s1 in cabang:
        p.salah += [f"{nama}: {judul}: {x}" for x in b.ubah(s1)[0].salah if "angka baru" in x]
    jalan.periksa_uraian(b, [u for u in masukan.uraian(b.s) if u.dari != u.ke])
    jalan.periksa_uraian(b, [_putar(u) for u in masukan.teks(b.s) if any(c.isdigit() for c in u.dari)])
    tgl = jalan.periksa_tanggal(b)
    p.salah += [f"{nama}: {x}" for x in (*tgl.salah, *jalan.periksa_tahun(b))]
    p.masukan += tgl.masukan
    p.pindah += tgl.pindah
    return p, b.diam()


def _putar(u: Ubahan) -> Ubahan:
    return Ubahan(u.tabel, u.id, u.kolom, u.dari, masukan.putar(u.dari))


def cetak(n: int) -> tuple[int, list[str]]:
    """One batch of trials through the printers: (reports printed, what is wrong); none where a change has no effect."""
    b, berkas = bangku("terpisah"), contoh()[1]
    jumlah, salah = 0, []
    for u in [u for u in masukan.angka(b.s) if u.cara == "kurang"][n * _BATCH : (n + 1) * _BATCH]:
        t, dokumen = b.ubah(u.terapkan(b.s))
        if not t.pindah and not t.kata:
            continue
        jumlah += 1
        for d in dokumen:
            salah += [f"{u}: {x}" for x in periksa_cetak(d, t.mati, berkas.__getitem__)]
    return jumlah, salah


def _tulis(judul: str, p: Laporan, mulai: float) -> list[str]:
    print(
        f"{judul}: {p.masukan} inputs changed, {p.pindah} printed values moved, {p.kata} lines reworded, "
        f"{len(p.tanpa_akibat)} without effect, {len(p.salah)} wrong, {time.monotonic() - mulai:.0f} s"
    )
    return p.salah


def main() -> int:
    """Numbers on both examples, words, then the printers."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutasi", description=__doc__)
    parser.add_argument("--cepat", action="store_true", help="without PDF and Word")
    cepat = parser.parse_args().cepat
    salah: list[str] = []
    with ProcessPoolExecutor(2) as kolam:
        mulai = time.monotonic()
        lari = {nama: kolam.submit(angka, nama) for nama in ("contoh", "terpisah")}
        for nama, hasil in lari.items():
            p, diam = hasil.result()
            salah += _tulis(f"numbers, {nama}", p, mulai)
            print(f"  without effect: {_hitung(p.tanpa_akibat)}")
            # Only where no two numbers are alike does every sentence stay while its figures move.
            if nama == "terpisah":
                print(f"  figures that no input moves and that have no reason: {len(diam)}")
                salah += [f"{nama}: diam: {x}" for x in diam]
        mulai = time.monotonic()
        salah += _tulis("words", kolam.submit(_kata).result(), mulai)
        if not cepat:
            mulai = time.monotonic()
            banyak = -(-sum(u.cara == "kurang" for u in masukan.angka(contoh()[0])) // _BATCH)
            jumlah = 0
            for n, masih in kolam.map(cetak, range(banyak)):
                jumlah += n
                salah += masih
            print(f"printers: {jumlah} reports as PDF and Word, {time.monotonic() - mulai:.0f} s")
    for x in salah:
        print(x)
    print(f"{len(salah)} wrong")
    return 1 if salah else 0


def _kata() -> Laporan:
    return jalan.periksa_teks(contoh()[0])


def _hitung(isi: list[str]) -> str:
    return ", ".join(f"{k} {len(list(g))}" for k, g in itertools.groupby(sorted(isi)))


if __name__ == "__main__":
    sys.exit(main())
