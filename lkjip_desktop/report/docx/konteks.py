"""What every writer of a block needs: page rules, numbers, the package, the width at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lkjip_desktop.report.blocks import Kertas, Rendered
from lkjip_desktop.report.docx.paket import Paket
from lkjip_desktop.report.docx.penomoran import Penomoran
from lkjip_desktop.report.numbering import Entri, Numbered
from lkjip_desktop.report.pdf.style import Tata


@dataclass(slots=True)
class Konteks:
    """State of one paper while it is written. `lebar`, `tinggi`: text area of the current section in points."""

    kertas: Kertas
    tata: Tata
    numbered: Numbered
    paket: Paket
    penomoran: Penomoran
    isi_berkas: Callable[[str], bytes]
    tata_letak: Rendered | None
    lebar: float = 0.0
    tinggi: float = 0.0
    urutan: Mapping[str, int] = field(default_factory=dict)
    _entri: int = 0
    _id: int = 0

    def __post_init__(self) -> None:
        self.urutan = {e.kunci: i for i, e in enumerate(self.numbered.entri) if e.kunci}

    def entri_berikut(self) -> tuple[int, Entri]:
        """The next entry of the numbering, in the order of the blocks that take one, and its place."""
        n = self._entri
        self._entri += 1
        return n, self.numbered.entri[n]

    def id_baru(self) -> int:
        """A number that nothing else in the file has."""
        self._id += 1
        return self._id

    @staticmethod
    def nama_entri(n: int) -> str:
        """Bookmark around a heading or caption; Word hides names that begin so."""
        return f"_Toc{n + 1:08d}"

    @staticmethod
    def nama_nomor(n: int) -> str:
        """Bookmark around "Tabel III.3" of a caption."""
        return f"_Ref{n + 1:08d}"

    def halaman(self, n: int) -> str:
        """Printed page number of an entry in the PDF's layout, "" when not known."""
        kunci = self.numbered.entri[n].kunci
        if self.tata_letak is None or kunci not in self.tata_letak.tujuan:
            return ""
        halaman = self.tata_letak.tujuan[kunci]
        return self.tata_letak.label[halaman] if halaman < len(self.tata_letak.label) else ""
