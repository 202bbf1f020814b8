"""Convert the Word and Excel papers of a file with LibreOffice and lay the pages out as pictures, to look at them.

python -m tools.periksa_docx [BERKAS.lkjip] [--tahun 2023] [--ke keluaran/word] [--xsd FOLDER]

Writes F.docx, F.xlsx, F.docx.pdf and F-001.png... and says how many pages LibreOffice and our own PDF have, and which
paragraphs of the Word file are missing from what LibreOffice shows, or have changed in a Word file that it read
and wrote again (there should be none). With --xsd all parts are held against the schemas of ECMA-376 in that folder.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from bisect import bisect_left
from itertools import zip_longest
from pathlib import Path

from lxml import etree

from lkjip_desktop.report import pdfium
from lkjip_desktop.workspace import Workspace
from tools.skema_ooxml import Skema

_KERTAS = ("lkjip", "pk", "surat", "ringkasan")
_DETIK = 300
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def main() -> int:
    """Convert all papers; 1 when text is missing or LibreOffice is not there."""
    p = argparse.ArgumentParser(description="Periksa berkas Word dan Excel dengan LibreOffice.")
    p.add_argument("berkas", nargs="?", help="berkas data; tanpa ini: contoh")
    p.add_argument("--tahun", type=int, default=2023)
    p.add_argument("--ke", type=Path, default=Path("keluaran/word"))
    p.add_argument("--skala", type=float, default=1.0, help="1 = 72 titik per inci")
    p.add_argument("--xsd", type=Path, help="folder skema ECMA-376 (wml.xsd, sml.xsd, ...)")
    a = p.parse_args()
    skema = Skema(a.xsd) if a.xsd else None
    kantor = shutil.which("soffice") or shutil.which("libreoffice")
    if kantor is None:
        print("LibreOffice tidak ditemukan (Debian: libreoffice-writer, libreoffice-math, libreoffice-calc).")
        return 1
    a.ke.mkdir(parents=True, exist_ok=True)
    hilang = 0
    with Workspace.buka(a.berkas, hanya_baca=True) if a.berkas else Workspace.contoh_memori() as w:
        for jenis in _KERTAS:
            cetak = w.bangun(jenis, a.tahun)
            docx = a.ke / f"{jenis}.docx"
            docx.write_bytes(w.bangun(jenis, a.tahun, format="docx").isi)
            (a.ke / f"{jenis}.xlsx").write_bytes(w.bangun(jenis, a.tahun, format="xlsx").isi)
            for berkas in (docx, docx.with_suffix(".xlsx")) if skema else ():
                salah = skema.periksa(berkas.read_bytes()) if skema else {}
                hilang += len(salah)
                print(f"{berkas.name}: {sum(salah.values())} pelanggaran skema")
                for pesan, banyak in salah.items():
                    print(f"   {banyak} x {pesan[:160]}")
            pdf = ubah(kantor, docx)
            pulang = docx.with_suffix(".lo.docx")
            pulang.write_bytes(ubah(kantor, docx, "docx:MS Word 2007 XML"))
            beda = sum(x != y for x, y in zip_longest(_paragraf(docx), _paragraf(pulang)))
            hilang += beda
            print(f"{jenis}: {beda} paragraf berubah setelah dibuka dan disimpan LibreOffice")
            (a.ke / f"{jenis}.docx.pdf").write_bytes(pdf)
            lembar = pdfium.jumlah_halaman(pdf)
            kurang = tidak_tampak(docx, pdf)
            hilang += len(kurang)
            print(f"{jenis}: {lembar} halaman di LibreOffice, {cetak.halaman} di PDF; teks yang hilang: {len(kurang)}")
            for teks in kurang[:10]:
                print(f"   {teks[:100]}")
            for n in range(lembar):
                _, _, png = pdfium.halaman_png(pdf, n, a.skala)
                (a.ke / f"{jenis}-{n + 1:03d}.png").write_bytes(png)
    pdfium.lepas()
    return 1 if hilang else 0


def ubah(kantor: str, berkas: Path, ke: str = "pdf") -> bytes:
    """A file as LibreOffice prints or saves it; a profile of its own, so that an open office is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        perintah = [
            kantor,
            f"-env:UserInstallation={Path(folder, 'profil').as_uri()}",
            *("--headless", "--convert-to", ke, "--outdir", folder, str(berkas)),
        ]
        subprocess.run(perintah, check=True, capture_output=True, timeout=_DETIK)
        return Path(folder, berkas.with_suffix(f".{ke.partition(':')[0]}").name).read_bytes()


def _paragraf(berkas: Path) -> list[str]:
    """All paragraphs that hold text or equations, without white space."""
    with zipfile.ZipFile(berkas) as z:
        akar = etree.fromstring(z.read("word/document.xml"))
    teks = ("".join(t.text or "" for t in p.iter(f"{_W}t", f"{_M}t")) for p in akar.iter(f"{_W}p"))
    return [t for t in (re.sub(r"\s+", "", t) for t in teks) if t]


def tidak_tampak(docx: Path, pdf: bytes) -> list[str]:
    """Paragraphs of a Word file (without equations) that the converted pages do not show in one piece."""
    import docx as pustaka

    dokumen = pustaka.Document(str(docx))
    tampak = _rapat(pdfium.teks(pdf))
    teks = [p.text for p in dokumen.paragraphs]
    teks += [p.text for t in dokumen.tables for s in t._cells for p in s.paragraphs]
    return [t for t in teks if not _ada(_rapat(t), tampak)]


def _ada(teks: str, tampak: str) -> bool:
    """Whether a text is shown in one piece, or in two where a page ends inside it."""
    if teks in tampak:
        return True
    muat = bisect_left(range(len(teks) + 1), True, key=lambda n: teks[:n] not in tampak) - 1
    return muat > 0 and teks[muat:] in tampak


def _rapat(teks: str) -> str:
    return re.sub(r"[\s.]+", "", teks)


if __name__ == "__main__":
    sys.exit(main())
