"""Word and Excel files held against the schemas of ECMA-376 (transitional), which lie outside of the project.

The folder holds wml.xsd, sml.xsd, dml-*.xsd, shared-*.xsd and vml-*.xsd as the standard's annex (or the `ref/xsd` of
python-docx) has them, and `opc-contentTypes.xsd`, `opc-relationships.xsd` there or in `opc-xsd/`.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

_XML = "http://www.w3.org/XML/1998/namespace"
_SKEMA_XML = f"""<xs:schema targetNamespace="{_XML}" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:attribute name="space" type="xs:NCName"/><xs:attribute name="lang" type="xs:string"/></xs:schema>"""
_IMPOR = f'<xsd:import namespace="{_XML}"/>'
#: Excel itself writes what the published schema of its strings leaves out.
_BIASA = "attribute 'space': The attribute 'space' is not allowed"


class Skema:
    """The schemas of a folder, read when a part first needs them."""

    def __init__(self, folder: Path) -> None:
        # The published files name the schema of xml:space without saying where it lies.
        self._tempat = tempfile.TemporaryDirectory()
        akar = Path(self._tempat.name)
        shutil.copytree(folder, akar, dirs_exist_ok=True)
        (akar / "xml.xsd").write_text(_SKEMA_XML, "utf-8")
        for f in akar.glob("*.xsd"):
            isi = f.read_text("utf-8")
            f.write_text(isi.replace(_IMPOR, _IMPOR.replace("/>", ' schemaLocation="xml.xsd"/>')), "utf-8")
        self._akar = akar
        self._ada: dict[str, Any] = {}

    def periksa(self, isi: bytes) -> Counter[str]:
        """Breaches by part and message, with how often each occurs."""
        salah: Counter[str] = Counter()
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            for bagian in z.namelist():
                skema = self._untuk(bagian)
                if skema is None:
                    continue
                if not skema.validate(etree.fromstring(z.read(bagian))):
                    for e in skema.error_log:
                        pesan = re.sub(r"\{[^}]*\}", "", e.message)
                        if _BIASA not in pesan:
                            salah[f"{re.sub(r'[0-9]+', '#', bagian)}: {pesan}"] += 1
        return salah

    def _untuk(self, bagian: str) -> Any:
        nama = ""
        if bagian == "[Content_Types].xml":
            nama = "opc-contentTypes.xsd"
        elif bagian.endswith(".rels"):
            nama = "opc-relationships.xsd"
        elif bagian == "docProps/app.xml":
            nama = "shared-documentPropertiesExtended.xsd"
        elif bagian.startswith("word/") and bagian.endswith(".xml"):
            nama = "wml.xsd"
        elif bagian.startswith("xl/") and bagian.endswith(".xml") and "/theme/" not in bagian:
            nama = "sml.xsd"
        if not nama:
            return None
        if nama not in self._ada:
            berkas = next(p for p in (self._akar / nama, self._akar / "opc-xsd" / nama) if p.exists())
            self._ada[nama] = etree.XMLSchema(etree.parse(str(berkas)))
        return self._ada[nama]
