"""A file in which every part of the report has something to print, made from the example by commands."""

from __future__ import annotations

import hashlib
import io
import json
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from PIL import Image, ImageDraw

from lkjip_desktop.core import naskah
from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.perintah_pk import PkBaru, TandaTanganiPk
from lkjip_desktop.core.tables import AturanBaris, Identitas, IndikatorTahun, Laporan, Naskah, Renstra, Surat
from lkjip_desktop.workspace import Workspace
from tests.report.bahan_berat import KALIMAT, PANJANG, TAHUN, analisis_panjang, id

#: Print rules of an office that prints on F4 to be bound, on both sides, in black and white.
KANTOR_F4: dict[str, Any] = {
    "kertas": "F4",
    "huruf": "bookman",
    "margin_kiri": 30,
    "jilid": 10,
    "bolak_balik": True,
    "warna": {
        "utama": "#000000",
        "latar": "#E7E6E6",
        "target": "#BFBFBF",
        "realisasi": "#404040",
        "capaian": "#000000",
    },
    "judul_kolom": {"capaian": "Kinerja"},
}
_N_PIAGAM = 3


# ---------------------------------------------------------------------------------------------------- pictures
def _png(im: Image.Image) -> bytes:
    isi = io.BytesIO()
    im.save(isi, "PNG")
    return isi.getvalue()


def gambar_logo() -> bytes:
    """A shield with a star: higher than wide, as logos of ministries are."""
    im = Image.new("RGB", (320, 400), "white")
    d = ImageDraw.Draw(im)
    d.polygon([(20, 20), (300, 20), (300, 250), (160, 390), (20, 250)], fill="#12355B", outline="#D4A72C", width=12)
    d.polygon([(160, 90), (190, 170), (270, 170), (205, 220), (230, 300), (160, 250), (90, 300), (115, 220), (50, 170),
               (130, 170)], fill="#F2C744")  # fmt: skip
    return _png(im)


