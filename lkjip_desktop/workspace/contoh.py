"""Files that begin with something: the shipped example, and a new file made of an exchange file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Terapkan
from lkjip_desktop.core.tables import AturanBaris
from lkjip_desktop.errors import GagalImpor, GagalSimpan

from .pertukaran import Pertukaran

if TYPE_CHECKING:
    from lkjip_desktop.exchange.rencana import RencanaImpor

_CONTOH = Path(__file__).parents[2] / "resources" / "contoh" / "bapas-lahat.json"
_NAMA = "contoh.lkjip"


class Contoh(Pertukaran):
    """The example, and files made of exchange files."""

    @classmethod
    def contoh(cls, path: Path | str) -> Self:
        """Make the example file (Bapas Kelas II Lahat, 2022 and 2023) and open it.

        Raises:
            BerkasError: the name is taken, or the place cannot be written; nothing is left there.
        """
        return cls.dari_ekspor(_CONTOH, path, "Berkas contoh")[0]

    @classmethod
    def contoh_memori(cls) -> Self:
        """The example without a file."""
        w = cls.memori()
        w.terapkan_impor(w.rencana_impor(_CONTOH), "Berkas contoh")
        return w

    @staticmethod
    def folder_dokumen() -> Path:
        """LKjIP in the user's own documents folder: Dokumen/LKjIP, or as the platform calls it."""
        import platformdirs

        return Path(platformdirs.user_documents_dir()) / "LKjIP"

    @classmethod
    def contoh_pengguna(cls) -> Path:
        """The example file in the user's documents folder, made on first use."""
        path = cls.folder_dokumen() / _NAMA
        if not os.path.exists(path):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as e:
                raise GagalSimpan(f"Folder “{path.parent.name}” untuk berkas contoh tidak dapat dibuat.") from e
            cls.contoh(path).tutup()
        return path

    @classmethod
    def dari_ekspor(cls, sumber: Path | str, path: Path | str, label: str = "Impor") -> tuple[Self, RencanaImpor]:
        """Make a data file of an exchange file and open it; equal to the file that was exported.

        Raises:
            GagalImpor: with everything that is wrong; BerkasError: the place refuses. No file is left then.
        """
        # Planned in memory first: a refused import must not leave an empty file behind.
        with cls.memori() as coba:
            if masalah := coba.rencana_impor(sumber).masalah:
                raise GagalImpor("Impor ditolak; tidak ada yang ditulis.", masalah)
        w = cls.baru(path)
        try:
            rencana = w.rencana_impor(sumber)
            # An exchange file that brings rules brings all of them: a shipped rule that is not among them was removed.
            aturan = {id for tabel, id in rencana.baris if tabel == AturanBaris.TABEL}
            buang = [
                Change(AturanBaris.TABEL, r, None)
                for r in w.snapshot.rows(AturanBaris)
                if aturan and r.id not in aturan
            ]
            w.lakukan(Terapkan(label, (*rencana.perubahan, *buang), rencana.berkas, pagar=True))
        except BaseException:
            w.tutup()
            Path(path).unlink(missing_ok=True)
            raise
        return w, rencana
