"""Heavy data for the papers: 60 indicators, ten years, names of a paragraph, a long analysis, a table of 200 rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lkjip_desktop.core import naskah
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Analisis,
    Identitas,
    Indikator,
    IndikatorTahun,
    Laporan,
    Naskah,
    Pk,
    PkButir,
    Renstra,
    Sasaran,
    SasaranTahun,
    TargetRenstra,
)
from tests.report.sections.contoh import atur, lahat, tambah, tanpa, ubah

TAHUN = 2023
PANJANG = (
    "Persentase klien pemasyarakatan dewasa dan Anak yang memperoleh layanan penelitian kemasyarakatan, pendampingan, "
    "pembimbingan, dan pengawasan secara terpadu, tepat waktu, dan sesuai dengan standar pelayanan minimum yang "
    "ditetapkan oleh Direktorat Jenderal Pemasyarakatan, termasuk klien yang berdomisili di kabupaten/kota yang jauh "
    "dari tempat kedudukan Balai Pemasyarakatan dan yang pembimbingannya dilaksanakan melalui pos bapas"
)
KALIMAT = (
    "Pelaksanaan pembimbingan sepanjang tahun dipengaruhi oleh jarak, ketersediaan tenaga pembimbing, dan dukungan "
    "keluarga klien, sehingga jadwal disusun kembali setiap triwulan bersama pos bapas dan pemerintah daerah. "
)
N_TABEL = 200


def id(*kata: object) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(map(str, kata))))


def _baris() -> Iterator[Row]:
    s = lahat()
    renstra = s.rows(Renstra)[0].id
    pk = next(p.id for p in s.rows(Pk) if p.tahun == TAHUN)
    for n in range(3, 6):
        sk = id("sk", n)
        yield Sasaran(id=sk, tingkat="kegiatan")
        nama = PANJANG.replace("Persentase klien", "Meningkatnya klien") if n == 3 else f"Sasaran kegiatan tambahan {n}"
        yield SasaranTahun(id=id("skt", n), sasaran_id=sk, tahun=TAHUN, urut=n * 10, kode=f"SK{n}", nama=nama)
        for m in range(1, 17):
            ikk = id("ikk", n, m)
            nama = PANJANG if m % 5 == 0 else f"Jumlah layanan tambahan ke-{m} bagi klien pemasyarakatan"
            yield Indikator(id=ikk, sasaran_id=sk, tahun_mulai=2014)
            for tahun in range(2014, TAHUN + 1):
                yield IndikatorTahun(
                    id=id("it", n, m, tahun),
                    indikator_id=ikk,
                    tahun=tahun,
                    urut=n * 100 + m,
                    kode=f"SK{n}.IKK{m}",
                    nama=nama,
                    jenis_nilai="hitungan",
                    satuan="Layanan" if m % 3 else "Dokumen Hasil Penelitian",
                    polaritas="naik",
                    target=Decimal(1000 + m),
                    realisasi=Decimal(900 + 17 * m + tahun - 2014),
                )
            yield PkButir(
                id=id("pk", n, m),
                pk_id=pk,
                urut=n * 100 + m,
                tingkat="kegiatan",
                sasaran_id=sk,
                sasaran_kode=f"SK{n}",
                sasaran_nama="Sasaran",
                indikator_id=ikk,
                indikator_kode=f"SK{n}.IKK{m}",
                indikator_nama=nama,
                satuan="Layanan",
                jenis_nilai="hitungan",
                polaritas="naik",
                target=Decimal(1000 + m),
            )
            for tahun in range(2020, 2025):
                yield TargetRenstra(
                    id=id("tr", n, m, tahun), renstra_id=renstra, indikator_id=ikk, tahun=tahun, nilai=Decimal(1000 + m)
                )


def tabel_panjang() -> naskah.TabelSendiri:
    """The office's own table of 200 rows, some of them several lines high."""
    kepala = (("No.", "Nama Kegiatan", "Tempat", "Jumlah Peserta"),)
    isi = tuple(
        (str(n), f"Kegiatan pembimbingan ke-{n}" + (f": {KALIMAT}" if n % 9 == 0 else ""), "Lahat", str(10 + n))
        for n in range(1, N_TABEL + 1)
    )
    return naskah.TabelSendiri("Daftar Kegiatan Pembimbingan", "Data diolah", 1, kepala + isi)