def gambar_foto(w: int, h: int, warna: str) -> bytes:
    """A building before a sky."""
    im = Image.new("RGB", (w, h), "#BFD7EA")
    d = ImageDraw.Draw(im)
    d.rectangle((0, h * 3 // 4, w, h), fill="#7A9E7E")
    d.rectangle((w // 6, h // 3, w * 5 // 6, h * 4 // 5), fill=warna, outline="#333333", width=4)
    d.polygon([(w // 8, h // 3), (w // 2, h // 8), (w * 7 // 8, h // 3)], fill="#8B3A3A")
    for i in range(5):
        x = w // 6 + (i * 2 + 1) * w // 18
        d.rectangle((x, h // 2, x + w // 22, h * 2 // 3), fill="#F4F1DE", outline="#333333", width=2)
    return _png(im)


def gambar_piagam() -> bytes:
    """A certificate on its side with a frame and a seal."""
    im = Image.new("RGB", (1000, 707), "#FFFBEF")
    d = ImageDraw.Draw(im)
    for n, warna in ((20, "#B8860B"), (34, "#DAA520")):
        d.rectangle((n, n, 1000 - n, 707 - n), outline=warna, width=6)
    for y, w in ((130, 420), (220, 620), (280, 520), (340, 600), (400, 300)):
        d.rectangle((500 - w // 2, y, 500 + w // 2, y + 22), fill="#444444")
    d.ellipse((440, 500, 560, 620), fill="#B22222", outline="#7A1212", width=6)
    return _png(im)


def _gambar(nama: str, isi: bytes) -> Tambah:
    sha = hashlib.sha256(isi).hexdigest()
    w, h = Image.open(io.BytesIO(isi)).size
    nilai = {"nama": nama, "berkas": sha, "mime": "image/png", "lebar_px": w, "tinggi_px": h}
    return Tambah("gambar", id("lengkap", nama), nilai, blobs={sha: isi})


def _baris(tabel: str, nama: object, /, **nilai: Any) -> Tambah:
    return Tambah(tabel, id("lengkap", tabel, nama), nilai)


def _teks(w: Workspace, bagian: str, isi: naskah.Isi) -> Perintah:
    """The office's own text of a part."""
    ada = w.snapshot.one(Naskah, tahun=TAHUN, bagian=bagian)
    if ada is not None:
        return Ubah("naskah", ada.id, {"isi": naskah.tulis(isi)})
    return _baris("naskah", bagian, tahun=TAHUN, bagian=bagian, isi=naskah.tulis(isi))


# ------------------------------------------------------------------------------------------------------- parts
def _identitas(w: Workspace) -> Iterator[Perintah]:
    s = w.snapshot
    yield _gambar("Logo kementerian", gambar_logo())
    yield _gambar("Gedung kantor", gambar_foto(1600, 900, "#E9D8A6"))
    for i in s.rows(Identitas):
        yield Ubah("identitas", i.id, {"logo_id": id("lengkap", "Logo kementerian")})
    for x in s.rows(Laporan):
        yield Ubah("laporan", x.id, {"gambar_sampul_id": id("lengkap", "Gedung kantor")})
    for surat in s.where(Surat, tahun=TAHUN):
        yield Ubah("surat", surat.id, {"tembusan": "Sekretaris Jenderal Kementerian\nDirektur Jenderal Pemasyarakatan"})


def _bab1(w: Workspace) -> Iterator[Perintah]:
    pegawai = {
        "Menurut pendidikan": (("S-2", 4), ("S-1/D-IV", 21), ("D-III", 6), ("SLTA", 3)),
        "Menurut golongan": (("Golongan IV", 3), ("Golongan III", 26), ("Golongan II", 5)),
        "Menurut jabatan": (("Pembimbing kemasyarakatan", 22), ("Asisten pembimbing kemasyarakatan", 5), ("Umum", 7)),
    }
    klien = {
        "Klien dewasa": (("Pembebasan bersyarat", 812), ("Cuti bersyarat", 301), ("Cuti menjelang bebas", 13)),
        "Klien Anak": (("Diversi", 59), ("Pidana penjara", 92)),
    }
    sarana = {"": (("Kendaraan roda empat", 3), ("Kendaraan roda dua", 7), ("Komputer dan laptop", 54))}
    for kelompok, data in (("pegawai", pegawai), ("klien", klien), ("sarana", sarana)):
        n = 0
        for kategori, isi in data.items():
            for uraian, jumlah in isi:
                n += 1
                yield _baris(
                    "data_dukung",
                    f"{kelompok}{n}",
                    tahun=TAHUN,
                    urut=n,
                    kelompok=kelompok,
                    kategori=kategori,
                    uraian=uraian,
                    jumlah=Decimal(jumlah),
                    satuan="orang" if kelompok != "sarana" else "unit",
                )
    jarak = naskah.TabelSendiri(
        "Wilayah Kerja dan Jarak Tempuh",
        "Data kantor",
        1,
        (
            ("No.", "Kabupaten/Kota", "Jarak (km)", "Klien", "Anggaran Perjalanan"),
            ("1", "Kabupaten Lahat", "0", "412", "Rp12.500.000"),
            ("2", "Kabupaten Empat Lawang", "86,5", "208", "Rp48.750.000"),
            ("3", "Kota Pagar Alam", "63,25", "97", "Rp9.000.000"),
            ("4", "Kabupaten Muara Enim", "1.104,75", "560", "Rp110.250.500"),
        ),
    )
    yield _teks(w, "bab1.aspek_strategis", (*naskah.dari_teks(KALIMAT * 2), jarak))


def _indikator(w: Workspace) -> Iterator[Perintah]:
    """A sasaran whose indicators take every way of measuring, with long names and a history of ten years."""
    s = w.snapshot
    renstra = s.rows(Renstra)[0].id
    for t in range(2014, 2022):
        yield _baris("laporan", t, tahun=t)
    sk = id("lengkap", "sasaran", "sk3")
    yield Tambah("sasaran", sk, {"tingkat": "kegiatan"})
    yield _baris("sasaran_tahun", "sk3", sasaran_id=sk, tahun=TAHUN, urut=99, kode="SK3",
                 nama=PANJANG.replace("Persentase klien", "Meningkatnya klien"),
                 pengantar=naskah.tulis(naskah.dari_teks(KALIMAT * 3)))  # fmt: skip
    cara: tuple[dict[str, Any], ...] = (
        {"jenis_nilai": "rasio", "satuan": "%", "polaritas": "turun", "target": Decimal("12.5"),
         "pembilang": Decimal(31), "penyebut": Decimal(412), "label_pembilang": "Jumlah pengulangan tindak pidana",
         "label_penyebut": "Jumlah klien yang selesai dibimbing", "nama": "Persentase pengulangan tindak pidana klien"},
        {"jenis_nilai": "indeks", "satuan": "Indeks", "polaritas": "rentang", "target": Decimal("3.2"),
         "target_atas": Decimal("3.6"), "realisasi": Decimal("3.71"), "nama": "Indeks persepsi kualitas pelayanan"},
        {"jenis_nilai": "predikat", "satuan": "Predikat", "polaritas": "naik", "skala": "CC\nB\nBB\nA\nAA",
         "target_predikat": "BB", "realisasi_predikat": "B", "nama": "Nilai akuntabilitas kinerja satuan kerja"},
        {"jenis_nilai": "hitungan", "satuan": "Dokumen Hasil Penelitian Kemasyarakatan", "polaritas": "naik",
         "target": Decimal(12500), "realisasi": Decimal(13744), "nama": PANJANG},
        {"jenis_nilai": "hitungan", "satuan": "Layanan", "polaritas": "naik", "target": Decimal(12),
         "nama": "Jumlah layanan yang belum diukur"},
    )  # fmt: skip
    for n, nilai in enumerate(cara, start=1):
        ikk = id("lengkap", "ikk", n)
        yield Tambah("indikator", ikk, {"sasaran_id": sk, "tahun_mulai": 2014})
        for t in range(2014, TAHUN + 1):
            beda = {} if t == TAHUN or "realisasi" not in nilai else {
                "realisasi": nilai["realisasi"] - (TAHUN - t) * (nilai["target"] / 40).quantize(Decimal("0.01"))
            }  # fmt: skip
            yield _baris(
                "indikator_tahun",
                f"{n}.{t}",
                indikator_id=ikk,
                tahun=t,
                urut=900 + n,
                kode=f"SK3.IKK{n}",
                **(nilai | beda),
                definisi=KALIMAT * 2,
                sumber="Laporan bulanan subseksi bimbingan klien",
                penanggung_jawab="Kepala Sub Seksi Bimbingan Klien Dewasa",
                frekuensi="Triwulanan",
                **({"standar_nasional": Decimal("3.5"), "sumber_standar": "Permenkumham"} if n == 2 else {}),
            )
        for t in range(2020, 2025):
            yield _baris("target_renstra", f"{n}.{t}", renstra_id=renstra, indikator_id=ikk, tahun=t,
                         **({"predikat": "BB"} if n == 3 else {"nilai": nilai["target"]}))  # fmt: skip
        for p in range(1, 5):
            yield _baris("indikator_periode", f"{n}.{p}", indikator_id=ikk, tahun=TAHUN, jenis="triwulan", periode=p,
                         kendala=f"Kendala triwulan {p}: jarak ke pos bapas.", solusi="Bimbingan dalam jaringan.",
                         tindak_lanjut="Dilanjutkan triwulan berikutnya.", penanggung_jawab="Kasubsi BKD",
                         tenggat=f"{TAHUN}-{p * 3:02}-28")  # fmt: skip
    pertama = next(x for x in s.where(IndikatorTahun, tahun=TAHUN) if x.kode == "SK1.IKK1")
    for a in s.tabel["analisis"].values():
        if (a.indikator_id, a.tahun, a.nomor) == (pertama.indikator_id, TAHUN, 5):  # type: ignore[attr-defined]  # rows of analisis
            yield Ubah("analisis", a.id, {"isi": analisis_panjang()})
    # Filled for one of the example's own; the others show how the manual looks while only the unit is known.
    yield Ubah("indikator_tahun", pertama.id, {"definisi": KALIMAT, "sumber": "Sistem Database Pemasyarakatan",
                                               "penanggung_jawab": "Kepala Balai", "frekuensi": "Bulanan"})  # fmt: skip


def _lampiran(w: Workspace) -> Iterator[Perintah]:
    for n in range(1, 9):
        yield _baris("rekomendasi", n, tahun=TAHUN, urut=n, rekomendasi=f"Rekomendasi ke-{n}. {KALIMAT}",
                     sumber="LHE AKIP Tahun 2022", tindak_lanjut=KALIMAT * (1 + n % 3),
                     status=("belum", "proses", "selesai")[n % 3], bukti=f"Nota dinas nomor {n}",
                     penanggung_jawab="Kepala Urusan Tata Usaha", tenggat=f"{TAHUN}-06-30")  # fmt: skip
    for g in aturan_tahun(w.snapshot, TAHUN).ceklis_reviu.kelompok:
        for n, b in enumerate(g.butir):
            yield _baris("ceklis", b.kode, tahun=TAHUN, jenis="reviu", kode=b.kode,
                         jawaban="tidak" if n % 4 == 3 else "ya", catatan=KALIMAT if n % 4 == 3 else "")  # fmt: skip
    indikator = w.snapshot.where(IndikatorTahun, tahun=TAHUN)
    for n in range(1, 31):
        yield _baris("bukti", n, tahun=TAHUN, urut=n, indikator_id=indikator[n % len(indikator)].indikator_id,
                     nama=f"Laporan hasil litmas bulan ke-{n % 12 + 1}", lokasi=f"Lemari {n % 4 + 1}, map {n}",
                     tanggal=f"{TAHUN}-{n % 12 + 1:02}-{n % 27 + 1:02}")  # fmt: skip
    yield _gambar("Piagam", gambar_piagam())
    for n in range(1, _N_PIAGAM + 1):
        yield _baris("prestasi", n, tahun=TAHUN, urut=n, nama=f"Penghargaan Pelayanan Publik Berbasis HAM ke-{n}",
                     pemberi="Menteri Hukum dan Hak Asasi Manusia", tanggal=f"{TAHUN}-12-{n + 9}",
                     keterangan="Peringkat ketiga tingkat nasional", gambar_id=id("lengkap", "Piagam"))  # fmt: skip
    for n, (warna, tinggi) in enumerate((("#CAD2C5", 600), ("#E5989B", 600), ("#FFD6A5", 900), ("#CDB4DB", 600))):
        nama = f"Kegiatan {n + 1}"
        yield _gambar(nama, gambar_foto(800, tinggi, warna))
        yield _baris("ilustrasi", n, tahun=TAHUN, bagian="lampiran.lain", urut=n, gambar_id=id("lengkap", nama),
                     judul="Kegiatan Pembimbingan Klien Sepanjang Tahun" if n == 0 else "", sumber="Dokumentasi kantor",
                     lebar_mm=72, kelompok=1)  # fmt: skip
    yield _teks(w, "lampiran.lain", naskah.dari_teks(KALIMAT * 4))


def _perubahan(w: Workspace) -> None:
    """A signed revision of the PK with other targets and a longer reason."""
    pk = str(uuid.uuid5(uuid.NAMESPACE_OID, "pk perubahan"))
    w.lakukan(PkBaru(TAHUN, pk, "prioritas", "Penyesuaian target setelah revisi DIPA ketiga dan pergantian pejabat."))
    w.lakukan(Ubah("pk", pk, {"tanggal": f"{TAHUN}-10-02", "tempat": "Palembang", "pakai_kop": True}))
    w.lakukan(TandaTanganiPk(pk, f"{TAHUN}-10-02"))


def lengkap(cetak: dict[str, Any] | None = None) -> Workspace:
    """The full file; `cetak` changes the print rules of the office. To be closed by the caller."""
    w = Workspace.contoh_memori()
    w.lakukan(Banyak("Lengkapi", tuple(_identitas(w))))
    w.lakukan(Banyak("Lengkapi", tuple(_bab1(w))))
    w.lakukan(Banyak("Lengkapi", tuple(_indikator(w))))
    w.lakukan(Banyak("Lengkapi", tuple(_lampiran(w))))
    for x in w.snapshot.where(IndikatorTahun, tahun=TAHUN):
        if x.kode in ("SK1.IKK1", "SK2.IKK6"):
            w.lakukan(Ubah("indikator_tahun", x.id, {"target": (x.target or Decimal(0)) - 5}))
    _perubahan(w)
    for jenis, isi in (("pengukuran", {"tahun_riwayat": 10}), ("cetak", cetak or {})):
        for a in [a for a in w.snapshot.rows(AturanBaris) if a.jenis == jenis]:
            w.lakukan(Ubah("aturan", a.id, {"isi": json.dumps({**json.loads(a.isi), **isi})}))
    return w
