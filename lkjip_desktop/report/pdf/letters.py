"""Parts of letters and covers: letterhead, signature blocks, the cover page."""

# ruff: noqa: ARG002 (all boxes answer to the same calls, whatever they need of them)

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.report.blocks import Asal, Cover, Kertas, Letterhead, Picture, Run, Signatures, Signer
from lkjip_desktop.report.pdf.flowables import Kotak
from lkjip_desktop.report.pdf.images import Sumber, gambar_berkas, ukuran_mm
from lkjip_desktop.report.pdf.lines import Teks, satu_baris, susun
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import HITAM, MM, RUANG_TTD, SELA_JUDUL, Gaya, Tata

_LOGO_KOP = 23 * MM  # height of the logo in a letterhead
_LOGO_KOP_LEBAR = 28 * MM
_KOP_TERKECIL = 0.8
_SELA_BLOK = 8 * MM


def _teks(isi: str, gaya: Gaya, lebar: float, asal: Asal | None = None) -> Teks:
    return susun((Run(isi, asal=asal),), gaya, lebar)


class Kop(Kotak):
    """A letterhead: logo left, lines in the middle of the whole width, double rule."""

    def __init__(self, kop: Letterhead, lebar: float, t: Tata, sumber: Sumber) -> None:
        self.kop, self.sumber, self.t = kop, sumber, t
        self.logo = (
            (*ukuran_mm(replace(kop.logo, lebar_mm=0), _LOGO_KOP_LEBAR, _LOGO_KOP, sumber),) if kop.logo else None
        )
        if kop.logo and self.logo:
            # A small original is drawn at the usual size too.
            skala = min(_LOGO_KOP_LEBAR / self.logo[0], _LOGO_KOP / self.logo[1])
            self.logo = (self.logo[0] * skala, self.logo[1] * skala)
        self.tepi = (self.logo[0] + 8) if self.logo else 0.0
        ruang = lebar - self.tepi
        gaya = [replace(t.kop, tebal=i == len(kop.baris) - 1) for i in range(len(kop.baris))]
        terlebar = max((satu_baris(b, g).terlebar for b, g in zip(kop.baris, gaya, strict=True)), default=0.0)
        # Long institution names are set a little smaller rather than torn.
        kecil = max(_KOP_TERKECIL, min(1.0, (ruang - 0.5) / terlebar)) if terlebar else 1.0
        self.baris = [_teks(b, _kecilkan(g, kecil), ruang) for b, g in zip(kop.baris, gaya, strict=True)]
        self.baris += [_teks(b, t.kop_kecil, ruang) for b in kop.kontak]
        self.tinggi_isi = max(sum(b.tinggi for b in self.baris), self.logo[1] if self.logo else 0.0)
        self.tinggi = self.tinggi_isi + 9
        self.sesudah = t.isi.ukuran * 1.4

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        atas = y
        if self.kop.logo and self.logo:
            w, h = self.logo
            gambar_berkas(k, self.kop.logo, x, y - (self.tinggi_isi - h) / 2, w, h, self.sumber, self.t.bagan_kecil)
        y -= (self.tinggi_isi - sum(b.tinggi for b in self.baris)) / 2
        for b in self.baris:
            k.teks(b, x + self.tepi, y)
            y -= b.tinggi
        bawah = atas - self.tinggi_isi - 5
        k.garis(x, bawah, x + lebar, bawah, 2.0, HITAM)
        k.garis(x, bawah - 2.6, x + lebar, bawah - 2.6, 0.6, HITAM)
        if self.kop.asal is not None:
            k.hit(x, atas - self.tinggi_isi, x + lebar, atas, self.kop.asal)
        kontak = sum(b.tinggi for b in self.baris[len(self.kop.baris) :])
        if self.kop.asal_kontak is not None and kontak:
            k.hit(x + self.tepi, y, x + lebar, y + kontak, self.kop.asal_kontak)


