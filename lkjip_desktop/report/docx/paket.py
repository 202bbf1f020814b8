"""The package around a Word file: parts, relations, properties, settings; the same bytes for the same parts."""

from __future__ import annotations

import hashlib
import io

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from lkjip_desktop.errors import GambarDitolak
from lkjip_desktop.report.blocks import Document
from lkjip_desktop.report.docx.xml import Elemen, akar, el, w
from lkjip_desktop.report.kemasan import kemas_ulang, sifat_aplikasi, sifat_inti

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class Paket:
    """A Word file under construction: add headers, footers and pictures, then `simpan`."""

    def __init__(self) -> None:
        # The library's package is used without its template, which would bring its own traces and styles.
        self._paket = Package()
        self._badan = akar("w:document")
        self._utama = XmlPart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, self._badan, self._paket)
        self._paket.relate_to(self._utama, RT.OFFICE_DOCUMENT)
        self._gambar: dict[str, str] = {}
        self._banyak = {"header": 0, "footer": 0}

    def bagian(self, nama: str, jenis: str, hubungan: str, isi: Elemen) -> None:
        """A part beside the main one: styles, numbering, settings."""
        part = XmlPart(PackURI(f"/word/{nama}.xml"), jenis, isi, self._paket)
        self._utama.relate_to(part, hubungan)

    def tepi(self, jenis: str, isi: Elemen) -> str:
        """A header or footer ("header" | "footer"); its relation id."""
        self._banyak[jenis] += 1
        isi_jenis, hubungan = (CT.WML_HEADER, RT.HEADER) if jenis == "header" else (CT.WML_FOOTER, RT.FOOTER)
        nama = PackURI(f"/word/{jenis}{self._banyak[jenis]}.xml")
        return self._utama.relate_to(XmlPart(nama, isi_jenis, isi, self._paket), hubungan)

    def gambar(self, isi: bytes) -> str:
        """A PNG or JPEG; equal pictures are kept once. Returns its relation id; raises GambarDitolak otherwise."""
        kunci = hashlib.sha256(isi).hexdigest()
        if kunci not in self._gambar:
            if isi.startswith(_PNG):
                akhiran, jenis = "png", CT.PNG
            elif isi.startswith(_JPEG):
                akhiran, jenis = "jpeg", CT.JPEG
            else:
                raise GambarDitolak("Gambar ini bukan PNG atau JPEG, jadi tidak dapat dimasukkan ke berkas Word.")
            nama = PackURI(f"/word/media/gambar{len(self._gambar) + 1}.{akhiran}")
            self._gambar[kunci] = self._utama.relate_to(Part(nama, jenis, isi, self._paket), RT.IMAGE)
        return self._gambar[kunci]

    def simpan(self, badan: Elemen, document: Document, *, perbarui: bool) -> bytes:
        """The finished file; `perbarui` asks Word to fill the fields when it opens it."""
        self._badan.append(badan)
        self.bagian("settings", CT.WML_SETTINGS, RT.SETTINGS, _setelan(perbarui, document.kertas.cermin))
        for nama, jenis, hubungan, isi in (
            ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, sifat_inti(document)),
            ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, sifat_aplikasi(document)),
        ):
            self._paket.relate_to(Part(PackURI(f"/docProps/{nama}.xml"), jenis, isi, self._paket), hubungan)
        etree.cleanup_namespaces(self._badan, keep_ns_prefixes=["w", "r"])
        keluar = io.BytesIO()
        self._paket.save(keluar)
        return kemas_ulang(keluar.getvalue())


def _setelan(perbarui: bool, cermin: bool) -> Elemen:
    uri = "http://schemas.microsoft.com/office/word"
    pasang = {
        "compatibilityMode": 15,  # older ones open as "Compatibility Mode"
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    return w(
        "settings",
        w("zoom", percent=100),
        w("mirrorMargins") if cermin else None,
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("updateFields", val="true") if perbarui else None,
        # Else a line that ends by hand in a justified paragraph is torn over the whole width.
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            *(w("compatSetting", name=n, uri=uri, val=v) for n, v in pasang.items()),
        ),
        el(
            "m:mathPr",
            None,
            el("m:mathFont", {"m:val": "Cambria Math"}),
            el("m:dispDef"),
            el("m:defJc", {"m:val": "left"}),
        ),
        w("themeFontLang", val="id-ID"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )
