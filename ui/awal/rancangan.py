"""The file that the start guide fills: in memory until its place is chosen, then written as one step."""

from __future__ import annotations

import re
from pathlib import Path

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Hapus, PkBaru, Tambah, Terapkan, Ubah, rencana
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Identitas, IndikatorTahun, Kegiatan, Laporan, Pejabat, Renstra, SasaranTahun
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.usulan import periode_renstra


class Rancangan:
    """A workspace in memory with one empty row for everything that the guide asks for."""

    def __init__(self, tahun: int) -> None:
        self.workspace = w = Workspace.memori("", tahun)
        self.identitas, self.kepala, self.atasan, self.renstra = (w.id_baru() for _ in range(4))
        self.sasaran, self.indikator, self.program = (w.id_baru() for _ in range(3))
        self._sasaran_id, self._indikator_id = w.id_baru(), w.id_baru()
        self.pk = w.id_baru()
        self._usulan: dict[tuple[str, str], str | int | None] = {}
        #: Whether the user went on from the plan's page: what is only proposed there does not get into the file else.
        self.renstra_dilihat = False
        laporan = w.snapshot.one(Laporan, tahun=tahun)
        assert laporan is not None
        self.laporan = laporan.id
        for tabel, id, nilai in (
            ("identitas", self.identitas, {}),
            ("pejabat", self.kepala, {"peran": "kepala"}),
            ("pejabat", self.atasan, {"peran": "atasan"}),
            ("renstra", self.renstra, {}),
            ("sasaran", self._sasaran_id, {"tingkat": "kegiatan"}),
            ("sasaran_tahun", self.sasaran, {"sasaran_id": self._sasaran_id, "tahun": tahun, "kode": "SK1"}),
            ("indikator", self._indikator_id, {"sasaran_id": self._sasaran_id, "tahun_mulai": tahun}),
            (
                "indikator_tahun",
                self.indikator,
                {"indikator_id": self._indikator_id, "tahun": tahun, "kode": "SK1.IKK1"},
            ),
            ("kegiatan", self.program, {"tahun": tahun, "jenis": "program"}),
        ):
            w.lakukan(Tambah(tabel, id, nilai))
        w.lakukan(PkBaru(tahun, self.pk))
        self.usulkan_renstra()

    @property
    def tahun(self) -> int:
        return self.workspace.tahun()[0]

    def ganti_tahun(self, tahun: int) -> None:
        """Everything that is there belongs to another year."""
        w, lama = self.workspace, self.tahun
        for t in TABLES.values():
            for nama in ("tahun", "tahun_mulai"):
                kolom = t.by_name.get(nama)
                for r in w.snapshot.rows(t.row) if kolom is not None and kolom.kind is Kind.TAHUN else ():
                    if getattr(r, nama) == lama and t.name != Renstra.TABEL:
                        w.lakukan(Ubah(t.name, r.id, {nama: tahun}))
        self.usulkan_renstra()

    def peran(self) -> dict[str, tuple[str, str]]:
        """(table, row id) of everything that the guide asks for, by what it is there for."""
        return {
            "identitas": (Identitas.TABEL, self.identitas),
            "kepala": (Pejabat.TABEL, self.kepala),
            "atasan": (Pejabat.TABEL, self.atasan),
            "renstra": (Renstra.TABEL, self.renstra),
            "sasaran": (SasaranTahun.TABEL, self.sasaran),
            "indikator": (IndikatorTahun.TABEL, self.indikator),
            "program": (Kegiatan.TABEL, self.program),
        }

    def tulis_kolom(self, tabel: str, id: str, kolom: str, nilai: object) -> None:
        """Set one value; raises Ditolak."""
        self.workspace.lakukan(Ubah(tabel, id, {kolom: nilai}))

    def _isi(self, cls: type[Row], id: str) -> str:
        row = self.workspace.snapshot.row(cls.TABEL, id)
        return str(getattr(row, "nama", "") or "").strip()

    @property
    def nama(self) -> str:
        """The name of the satker, "" while it is missing."""
        return self._isi(Identitas, self.identitas)

    def nama_berkas(self) -> str:
        """A file name from the name of the satker, without ending."""
        return re.sub(r"[^\w .-]", "", self.nama)[:80].strip() or "LKjIP"

    def ada_isi_pk(self) -> bool:
        """True when there is something that a Perjanjian Kinerja could promise."""
        return bool(self._isi(SasaranTahun, self.sasaran) and self._isi(IndikatorTahun, self.indikator))

    def kop_usulan(self) -> str:
        """Letterhead lines from the names above the satker and its own, one a line."""
        i = self.workspace.snapshot.get(Identitas, self.identitas)
        if i is None:
            return ""
        return "\n".join(x.strip().upper() for x in (i.kementerian, i.eselon_satu, i.kanwil, i.nama) if x.strip())

    def usulkan(self) -> None:
        """Fill what follows from the names: letterhead and posts of both parties. What the user wrote stays."""
        s = self.workspace.snapshot
        i = s.get(Identitas, self.identitas)
        if i is None:
            return
        self._usul("identitas", self.identitas, "kop", self.kop_usulan())
        self._usul("pejabat", self.kepala, "jabatan", f"Kepala {i.nama}" if i.nama else "")
        self._usul("pejabat", self.atasan, "jabatan", f"Kepala {i.kanwil}" if i.kanwil else "")

        self.usulkan_renstra()

    def usulkan_renstra(self) -> None:
        """The plan whose period holds the report year: its years, and its name once the ministry is known."""
        s = self.workspace.snapshot
        i = s.get(Identitas, self.identitas)
        periode = periode_renstra(self.tahun)
        nama = f"Rencana Strategis {i.kementerian} {periode.nama}" if i and i.kementerian and periode else ""
        self._usul("renstra", self.renstra, "nama", nama)
        self._usul("renstra", self.renstra, "tahun_awal", periode.awal if periode else None)
        self._usul("renstra", self.renstra, "tahun_akhir", periode.akhir if periode else None)

    def _usul(self, tabel: str, id: str, kolom: str, usulan: str | int | None) -> None:
        """Set a value that is still empty or still what was proposed last."""
        row = self.workspace.snapshot.row(tabel, id)
        kini = getattr(row, kolom) if row is not None else usulan
        if kini != usulan and kini in ("", None, self._usulan.get((id, kolom), "")):
            self.workspace.lakukan(Ubah(tabel, id, {kolom: usulan}))
        self._usulan[id, kolom] = usulan

    def _renstra_usulan(self) -> bool:
        """True while the plan is nothing but a proposal that nobody has gone on from."""
        row = self.workspace.snapshot.get(Renstra, self.renstra)
        if row is None or self.renstra_dilihat:
            return False
        sendiri = row.values() | {k: "" for (id, k), v in self._usulan.items() if id == row.id and getattr(row, k) == v}
        kosong = Renstra(id=row.id).values() | {"tahun_awal": "", "tahun_akhir": ""}
        return sendiri == kosong

    def _terisi(self) -> Snapshot:
        """The rows that somebody filled; the others do not get into the file. They stay in the draft: when the place
        refuses, the guide goes on with them."""
        kosong = [
            (cls.TABEL, id)
            for cls, id in (
                (Pejabat, self.kepala),
                (Pejabat, self.atasan),
                (Renstra, self.renstra),
                (Kegiatan, self.program),
            )
            if not self._isi(cls, id) or (cls is Renstra and self._renstra_usulan())
        ]
        if not self.ada_isi_pk():
            kosong.append(("pk", self.pk))
        if not self._isi(SasaranTahun, self.sasaran):
            kosong.append(("sasaran", self._sasaran_id))
        elif not self._isi(IndikatorTahun, self.indikator):
            kosong.append(("indikator", self._indikator_id))
        terisi = self.workspace.snapshot
        for tabel, id in kosong:
            if terisi.row(tabel, id) is not None:
                terisi = terisi.apply(rencana(terisi, Hapus(tabel, id)).changes)
        return terisi

    def tulis(self, path: Path, petugas: str = "") -> Workspace:
        """Write the file and open it; the draft in memory is done with then.

        Raises:
            BerkasError: the place refuses; nothing is left there, and the draft can be written elsewhere.
        """
        lama = self._terisi()
        path.parent.mkdir(parents=True, exist_ok=True)
        baru = Workspace.baru(path, petugas=petugas, timpa=True)
        try:
            ada = baru.snapshot
            changes = [
                Change(t.name, None, r)
                for t in TABLES.values()
                for r in lama.rows(t.row)
                if ada.row(t.name, r.id) is None
            ]
            blobs = {
                sha: self.workspace.isi_berkas(sha)
                for c in changes
                for k in TABLES[c.table].columns
                if k.kind is Kind.BERKAS and c.after is not None and (sha := getattr(c.after, k.name))
            }
            baru.lakukan(Terapkan("Isi dari panduan mulai", tuple(changes), blobs, pagar=True))
            if petugas:
                baru.petugas = petugas
        except BaseException:
            baru.tutup()
            path.unlink(missing_ok=True)
            raise
        self.workspace.tutup()
        return baru