class _BlokTtd:
    """One signature block measured for its width."""

    def __init__(self, s: Signer, lebar: float, t: Tata, rata: str) -> None:
        self.s, self.lebar = s, lebar
        gaya = replace(t.ttd, rata=rata)  # type: ignore[arg-type]  # only "kiri" or "tengah" come here
        self.pembuka = [_teks(b, gaya, lebar) for b in s.pembuka]
        self.catatan = _teks(s.catatan, replace(t.ttd_catatan, rata=gaya.rata), lebar) if s.catatan else None
        self.nama = _teks(s.nama, replace(gaya, tebal=True), lebar)
        self.bawah = [_teks(b, gaya, lebar) for b in s.bawah]
        self.tinggi_atas = sum(b.tinggi for b in self.pembuka)
        self.ruang = RUANG_TTD + (self.catatan.tinggi if self.catatan else 0.0)
        self.tinggi_bawah = self.nama.tinggi + sum(b.tinggi for b in self.bawah)


class TandaTangan(Kotak):
    """Place and date, one block at the right or rows of two with names on one line; never parted."""

    pembatas = 2

    def __init__(self, s: Signatures, lebar: float, t: Tata) -> None:
        self.sebelum = t.isi.ukuran * 1.2
        self.sesudah = t.isi.ukuran
        satu = len(s.blok) < 2
        self.lebar_blok = lebar * 0.46 if satu else (lebar - _SELA_BLOK) / 2
        rata = "kiri" if satu else "tengah"
        self.blok = [_BlokTtd(b, self.lebar_blok, t, rata) for b in s.blok]
        self.pasangan = [self.blok[i : i + 2] for i in range(0, len(self.blok), 2)]
        gaya = replace(t.ttd, rata="tengah" if s.tengah or not satu else "kiri")
        self.tengah = s.tengah
        lebar_tanggal = lebar if s.tengah else self.lebar_blok
        tanggal = Run(s.tempat_tanggal, asal=s.asal)
        self.tanggal = susun((tanggal,), gaya, lebar_tanggal) if s.tempat_tanggal.strip(" ") else None
        self.sela = t.ttd.jarak * 0.5
        self.tinggi = self.tanggal.tinggi if self.tanggal else 0.0
        if self.tengah and self.tanggal:
            self.tinggi += self.sela
        self.tinggi += sum(sum(self._ukur(p)) for p in self.pasangan) + self.sela * 2 * max(0, len(self.pasangan) - 1)

    @staticmethod
    def _ukur(p: list[_BlokTtd]) -> tuple[float, float, float]:
        """Heights above the room, of the room, and below it, equal for all blocks of a row."""
        return (
            max(b.tinggi_atas for b in p),
            max(b.ruang for b in p),
            max(b.tinggi_bawah for b in p),
        )

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        kanan = x + lebar - self.lebar_blok
        if self.tanggal is not None:
            k.teks(self.tanggal, x if self.tengah else kanan, y)
            y -= self.tanggal.tinggi + (self.sela if self.tengah else 0.0)
        for p in self.pasangan:
            atas, ruang, bawah = self._ukur(p)
            for i, b in enumerate(p):
                bx = kanan if len(p) == 1 or i else x
                self._blok(k, b, bx, y, atas, ruang)
            y -= atas + ruang + bawah + self.sela * 2

    def _blok(self, k: Kanvas, b: _BlokTtd, x: float, y: float, atas: float, ruang: float) -> None:
        yb = y
        for t in b.pembuka:
            k.teks(t, x, yb)
            yb -= t.tinggi
        if b.catatan is not None:
            k.teks(b.catatan, x, y - atas - 2)
        if b.s.kunci:
            catatan = b.catatan.tinggi + 2 if b.catatan is not None else 0.0
            k.ruang_ttd[b.s.kunci] = (k.halaman, x, y - atas - ruang, x + b.lebar, y - atas - catatan)
        yb = y - atas - ruang
        k.teks(b.nama, x, yb)
        yb -= b.nama.tinggi
        for t in b.bawah:
            k.teks(t, x, yb)
            yb -= t.tinggi
        if b.s.asal is not None:
            k.hit(x, yb, x + b.lebar, y, b.s.asal)
        if b.s.asal_pembuka is not None and b.pembuka:
            k.hit(x, y - b.tinggi_atas, x + b.lebar, y, b.s.asal_pembuka)
        if b.s.asal_bawah is not None and b.bawah:
            k.hit(x, yb, x + b.lebar, yb + sum(t.tinggi for t in b.bawah), b.s.asal_bawah)


