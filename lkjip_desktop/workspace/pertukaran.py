"""Import and export: everything out as one file, and a plan that is shown before it is applied as one step."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Terapkan
from lkjip_desktop.errors import Ditolak, GagalImpor
from lkjip_desktop.store.berkas import terbuka

from .inti import Inti
from .kertas import tulis_berkas

if TYPE_CHECKING:
    from lkjip_desktop.exchange.rencana import RencanaImpor


_ZIP = b"PK\x03\x04"


class Pertukaran(Inti):
    """Exchange files in and out."""

    def ekspor(self, path: Path | str, *, formulir: int | None = None) -> Path:
        """Write everything as exchange JSON, or the tables as a workbook; gives the name under which it lies.

        `formulir` is a year: then the workbook holds only the cells in which its realisasi is filled in. A workbook
        has no pictures and attachments.

        Raises:
            Ditolak: another kind of file, or a year without a report.
        """
        path = Path(path)
        jenis = path.suffix.lower()
        if jenis == ".json" and formulir is None:
            from lkjip_desktop.exchange.json_keluar import tulis

            return tulis_berkas(path, tulis(self.snapshot, self.isi_berkas))
        if jenis != ".xlsx":
            boleh = ".xlsx" if formulir is not None else ".json atau .xlsx"
            raise Ditolak("Ekspor ke jenis berkas itu tidak ada.", f"Pilih nama berkas {boleh}.")
        from lkjip_desktop.exchange import xlsx_keluar

        if formulir is None:
            return tulis_berkas(path, xlsx_keluar.tulis(self.snapshot))
        if formulir not in self.tahun():
            raise Ditolak(f"Tahun {formulir} belum ada pada berkas ini.")
        return tulis_berkas(path, xlsx_keluar.tulis_formulir(self.snapshot, formulir))

    @staticmethod
    def skema() -> dict[str, Any]:
        """JSON Schema (2020-12) of the exchange file."""
        from lkjip_desktop.exchange.skema import skema

        return skema()

    def rencana_impor(self, path: Path | str) -> RencanaImpor:
        """What an import of an exchange JSON or a workbook (.xlsx) would do, or everything that is wrong; nothing is
        written.

        Raises:
            GagalImpor: the file cannot be read at all.
        """
        path = Path(path)
        if terbuka(path):  # reading it would drop its lock
            raise GagalImpor(f"“{path.name}” adalah berkas data yang sedang dibuka.", saran="Pilih berkas pertukaran.")
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise GagalImpor(f"Berkas “{path.name}” tidak ditemukan.") from None
        except OSError as e:
            raise GagalImpor(f"Berkas “{path.name}” tidak dapat dibaca.") from e
        if data.startswith(_ZIP) or path.suffix.lower().startswith(".xls"):
            from lkjip_desktop.exchange.xlsx_masuk import rencana_xlsx as rencana
        else:
            from lkjip_desktop.exchange.rencana import rencana_json as rencana
        return rencana(self.snapshot, data, lambda: str(uuid.uuid4()), self.ada_berkas)

    def terapkan_impor(self, rencana: RencanaImpor, label: str = "Impor", pelaku: object = None) -> Changed:
        """Apply a plan as one step, which undo does not cross.

        Raises:
            GagalImpor: the plan lists reasons against itself; Ditolak: the rows changed meanwhile, or a lock.
        """
        if rencana.masalah:
            raise GagalImpor("Impor dibatalkan karena ada yang tidak beres.", rencana.masalah)
        return self.lakukan(Terapkan(label, rencana.perubahan, rencana.berkas, pagar=True), pelaku)
