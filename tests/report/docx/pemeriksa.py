"""Rules of a Word package whose breach makes Word offer a repair, or lose a number, a link or a picture."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
#: What an equation may hold where (ECMA-376, part 1, 22.1.2): our words, fractions and lines of them.
_ISI_RUMUS = {"r", "f", "eqArr"}
#: Word takes no longer name for a bookmark.
_NAMA_PENANDA = 40


def langgar(isi: bytes) -> list[str]:
    """Every breach of a rule in a file, in words; none for a sound one."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        nama = z.namelist()
        bagian = {n: z.read(n) for n in nama}
    xml = {n: etree.fromstring(b) for n, b in bagian.items() if n.endswith((".xml", ".rels"))}
    badan = xml["word/document.xml"]
    cerita = {n: e for n, e in xml.items() if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", n)}
    return [
        *(f"part twice: {n}" for n, k in Counter(nama).items() if k > 1),
        *_jenis(bagian, xml),
        *_hubungan(bagian, xml),
        *_gaya(xml, cerita),
        *_penomoran(xml, badan),
        *_nomor_unik(cerita),
        *(f"{n}: {x}" for n, e in cerita.items() for x in (*_medan(e), *_sel(e), *_rumus(e), *_paragraf(e))),
        *_penanda(badan),
        *_bagian_halaman(badan),
    ]


def _jenis(bagian: dict[str, bytes], xml: dict[str, Any]) -> Iterator[str]:
    daftar = xml["[Content_Types].xml"]
    akhiran = {e.get("Extension").lower() for e in daftar.iter(_CT + "Default")}
    sendiri = [e.get("PartName").lstrip("/") for e in daftar.iter(_CT + "Override")]
    yield from (f"content type of nothing: {n}" for n in sendiri if n not in bagian)
    yield from (f"two content types: {n}" for n, k in Counter(sendiri).items() if k > 1)
    for n in bagian:
        if n != "[Content_Types].xml" and n not in sendiri and n.rpartition(".")[2].lower() not in akhiran:
            yield f"no content type: {n}"


def _hubungan(bagian: dict[str, bytes], xml: dict[str, Any]) -> Iterator[str]:
    """Every relation leads to a part, every part is reached, every id that is used is there and the other way round."""
    dicapai = {"[Content_Types].xml"}
    for n, akar in xml.items():
        if not n.endswith(".rels"):
            continue
        dicapai.add(n)
        folder, _, berkas = n.rpartition("/_rels/")
        if n == "_rels/.rels":
            folder, berkas = "", ".rels"
        ada = {}
        for e in akar.iter(_REL):
            if e.get("Id") in ada:
                yield f"{n}: id twice {e.get('Id')}"
            ada[e.get("Id")] = e
            tujuan = e.get("Target")
            jalan = tujuan.lstrip("/") if tujuan.startswith("/") else posixpath.normpath(posixpath.join(folder, tujuan))
            if e.get("TargetMode") != "External" and jalan not in bagian:
                yield f"{n}: leads to nothing: {tujuan}"
            dicapai.add(jalan)
        sumber = posixpath.join(folder, berkas.removesuffix(".rels"))
        if sumber in xml:
            dipakai = {v for x in xml[sumber].iter() for k, v in x.attrib.items() if k.startswith(R)}
            yield from (f"{sumber}: {i} is no relation" for i in dipakai - set(ada))
            tersurat = {i for i, e in ada.items() if e.get("Type").rpartition("/")[2] in ("image", "header", "footer")}
            yield from (f"{sumber}: {i} is not used" for i in tersurat - dipakai)
    yield from (f"not reached: {n}" for n in set(bagian) - dicapai)


def _gaya(xml: dict[str, Any], cerita: dict[str, Any]) -> Iterator[str]:
    semua = xml["word/styles.xml"]
    kunci = [s.get(W + "styleId") for s in semua.iter(W + "style")]
    nama = [s.find(W + "name").get(W + "val").lower() for s in semua.iter(W + "style")]
    yield from (f"style twice: {k}" for k, n in (Counter(kunci) + Counter(nama)).items() if n > 1 and k not in nama)
    yield from (f"name of a style twice: {k}" for k, n in Counter(nama).items() if n > 1)
    acuan = {"pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"}
    for n, e in {**cerita, "word/styles.xml": semua, "word/numbering.xml": xml["word/numbering.xml"]}.items():
        dipakai = {x.get(W + "val") for x in e.iter(*(W + a for a in acuan))}
        yield from (f"{n}: no style {g}" for g in dipakai - set(kunci))
    for s in semua.iter(W + "style"):
        jalan = [s.get(W + "styleId")]
        while (dasar := s.find(W + "basedOn")) is not None:
            jalan.append(dasar.get(W + "val"))
            if jalan[-1] in jalan[:-1]:
                yield f"style based on itself: {jalan}"
                break
            s = next(x for x in semua.iter(W + "style") if x.get(W + "styleId") == jalan[-1])


def _penomoran(xml: dict[str, Any], badan: Any) -> Iterator[str]:
    angka = xml["word/numbering.xml"]
    abstrak = [a.get(W + "abstractNumId") for a in angka.iter(W + "abstractNum")]
    num = [n.get(W + "numId") for n in angka.iter(W + "num")]
    for jenis, isi in (("abstractNum", abstrak), ("num", num)):
        yield from (f"{jenis} twice: {i}" for i, k in Counter(isi).items() if k > 1)
    urutan = [e.tag for e in angka]
    if urutan != sorted(urutan, key=lambda t: t == W + "num"):
        yield "lists stand behind their instances"
    acuan = {n.find(W + "abstractNumId").get(W + "val") for n in angka.iter(W + "num")}
    yield from (f"no abstractNum {i}" for i in acuan - set(abstrak))
    dipakai = {e.get(W + "val") for akar in (badan, xml["word/styles.xml"]) for e in akar.iter(W + "numId")}
    yield from (f"no list {i}" for i in dipakai - set(num) - {"0"})


def _nomor_unik(cerita: dict[str, Any]) -> Iterator[str]:
    """Numbers of drawings and names of shapes are of the whole file."""
    for tag in (WP + "docPr", PIC + "cNvPr"):
        isi = [e.get("id") for akar in cerita.values() for e in akar.iter(tag)]
        yield from (f"id of a drawing twice: {i}" for i, k in Counter(isi).items() if k > 1)
        yield from (f"id of a drawing is no positive number: {i}" for i in isi if not 0 < int(i) < 2**31)
    bentuk = [e.get("id") for akar in cerita.values() for e in akar.iter(V + "shape", V + "rect")]
    yield from (f"id of a shape twice: {i}" for i, k in Counter(bentuk).items() if k > 1)
    for n, akar in cerita.items():
        for e in akar.iter(WP + "extent"):
            if not (0 < int(e.get("cx")) < 2**31 and 0 < int(e.get("cy")) < 2**31):
                yield f"{n}: a picture without size"


def _medan(akar: Any) -> Iterator[str]:
    """Fields open, part and close in order, nested where they nest, and their code stands before the parting."""
    tumpuk: list[str] = []
    for e in akar.iter(W + "fldChar", W + "instrText"):
        if e.tag == W + "instrText":
            if not tumpuk or tumpuk[-1] != "begin" or not (e.text or "").strip():
                yield f"code outside of a field: {e.text}"
            continue
        jenis = e.get(W + "fldCharType")
        if jenis == "begin":
            tumpuk.append("begin")
        elif not tumpuk or (jenis == "separate" and tumpuk[-1] != "begin"):
            yield f"{jenis} without begin"
        elif jenis == "separate":
            tumpuk[-1] = "separate"
        else:
            tumpuk.pop()
    if tumpuk:
        yield f"{len(tumpuk)} fields stay open"


def _sel(akar: Any) -> Iterator[str]:
    """Every row fills the grid; every cell ends with a paragraph; vertical merges begin before they go on."""
    for t in akar.iter(W + "tbl"):
        kisi = [int(c.get(W + "w")) for c in t.find(W + "tblGrid")]
        if not kisi or len(kisi) > 63 or min(kisi) <= 0:
            yield f"grid of {kisi}"
        if int(t.find(f"{W}tblPr/{W}tblW").get(W + "w")) != sum(kisi):
            yield "the table is not as wide as its grid"
        atas: set[int] = set()
        for tr in t.findall(W + "tr"):
            kolom, terus = 0, set()
            for tc in tr.findall(W + "tc"):
                sifat = tc.find(W + "tcPr")
                span = sifat.find(W + "gridSpan")
                n = int(span.get(W + "val")) if span is not None else 1
                if int(sifat.find(W + "tcW").get(W + "w")) != sum(kisi[kolom : kolom + n]):
                    yield f"width of a cell in column {kolom}"
                gabung = sifat.find(W + "vMerge")
                if gabung is not None:
                    if gabung.get(W + "val") != "restart" and kolom not in atas:
                        yield f"merge without a beginning in column {kolom}"
                    terus.add(kolom)
                if tc[-1].tag != W + "p":
                    yield "a cell does not end with a paragraph"
                kolom += n
            if kolom != len(kisi):
                yield f"row of {kolom} columns in a grid of {len(kisi)}"
            atas = terus
        judul = [tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in t.findall(W + "tr")]
        if judul != sorted(judul, reverse=True):
            yield "a repeated head stands below other rows"
        if t.getnext() is None or t.getnext().tag != W + "p":
            yield "no paragraph behind a table"


def _rumus(akar: Any) -> Iterator[str]:
    for o in akar.iter(M + "oMath"):
        if not len(o):
            yield "empty equation"
        for e in o.iter(M + "oMath", M + "num", M + "den", M + "e"):
            asing = {a.tag.removeprefix(M) for a in e} - _ISI_RUMUS
            if asing or not len(e):
                yield f"{e.tag.removeprefix(M)} holds {asing or 'nothing'}"
        for f in o.iter(M + "f"):
            if [a.tag for a in f] not in ([M + "num", M + "den"], [M + "fPr", M + "num", M + "den"]):
                yield "fraction without its two parts"
        for r in o.iter(M + "r"):
            urut = [a.tag for a in r]
            if urut != [x for x in (M + "rPr", W + "rPr", M + "t") if x in urut] or urut[-1] != M + "t":
                yield "order within a run of an equation"
    if [e for e in akar.iter(M + "oMathPara") if e.getparent().tag != W + "p"]:
        yield "equation outside of a paragraph"


def _paragraf(akar: Any) -> Iterator[str]:
    for p in akar.iter(W + "p"):
        if p.getparent().tag not in {W + x for x in ("body", "tc", "hdr", "ftr")}:
            yield f"paragraph inside {p.getparent().tag}"
        if any(e.tag == W + "pPr" for e in p[1:]):
            yield "properties behind content"
    for t in akar.iter(W + "t"):
        teks = t.text or ""
        if teks != teks.strip() and t.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            yield f"blanks would be lost: {teks!r}"


def _penanda(badan: Any) -> Iterator[str]:
    mulai = [(e.get(W + "id"), e.get(W + "name")) for e in badan.iter(W + "bookmarkStart")]
    akhir = [e.get(W + "id") for e in badan.iter(W + "bookmarkEnd")]
    yield from (f"bookmark twice: {n}" for n, k in Counter(n.lower() for _, n in mulai).items() if k > 1)
    yield from (f"id of a bookmark twice: {i}" for i, k in Counter(i for i, _ in mulai).items() if k > 1)
    if Counter(i for i, _ in mulai) != Counter(akhir):
        yield "bookmarks stay open"
    nama = {n for _, n in mulai}
    yield from (
        f"name of a bookmark: {n}" for n in nama if not re.fullmatch(rf"[A-Za-z_]\w{{0,{_NAMA_PENANDA - 1}}}", n)
    )
    yield from (
        f"link to nothing: {e.get(W + 'anchor')}"
        for e in badan.iter(W + "hyperlink")
        if e.get(W + "anchor") not in nama
    )
    for e in badan.iter(W + "instrText"):
        kata = (e.text or "").split()
        if kata[0] in ("REF", "PAGEREF") and kata[1] not in nama:
            yield f"field to nothing: {e.text}"


def _bagian_halaman(badan: Any) -> Iterator[str]:
    for s in badan.iter(W + "sectPr"):
        acuan = Counter((e.tag, e.get(W + "type")) for e in s.iter(W + "headerReference", W + "footerReference"))
        yield from (f"two {t} of a section" for t, k in acuan.items() if k > 1)
        lembar, tepi = s.find(W + "pgSz"), s.find(W + "pgMar")
        if int(lembar.get(W + "w")) <= int(tepi.get(W + "left")) + int(tepi.get(W + "right")):
            yield "margins wider than the sheet"
    if badan[0][-1].tag != W + "sectPr":
        yield "the file does not end with its page rules"
