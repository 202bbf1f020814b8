"""A paper with smaller pictures: smaller bytes, the same places, masters untouched."""

from __future__ import annotations

import hashlib
import io
import random

from PIL import Image

from lkjip_desktop.report.blocks import Document, Figure, Keep, Letterhead, Para, Picture, Run
from lkjip_desktop.report.ringan import ringankan


def _foto(sisi: int) -> bytes:
    acak = random.Random(1)
    keluar = io.BytesIO()
    Image.frombytes("RGB", (sisi, sisi), acak.randbytes(sisi * sisi * 3)).save(keluar, "JPEG", quality=95)
    return keluar.getvalue()


def test_gambar_di_mana_pun_diganti_yang_lebih_kecil() -> None:
    besar, kecil = _foto(600), _foto(20)
    isi = {hashlib.sha256(b).hexdigest(): b for b in (besar, kecil)}
    p1, p2 = (Picture(s, 0, n, n) for s, n in zip(isi, (600, 20), strict=True))
    hilang = Picture("f" * 64)
    blok = (Keep((Figure((p1, p2), None),)), Letterhead(("A",), (), p1), Para((Run("x"),)), Figure((hilang,), None))
    asal = Document(blok, "j", "p")

    baru, baca = ringankan(asal, isi.__getitem__, 100, 50)

    k, letter, para, sisa = baru.blok
    assert isinstance(k, Keep)
    assert isinstance(letter, Letterhead)
    (f,) = k.isi
    assert isinstance(f, Figure)
    g1, g2 = f.gambar
    assert g1 == letter.logo
    assert g1.berkas not in isi
    assert (g1.lebar_px, g1.tinggi_px) == (600, 600), "places on the page stay"
    assert len(baca(g1.berkas)) < len(besar)
    assert hashlib.sha256(baca(g1.berkas)).hexdigest() == g1.berkas
    assert g2 == p2 or len(baca(g2.berkas)) < len(kecil)
    assert para is asal.blok[2]
    assert sisa is asal.blok[3]
    assert asal.blok[1].logo == p1  # type: ignore[union-attr]  # a Letterhead, see above