def analisis_panjang() -> str:
    """Some 5,000 words in paragraphs of all sizes, one of them longer than a page."""
    kata = KALIMAT.split()
    alinea = [" ".join(kata * 40)] + [" ".join(kata * n) for n in (3, 6, 9) * 8]
    return naskah.tulis((*naskah.dari_teks("\n".join(alinea)), tabel_panjang()))


@cache
def berat() -> Snapshot:
    """Everything heavy at once."""
    s = tambah(lahat(), *_baris())
    ikk = next(x for x in s.where(IndikatorTahun, tahun=TAHUN) if x.kode == "SK1.IKK1")
    s = tanpa(s, "analisis", lambda r: (r.indikator_id, r.tahun, r.nomor) == (ikk.indikator_id, TAHUN, 5))
    s = tambah(
        s,
        Analisis(id=id("an"), indikator_id=ikk.indikator_id, tahun=TAHUN, nomor=5, isi=analisis_panjang()),
        *(Laporan(id=id("lap", t), tahun=t) for t in range(2014, 2022)),
    )
    return atur(s, "pengukuran", tahun_riwayat=10)


@cache
def nama_panjang() -> Snapshot:
    """The example with names that take a paragraph each, on the letter, the cover, the tables and the signatures."""
    nama = "Balai Pemasyarakatan Kelas I Khusus Wilayah Pembimbingan Kabupaten Kepulauan Siau Tagulandang Biaro"
    s = ubah(lahat(), "identitas", lambda _r: True, nama=nama, singkatan=nama)
    s = ubah(s, "sasaran_tahun", lambda _r: True, nama=PANJANG)
    s = ubah(s, "indikator_tahun", lambda _r: True, nama=PANJANG, satuan="Dokumen Hasil Penelitian Kemasyarakatan")
    s = ubah(s, "pk_butir", lambda _r: True, sasaran_nama=PANJANG, indikator_nama=PANJANG)
    s = ubah(s, "kegiatan", lambda _r: True, nama=PANJANG)
    s = ubah(s, "pk_anggaran", lambda _r: True, nama=PANJANG)
    s = ubah(s, "pejabat", lambda _r: True, nama="Raden Mas Perimansyah Kusumawardhana Suryadiningrat Hadiwijaya")
    return ubah(
        s, "anggaran_belanja", lambda _r: True, nama="Belanja Barang dan Jasa untuk Diserahkan kepada Masyarakat"
    )


@cache
def tahun_kosong() -> Snapshot:
    """A year that has only its report row, and a satker that has only its name."""
    return tambah(
        Snapshot({n: lahat().tabel[n] for n in ("aturan",)}),
        Laporan(id=id("kosong"), tahun=TAHUN),
        Identitas(id=id("identitas"), nama="Bapas Kelas II Contoh"),
    )


def tanpa_logo() -> Snapshot:
    """A satker without logo, letterhead, code and short names."""
    return ubah(
        lahat(),
        "identitas",
        lambda _r: True,
        logo_id=None,
        kop="",
        kode_satker="",
        singkatan="",
        alamat="",
        telepon="",
        faksimile="",
        laman="",
        surel="",
    )


def kantor_lain() -> Snapshot:
    """Another office: F4, sans serif, wide binding margin, spacing 1,5, few analyses, the column called Kinerja."""
    s = atur(
        lahat(),
        "cetak",
        kertas="F4",
        huruf="sans",
        ukuran_huruf=12,
        spasi_baris="1,5",
        margin_kiri=40,
        margin_kanan=15,
        jilid=0,
        bolak_balik=True,
        analisis=[1, 2, 5],
        judul_kolom={"capaian": "Kinerja"},
        nama_dokumen="Laporan Kinerja",
        singkatan="LKj",
    )
    return tambah(
        s, Naskah(id=id("naskah"), tahun=TAHUN, bagian="bab1.isu_strategis", isi=naskah.tulis((tabel_panjang(),)))
    )
