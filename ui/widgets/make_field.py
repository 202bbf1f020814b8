"""The right input for a column."""

from __future__ import annotations

from lkjip_desktop.core.isian import judul_rujukan
from lkjip_desktop.core.schema import Column, Kind
from lkjip_desktop.core.tables import IndikatorTahun, SasaranTahun
from ui.bridge import Bridge
from ui.widgets.attachment import AttachmentField
from ui.widgets.choices import ChoiceField, YesNoField
from ui.widgets.dates import DateField
from ui.widgets.field import Field
from ui.widgets.lines import LineField, ParagraphField
from ui.widgets.names import NameField
from ui.widgets.naskah_field import NaskahField
from ui.widgets.picture import PictureField
from ui.widgets.polarity import PolarityField

#: Width of an input in a form of 12 columns.
SPAN = {
    Kind.TEKS: 6,
    Kind.PARAGRAF: 12,
    Kind.NASKAH: 12,
    Kind.ANGKA: 3,
    Kind.UANG: 4,
    Kind.BULAT: 3,
    Kind.TAHUN: 3,
    Kind.YATIDAK: 6,
    Kind.TANGGAL: 4,
    Kind.PILIHAN: 4,
    Kind.RUJUK: 6,
    Kind.DATA: 12,
    Kind.BERKAS: 12,
}


def make_field(column: Column, bridge: Bridge) -> Field:
    """An input for the column, not yet bound to a row."""
    match column.kind:
        case Kind.PARAGRAF if column.name == "nama":
            return NameField(column)
        case Kind.PARAGRAF | Kind.DATA:
            return ParagraphField(column)
        case Kind.NASKAH:
            return NaskahField(column, bridge)
        case Kind.YATIDAK:
            return YesNoField(column)
        case Kind.PILIHAN if column.name == "polaritas":
            return PolarityField(column)
        case Kind.PILIHAN:
            return ChoiceField(column)
        case Kind.RUJUK if column.ref == "gambar":
            return PictureField(column, bridge)
        case Kind.BERKAS:
            return AttachmentField(column, bridge)
        case Kind.RUJUK:
            return ChoiceField(column, lambda: rows_to_choose(bridge, column.ref))
        case Kind.TANGGAL:
            return DateField(column)
        case _:
            return LineField(column)


def rows_to_choose(bridge: Bridge, table: str) -> list[tuple[str, str]]:
    """(id, words) of the rows that a reference may point at; aims and indicators are those of the year on screen."""
    s, year = bridge.snapshot, bridge.year
    if table == "sasaran":
        return [(r.sasaran_id or "", f"{r.kode} {r.nama}") for r in s.where(SasaranTahun, tahun=year)]
    if table == "indikator":
        return [(r.indikator_id or "", f"{r.kode} {r.nama}") for r in s.where(IndikatorTahun, tahun=year)]
    rows = s.tabel.get(table, {}).values()
    if table in ("kegiatan", "ro"):
        rows = [r for r in rows if getattr(r, "tahun", year) == year]  # type: ignore[assignment]  # a list serves as well
    return sorted(((r.id, judul_rujukan(s, table, r.id, year)) for r in rows), key=lambda p: p[1].lower())