class Sampul(Kotak):
    """The cover over the whole sheet: institution above, title and picture in the middle, satker and year below."""

    def __init__(self, c: Cover, kertas: Kertas, lebar: float, t: Tata, sumber: Sumber) -> None:
        self.c, self.kertas, self.t, self.sumber = c, kertas, t, sumber
        for skala in (1.0, 0.85, 0.7, 0.55, 0.4, 0.28, 0.2):
            self.atas = [_teks(b, _kecilkan(t.sampul_atas, skala), lebar, c.asal_atas) for b in c.atas]
            asal = (*c.asal_judul, *[None] * len(c.judul))
            self.judul = [
                _teks(b, _kecilkan(t.sampul_judul, skala * (1.0 if i == 0 else 0.72)), lebar, asal[i])
                for i, b in enumerate(c.judul)
            ]
            self.bawah = [_teks(b, _kecilkan(t.sampul_bawah, skala), lebar, c.asal_bawah) for b in c.bawah]
            if sum(b.tinggi for b in (*self.atas, *self.judul, *self.bawah)) < (kertas.tinggi_mm - 130) * MM:
                break

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        with k.wadah("Sect"):
            self._gambar(k, x, lebar)

    def _gambar(self, k: Kanvas, x: float, lebar: float) -> None:
        kertas, t = self.kertas, self.t
        w, h = kertas.lebar_mm * MM, kertas.tinggi_mm * MM
        pita = 7 * MM
        k.kotak(0, h, w, pita, t.aksen)
        k.kotak(0, pita, w, pita, t.aksen)
        yb = h - 30 * MM
        logo = self._ukuran(self.c.logo, 42 * MM, 36 * MM)
        if self.c.logo and logo:
            gambar_berkas(k, self.c.logo, x + (lebar - logo[0]) / 2, yb, *logo, self.sumber, t.bagan_kecil)
            yb -= logo[1] + 8 * MM
        for b in self.atas:
            k.teks(b, x, yb)
            yb -= b.tinggi
        kaki = pita + 22 * MM + sum(b.tinggi for b in self.bawah)
        y_bawah = kaki
        for b in self.bawah:
            k.teks(b, x, y_bawah)
            y_bawah -= b.tinggi
        ruang = yb - kaki
        sela = SELA_JUDUL if len(self.judul) > 1 else 0.0
        tinggi_judul = sum(b.tinggi for b in self.judul) + sela
        gambar = self._ukuran(self.c.gambar, lebar, max(20 * MM, min(110 * MM, ruang - tinggi_judul - 34 * MM)))
        isi = tinggi_judul + 10 * MM + ((gambar[1] + 12 * MM) if gambar else 0.0)
        yb -= max(0.0, (ruang - isi) / 2)
        tengah = x + lebar / 2
        k.garis(tengah - 30 * MM, yb, tengah + 30 * MM, yb, 1.2, t.aksen)
        yb -= 5 * MM
        for i, b in enumerate(self.judul):
            k.teks(b, x, yb)
            yb -= b.tinggi + (sela if i == 0 else 0.0)
        yb -= 5 * MM
        k.garis(tengah - 30 * MM, yb, tengah + 30 * MM, yb, 1.2, t.aksen)
        if self.c.gambar and gambar:
            gambar_berkas(
                k, self.c.gambar, x + (lebar - gambar[0]) / 2, yb - 12 * MM, *gambar, self.sumber, t.bagan_kecil
            )

    def _ukuran(self, p: Picture | None, lebar: float, tinggi: float) -> tuple[float, float] | None:
        """Size of a picture that fills a box as far as its shape allows."""
        if p is None:
            return None
        w, h = ukuran_mm(replace(p, lebar_mm=0), 1e6, 1e6, self.sumber)
        skala = min(lebar / w, tinggi / h)
        return w * skala, h * skala


def _kecilkan(g: Gaya, s: float) -> Gaya:
    return replace(g, ukuran=g.ukuran * s, jarak=g.jarak * s)
