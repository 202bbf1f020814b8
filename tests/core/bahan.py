"""Rows for the tests of core: the facts of the LKjIP 2023 of Bapas Kelas II Lahat (seed), and pieces to build with.

Line numbers in comments are those of the seed. Rows are built by hand, because the tests must not depend on the example
file, which is made by the program that they check.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from lkjip_desktop.core.aturan import bawaan
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    AnggaranSasaran,
    AturanBaris,
    Identitas,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Pejabat,
    Pk,
    PkAnggaran,
    PkButir,
    Renstra,
    Sasaran,
    SasaranTahun,
    Skor,
    SkorKomponen,
    TargetRenstra,
)

D = Decimal
ATURAN = Path(__file__).parents[2] / "resources" / "aturan"

SASARAN = {
    "SS1": "Memastikan penegakan hukum yang mampu menjadi pendorong inovasi",
    "SS2": "Memastikan pelayanan publik di bidang hukum sesuai asas penyelenggaraan pelayanan publik",
    "SP1": "Terwujudnya Penyelenggaraan Pemasyarakatan yang Berkualitas",
    "SK1": "Meningkatnya pelayanan pembimbingan klien pemasyarakatan dan pemenuhan hak pendidikan klien anak",
    "SK2": "Meningkatnya Dukungan Layanan Manajemen Satker",
}
TINGKAT = {"SS": "strategis", "SP": "program", "SK": "kegiatan"}

# kode: (nama, jenis_nilai, satuan, target 2022, target 2023, pembilang, penyebut, realisasi 2022, realisasi 2023)
INDIKATOR: dict[str, tuple[str, str, str, str | None, str, str | None, str | None, str | None, str | None]] = {
    "SS1.IKU1": ("Persentase klien yang produktif", "rasio", "%", "45", "50", None, None, None, None),
    "SS2.IKU1": ("Indeks Kepuasan Masyarakat", "indeks", "Indeks", "77.5", "80", None, None, None, None),
    "SP1.IKP1": ("Indeks Kepuasan Layanan", "indeks", "Indeks", "80", "85", None, None, None, None),
    "SP1.IKP2": ("Indeks Pelaksanaan Kerja Sama", "indeks", "Indeks", "80", "85", None, None, None, None),
    "SP1.IKP3": ("Indeks Kepuasan Layanan IT", "indeks", "Indeks", "80", "85", None, None, None, None),
    "SK1.IKK1": ("Klien usia produktif yang bekerja", "rasio", "%", "50", "60", "629", "1277", "50", None),  # 534
    "SK1.IKK2": ("Anak yang mendapat pidana penjara", "rasio", "%", "60", "55", "92", "151", "60", None),  # 587
    "SK1.IKK3": ("Klien Anak yang terpenuhi haknya", "rasio", "%", "30", "35", "59", "151", "30", None),
    "SK2.IKK1": ("Dokumen rencana kerja", "hitungan", "Layanan", "1", "1", None, None, "1", "1"),
    "SK2.IKK2": ("Dokumen pengelolaan BMN", "hitungan", "Layanan", "1", "1", None, None, "1", "1"),
    "SK2.IKK3": ("Data dan kompetensi pegawai", "hitungan", "Layanan", "1", "1", None, None, "1", "1"),
    "SK2.IKK4": ("Dokumen pelaksanaan anggaran", "hitungan", "Layanan", "1", "1", None, None, "1", "1"),
    # These five began in 2023 (table of 2022 prints "-").
    "SK2.IKK5": ("Layanan Perkantoran", "hitungan", "Layanan", None, "1", None, None, None, "1"),
    "SK2.IKK6": ("Kendaraan Bermotor", "hitungan", "Unit", None, "10", None, None, None, "10"),
    "SK2.IKK7": ("Perangkat Pengolah Data", "hitungan", "Unit", None, "54", None, None, None, "54"),
    "SK2.IKK8": ("Peralatan dan Fasilitas", "hitungan", "Unit", None, "52", None, None, None, "52"),
    "SK2.IKK9": ("Gedung/Bangunan", "hitungan", "Unit", None, "1", None, None, None, "1"),
}

# Table III.40: kode -> (nama, {tahun: (pagu, realisasi)})
BELANJA = {
    "51": ("Belanja Pegawai", {2022: (2_183_109_000, 2_096_827_125), 2023: (2_148_733_000, 2_128_276_743)}),
    "52": ("Belanja Barang", {2022: (1_775_125_000, 1_557_948_941), 2023: (1_492_165_000, 1_474_867_490)}),
    "53": ("Belanja Modal", {2022: (36_000_000, 35_042_630), 2023: (92_459_000, 92_151_800)}),
}
# Table III.39
ANGGARAN_SASARAN = {"SK1": (564_845_000, 564_699_000), "SK2": (3_168_512_000, 3_130_597_033)}
# Lines 1363-1372 and 1463-1466: programme and activity with the same amount.
PROGRAM = {
    2022: (("Program Penegakan dan Pelayanan Hukum", 1_023_370_000), ("Program Dukungan Manajemen", 2_480_111_000)),
    2023: (("Program Pelayanan dan Penegakan Hukum", 564_845_000), ("Program Dukungan Manajemen", 2_662_493_000)),
}
SMART = {"capaian_ro": "99.41", "penyerapan": "91.32", "konsistensi": "97.9", "efisiensi": "8.38"}
IKPA = {
    "revisi_dipa": "100",
    "deviasi": "83.74",
    "penyerapan": "100.00",
    "kontraktual": "94.00",
    "tagihan": "100.00",
    "up_tup": "100.00",
    "dispensasi": "100.00",
    "capaian_output": "100.00",
}


@lru_cache(maxsize=1)
def aturan_bawaan() -> tuple[AturanBaris, ...]:
    """The shipped rule sets as rows."""
    data: list[dict[str, Any]] = []
    for f in sorted(ATURAN.glob("*.json")):
        data.extend(json.loads(f.read_text("utf-8")))
    return bawaan(data)


def bapas(tahun: Iterable[int] = (2022, 2023), pk: bool = True) -> Snapshot:
    """Both years of the seed; with `pk` both agreements signed, else only working values."""
    rows: list[Row] = [*aturan_bawaan(), *_tetap()]
    for t in tahun:
        rows += _tahun(t)
        if pk:
            rows += _pk(t)
    return dari_baris(rows)


def _tetap() -> list[Row]:
    rows: list[Row] = [
        Identitas(id="idn", nama="Balai Pemasyarakatan Kelas II Lahat", singkatan="Bapas Kelas II Lahat"),
        Renstra(id="ren", nama="Renstra 2020-2024", tahun_awal=2020, tahun_akhir=2024, tahun_tabel_dari=2021),
        Pejabat(
            id="kepala",
            urut=1,
            nama="Perimansyah",
            gelar_belakang="S.Sos.",
            nip="196811061992031002",
            jabatan="Kepala Balai Pemasyarakatan Kelas II Lahat",
            peran="kepala",
        ),
        Pejabat(
            id="kadiv",
            urut=2,
            nama="Dadi Mulyadi",
            gelar_belakang="Bc.I.P., S.H., M.H.",
            nip="196301091987031001",
            jabatan="Kepala Divisi Pemasyarakatan",
            unit="Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan",
            peran="atasan",
            tmt_sampai="2022-12-31",
        ),
        Pejabat(
            id="kakanwil",
            urut=3,
            nama="Ilham Djaya",
            nip="196412201991031002",
            jabatan="Kepala Kantor Wilayah\nKementerian Hukum dan HAM\nSumatera Selatan",
            peran="atasan",
            tmt_dari="2023-01-01",
        ),
    ]
    rows += [Sasaran(id=k, tingkat=TINGKAT[k[:2]], renstra_id="ren") for k in SASARAN]
    for kode, d in INDIKATOR.items():
        rows.append(Indikator(id=kode, sasaran_id=kode[:3], tahun_mulai=2022 if d[3] else 2023))
        for tahun in (2022, 2023, 2024):
            # Line 560: the target of 2024 equals that of 2023.
            nilai = d[3] if tahun == 2022 else d[4]
            if nilai and kode.startswith("SK"):
                rows.append(
                    TargetRenstra(
                        id=f"tr.{kode}.{tahun}", renstra_id="ren", indikator_id=kode, tahun=tahun, nilai=D(nilai)
                    )
                )
    return rows


def _tahun(tahun: int) -> list[Row]:
    rows: list[Row] = [Laporan(id=f"lap.{tahun}", tahun=tahun)]
    for i, (kode, nama) in enumerate(SASARAN.items()):
        rows.append(SasaranTahun(id=f"{kode}.{tahun}", sasaran_id=kode, tahun=tahun, urut=i, kode=kode, nama=nama))
    for i, kode in enumerate(INDIKATOR):
        row = _indikator_tahun(kode, tahun, i)
        if row:
            rows.append(row)
    for kode, (nama, isi) in BELANJA.items():
        pagu, realisasi = isi[tahun]
        rows.append(
            AnggaranBelanja(
                id=f"b{kode}.{tahun}",
                tahun=tahun,
                kode=kode,
                nama=nama,
                pagu=pagu,
                realisasi=realisasi,
                sumber="OM-SPAN",
            )
        )
    for i, (nama, nilai) in enumerate(PROGRAM[tahun]):
        for j, jenis in enumerate(("program", "kegiatan")):
            rows.append(
                Kegiatan(
                    id=f"{jenis}{i}.{tahun}",
                    tahun=tahun,
                    urut=2 * i + j,
                    jenis=jenis,
                    induk_id=f"program{i}.{tahun}" if j else None,
                    nama=nama if not j else f"Kegiatan dari {nama}",
                    anggaran=nilai,
                    sasaran_id=f"SK{i + 1}" if j else None,
                )
            )
    if tahun == 2023:
        rows += _skor(tahun)
        for i, (kode, (pagu, realisasi)) in enumerate(ANGGARAN_SASARAN.items()):
            rows.append(
                AnggaranSasaran(
                    id=f"as.{kode}.{tahun}",
                    tahun=tahun,
                    urut=i,
                    sasaran_id=kode,
                    pagu=pagu,
                    realisasi=realisasi,
                    tanggal_data="2023-12-31",
                    sumber="SAKTI",
                )
            )
    return rows


def _indikator_tahun(kode: str, tahun: int, urut: int) -> IndikatorTahun | None:
    nama, jenis, satuan, t22, t23, pembilang, penyebut, r22, r23 = INDIKATOR[kode]
    target, realisasi = (t22, r22) if tahun == 2022 else (t23, r23)
    if target is None:
        return None
    pecahan = tahun == 2023 and pembilang is not None
    return IndikatorTahun(
        id=f"{kode}.{tahun}",
        indikator_id=kode,
        tahun=tahun,
        urut=urut,
        kode=kode,
        nama=nama,
        jenis_nilai=jenis,
        satuan=satuan,
        polaritas="naik",
        target=D(target),
        pembilang=D(pembilang) if pecahan and pembilang else None,
        penyebut=D(penyebut) if pecahan and penyebut else None,
        realisasi=D(realisasi) if realisasi and not pecahan else None,
    )


def _pk(tahun: int) -> list[Row]:
    atasan = "kadiv" if tahun == 2022 else "kakanwil"
    pk = Pk(
        id=f"pk.{tahun}",
        tahun=tahun,
        status="terkunci",
        tempat="Lahat" if tahun == 2022 else "Palembang",
        tanggal="2022-01-03" if tahun == 2022 else "2023-01",
        p1_pejabat_id="kepala",
        p1_nama="Perimansyah",
        p1_gelar_belakang="S.Sos." if tahun == 2022 else "",
        p1_nip="196811061992031002",
        p1_jabatan="Kepala Balai Pemasyarakatan Kelas II Lahat",
        p2_pejabat_id=atasan,
        p2_nama="Dadi Mulyadi" if tahun == 2022 else "Ilham Djaya",
        p2_jabatan="Kepala Divisi Pemasyarakatan" if tahun == 2022 else "Kepala Kantor Wilayah",
    )
    rows: list[Row] = [pk]
    for i, kode in enumerate(INDIKATOR):
        it = _indikator_tahun(kode, tahun, i)
        if it:
            rows.append(
                PkButir(
                    id=f"butir.{kode}.{tahun}",
                    pk_id=pk.id,
                    urut=i,
                    tingkat=TINGKAT[kode[:2]],
                    sasaran_id=kode[:3],
                    sasaran_kode=kode[:3],
                    sasaran_nama=SASARAN[kode[:3]],
                    indikator_id=kode,
                    indikator_kode=kode,
                    indikator_nama=it.nama,
                    satuan=it.satuan,
                    jenis_nilai=it.jenis_nilai,
                    polaritas=it.polaritas,
                    target=it.target,
                )
            )
    for i, (nama, nilai) in enumerate(PROGRAM[tahun]):
        for j, jenis in enumerate(("program", "kegiatan")):
            rows.append(
                PkAnggaran(
                    id=f"pa.{i}.{j}.{tahun}",
                    pk_id=pk.id,
                    urut=2 * i + j,
                    jenis=jenis,
                    nama=nama if not j else f"Kegiatan dari {nama}",
                    nilai=nilai,
                )
            )
    return rows


def _skor(tahun: int) -> list[Row]:
    rows: list[Row] = [
        Skor(id="skor.smart", tahun=tahun, jenis="smart", nilai_resmi=D("90.21"), kategori_resmi="sangat baik"),
        Skor(id="skor.ikpa", tahun=tahun, jenis="ikpa", nilai_resmi=D("98.00"), kategori_resmi="baik"),
    ]
    for jenis, isi in (("smart", SMART), ("ikpa", IKPA)):
        rows += [SkorKomponen(id=f"{jenis}.{k}", tahun=tahun, jenis=jenis, kode=k, nilai=D(v)) for k, v in isi.items()]
    return rows


# ------------------------------------------------------------------------------------------------ small changes
def ubah(s: Snapshot, tabel: str, id: str, **nilai: Any) -> Snapshot:
    """The snapshot with some columns of one row changed."""
    row = s.row(tabel, id)
    assert row is not None, (tabel, id)
    return s.apply([Change(tabel, row, replace(row, **nilai))])


def tambah(s: Snapshot, *rows: Row) -> Snapshot:
    """The snapshot with more rows."""
    return s.apply([Change(r.TABEL, None, r) for r in rows])


def hapus(s: Snapshot, tabel: str, *ids: str) -> Snapshot:
    """The snapshot without some rows."""
    return s.apply([Change(tabel, s.row(tabel, i), None) for i in ids])


def atur(s: Snapshot, jenis: str, **isi: Any) -> Snapshot:
    """The snapshot with some keys of the newest rule set of a kind changed."""
    row = s.where(AturanBaris, jenis=jenis)[-1]
    return ubah(s, "aturan", row.id, isi=json.dumps({**json.loads(row.isi), **isi}))
