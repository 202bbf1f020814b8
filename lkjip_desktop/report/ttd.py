"""Electronic signatures on a finished PDF: empty visible fields, signing with a local certificate, and the verdict.

The only user of pyHanko. Nothing here goes on the line: no time stamp, no revocation list, no trust list. A printed
paper keeps its bytes; fields and signatures are appended behind them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from lkjip_desktop.errors import BelumTersedia, Ditolak

if TYPE_CHECKING:
    from lkjip_desktop.report.pdf.render import RuangTtd

#: Key of a signature block -> name of its field, as signing tools show it.
NAMA_MEDAN = {"p1": "TTD_Pihak_Pertama", "p2": "TTD_Pihak_Kedua"}
#: Points that a field stands off the lines above and below it.
_TEPI = 3.0
#: Descriptions in the metadata that say that the file keeps PDF/UA.
_KLAIM = re.compile(rb'\n<rdf:Description rdf:about="" xmlns:pdf(?:uaid|aExtension)=.*?</rdf:Description>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class MedanTtd:
    """One signature field: where it stands, and whether and by whom it is signed.

    `utuh`: what was signed is unchanged and the signature is that of the certificate in it. Whether the certificate
    is to be trusted is not judged here: that needs the list of the issuer.
    """

    nama: str
    halaman: int  # 0-based
    kotak: tuple[float, float, float, float]
    terisi: bool
    penanda: str = ""
    utuh: bool = False
    seluruh: bool = False  # nothing was added behind the signature

    @property
    def putusan(self) -> str:
        """The verdict in one sentence."""
        if not self.terisi:
            return f"{self.nama}: medan kosong, siap ditandatangani."
        if not self.utuh:
            return f"{self.nama}: tanda tangan {self.penanda} TIDAK sah; berkas berubah sesudah ditandatangani."
        ekor = "" if self.seluruh else " Sesudahnya ada yang ditambahkan pada berkas."
        return f"{self.nama}: ditandatangani {self.penanda}, isi utuh.{ekor}"


def tersedia() -> bool:
    """True when the library is installed; it is not loaded for the question."""
    return find_spec("pyhanko") is not None


def beri_medan(pdf: bytes, ruang: Mapping[str, RuangTtd]) -> bytes:
    """The PDF with an empty, framed field over each signature block; the pages of `ruang` are 0-based.

    A block that stands twice (statement and lampiran) gets its field where it stands first.

    Raises:
        BelumTersedia: pyHanko is missing; Ditolak: the paper has no signature block.
    """
    _perlu()
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    pilih = {k: r for k in NAMA_MEDAN if (r := ruang.get(k) or ruang.get(f"{k}.lampiran")) is not None}
    if not pilih:
        raise Ditolak("Naskah ini tidak mempunyai tempat tanda tangan.")
    w: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))
    # The library puts chance into the second part of the ID; the same paper shall give the same bytes.
    w._document_id[1] = generic.ByteStringObject(bytes(w._document_id[0])[::-1])
    for kunci, r in pilih.items():
        kotak = (round(r.x0 + _TEPI), round(r.y0 + _TEPI), round(r.x1 - _TEPI), round(r.y1 - _TEPI))
        spec = SigFieldSpec(
            NAMA_MEDAN[kunci],
            on_page=r.halaman,
            box=kotak,
            empty_field_appearance=True,
            readable_field_name=NAMA_MEDAN[kunci].replace("TTD_", "Tanda tangan ").replace("_", " "),
        )
        append_signature_field(w, spec)
    _tarik_klaim(w)
    keluar = io.BytesIO()
    w.write(keluar)
    return keluar.getvalue()


def _tarik_klaim(w: Any) -> None:
    """Let the metadata say no longer that the file keeps PDF/UA: its structure does not know the fields. It still keeps
    PDF/A."""
    from pyhanko.pdf_utils.metadata.xmp_xml import MetadataStream

    lama = w.root.get("/Metadata")
    if lama is None:
        return
    # The library adds its own words to a stream of this kind, and would put any other away.
    w.root["/Metadata"] = w.add_object(MetadataStream(stream_data=_KLAIM.sub(b"", lama.get_object().data)))
    w.update_root()


def tanda_tangani(pdf: bytes, medan: str, p12: bytes, sandi: str, *, alasan: str = "", tempat: str = "") -> bytes:
    """The PDF signed in one of its empty fields with the key of a PKCS#12 file, without leaving this computer.

    Raises:
        BelumTersedia: pyHanko is missing; Ditolak: wrong password, no certificate with a key, or no such empty field.
    """
    _perlu()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf

    kosong = [m.nama for m in periksa(pdf) if not m.terisi]
    if medan not in kosong:
        ada = ", ".join(kosong)
        raise Ditolak(
            f"Medan tanda tangan “{medan}” tidak ada atau sudah terisi.", f"Yang kosong: {ada}." if ada else ""
        )
    try:
        penanda = SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=sandi.encode("utf-8"))
    except ValueError:
        penanda = None
    if penanda is None or penanda.signing_key is None or penanda.signing_cert is None:
        raise Ditolak(
            "Sertifikat itu tidak dapat dibuka.", "Periksa kata sandinya, dan pastikan berkasnya berakhiran .p12."
        )
    meta = PdfSignatureMetadata(
        field_name=medan,
        md_algorithm="sha256",
        reason=alasan or None,
        location=tempat or None,
        embed_validation_info=False,
    )
    keluar = io.BytesIO()
    try:
        sign_pdf(
            IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer=penanda, existing_fields_only=True, output=keluar
        )
    except (PdfError, ValueError) as e:
        raise Ditolak("Berkas itu tidak dapat ditandatangani.", "Cetak ulang PDF-nya, lalu coba lagi.") from e
    return keluar.getvalue()


def periksa(pdf: bytes) -> tuple[MedanTtd, ...]:
    """Every signature field of a PDF with its verdict, in the order of the file.

    Raises:
        BelumTersedia: pyHanko is missing; Ditolak: the file is no readable PDF.
    """
    _perlu()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    try:
        r = PdfFileReader(io.BytesIO(pdf), strict=False)
        halaman = {_nomor(ref): n for n, ref in enumerate(_halaman(r))}
        tertanda = {s.field_name: s for s in r.embedded_signatures}
        keluar = []
        for nama, nilai, ref in enumerate_sig_fields(r):
            medan = ref.get_object()
            kotak = tuple(float(x) for x in medan.get("/Rect", (0, 0, 0, 0)))
            n = halaman.get(_nomor(medan.raw_get("/P")), 0) if "/P" in medan else 0
            dasar = MedanTtd(nama, n, kotak, nilai is not None)  # type: ignore[arg-type]  # a /Rect has four numbers
            keluar.append(_periksa_satu(dasar, tertanda[nama]) if nama in tertanda else dasar)
    except (PdfError, KeyError, IndexError, TypeError, ValueError) as e:
        raise Ditolak("Berkas itu bukan PDF yang dapat diperiksa.") from e
    return tuple(keluar)


def _periksa_satu(m: MedanTtd, tanda: Any) -> MedanTtd:
    """The verdict on one signature, offline."""
    from pyhanko.sign.diff_analysis import SuspiciousModification
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    sertifikat = tanda.signer_cert
    nama = sertifikat.subject.native.get("common_name") or sertifikat.subject.human_friendly
    konteks = ValidationContext(trust_roots=[sertifikat], allow_fetching=False, revocation_mode="soft-fail")
    try:
        status = validate_pdf_signature(tanda, signer_validation_context=konteks)
        utuh = bool(status.intact and status.valid)
        seluruh = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    except (SignatureValidationError, SuspiciousModification, ValueError):
        utuh = seluruh = False
    return MedanTtd(m.nama, m.halaman, m.kotak, True, str(nama), utuh, seluruh)


def _halaman(r: Any) -> list[Any]:
    """References of all pages in order."""
    jumlah = int(r.root["/Pages"]["/Count"])
    return [r.find_page_for_modification(n)[0] for n in range(jumlah)]


def _nomor(ref: Any) -> int:
    """Object number of a reference."""
    return int(ref.idnum)


def _perlu() -> None:
    if not tersedia():
        raise BelumTersedia(
            "Tanda tangan elektronik memerlukan pustaka pyHanko, yang tidak terpasang pada komputer ini.",
            "Naskahnya tetap dapat dicetak dan ditandatangani dengan aplikasi instansi.",
        )
