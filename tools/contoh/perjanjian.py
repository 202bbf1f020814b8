"""Both signed Perjanjian Kinerja of the example with their frozen parties, targets and budgets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.sidik import sidik_pk
from lkjip_desktop.core.tables import Pk, PkAnggaran, PkButir

from .anggaran import PROGRAM
from .dasar import d, id_baris
from .identitas import DADI_MULYADI, IDENTITAS_LAMA, ILHAM_DJAYA, KANWIL, KEPALA, PERIMANSYAH
from .kinerja import INDIKATOR, SASARAN

_KEPALA = KEPALA.upper()
_KANWIL = "KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN"

# The wording prescribed by PermenPAN-RB 53/2014, as the shipped rule has it.
_ATURAN = Path(__file__).resolve().parents[2] / "resources" / "aturan" / "pernyataan_pk.json"
_PERNYATAAN: str = json.loads(_ATURAN.read_text(encoding="utf-8"))[0]["isi"]["naskah"]

PK_2022 = id_baris("pk", "2022/awal")
PK_2023 = id_baris("pk", "2023/awal")


def baris() -> Iterator[Row]:
    """Rows of pk, pk_butir and pk_anggaran, sealed as signing seals them."""
    for pk in (_pk_2022(), _pk_2023()):
        butir, anggaran = list(_butir(pk.id, pk.tahun or 0)), list(_anggaran(pk.id, pk.tahun or 0))
        yield replace(pk, sidik=sidik_pk(pk, butir, anggaran))
        yield from butir
        yield from anggaran


def _pk_2022() -> Pk:
    judul = f"{_KEPALA}\nDENGAN\nKEPALA DIVISI PEMASYARAKATAN\n{_KANWIL}"
    return Pk(
        id=PK_2022,
        tahun=2022,
        status="berlaku",
        tempat="Lahat",
        tanggal="2022-01-03",
        judul=judul,
        judul_lampiran=judul,
        p1_pejabat_id=PERIMANSYAH,
        p1_nama="Perimansyah",
        p1_gelar_belakang="S.Sos.",
        p1_nip="196811061992031002",
        p1_jenis="definitif",
        p1_jabatan=KEPALA,
        p2_pejabat_id=DADI_MULYADI,
        p2_nama="Dadi Mulyadi",
        p2_gelar_belakang="Bc.I.P., S.H., M.H.",
        p2_nip="196301091987031001",
        p2_jenis="definitif",
        p2_jabatan="Kepala Divisi Pemasyarakatan",
        p2_unit=KANWIL,
        identitas_id=IDENTITAS_LAMA,
        pernyataan=_PERNYATAAN,
    )


def _pk_2023() -> Pk:
    return Pk(
        id=PK_2023,
        tahun=2023,
        status="berlaku",
        tempat="Palembang",
        tanggal="2023-01",
        judul=f"{_KEPALA}\n{_KANWIL}",
        judul_lampiran=f"{_KEPALA} DENGAN\nKEPALA {_KANWIL}",
        p1_pejabat_id=PERIMANSYAH,
        p1_nama="Perimansyah",
        p1_gelar_belakang="S.Sos.",
        p1_nip="196811061992031002",
        p1_jenis="definitif",
        p1_jabatan=KEPALA,
        p1_cetak_gelar=False,
        p2_pejabat_id=ILHAM_DJAYA,
        p2_nama="Ilham Djaya",
        p2_nip="196412201991031002",
        p2_jenis="definitif",
        p2_jabatan=f"Kepala {KANWIL}",
        p2_cetak_gelar=False,
        identitas_id=IDENTITAS_LAMA,
        pernyataan=_PERNYATAAN,
    )


def _butir(pk_id: str, tahun: int) -> Iterator[PkButir]:
    sasaran = {s.kode: s for s in SASARAN}
    for n, i in enumerate((i for i in INDIKATOR if tahun in i.target), start=1):
        s = sasaran[i.sasaran]
        yield PkButir(
            id=id_baris("pk_butir", f"{tahun}/{i.kode}"),
            pk_id=pk_id,
            urut=n,
            tingkat=s.tingkat,
            sasaran_id=s.id,
            sasaran_kode=s.kode,
            sasaran_nama=s.nama,
            indikator_id=i.id,
            indikator_kode=i.kode,
            indikator_nama=i.nama,
            satuan=i.satuan,
            jenis_nilai=i.jenis_nilai,
            polaritas="naik",
            target=d(i.target[tahun]),
        )


def _anggaran(pk_id: str, tahun: int) -> Iterator[PkAnggaran]:
    n = 0
    for kunci, program, kegiatan, _, nilai in PROGRAM[tahun]:
        for jenis, nama in (("program", program), ("kegiatan", kegiatan)):
            n += 1
            yield PkAnggaran(
                id=id_baris("pk_anggaran", f"{tahun}/{kunci}/{jenis}"),
                pk_id=pk_id,
                urut=n,
                jenis=jenis,
                nama=nama,
                nilai=nilai,
            )
