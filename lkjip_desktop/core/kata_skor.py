"""Sentences of the budget scores (SMART, IKPA, NKA) and of their combination, official beside recomputed."""

from __future__ import annotations

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.hasil import Gabungan, HasilSkor, KomponenSkor
from lkjip_desktop.core.kata_dasar import Isian, Kalimat, Potong, daftar, huruf_kecil_awal, klausa, susun
from lkjip_desktop.core.tanggal import tanggal_cetak

# The predicates of an AKIP evaluation are marks, not words (PermenPAN-RB 88/2021).
_PREDIKAT = frozenset({"aa", "a", "bb", "b", "cc", "c", "d", "e"})


def potong_resmi(s: HasilSkor) -> Potong:
    """The official score as typed."""
    return Potong(s.resmi_cetak, "skor", s.baris_id, "nilai_resmi")


def kata_kategori(kategori: str) -> str:
    """A category within a sentence: "sangat baik" however it was typed, but "BB" stays BB."""
    bersih = kategori.strip()
    return bersih.upper() if bersih.lower() in _PREDIKAT else bersih.lower()


def kalimat_skor(s: HasilSkor, tahun: int) -> tuple[Kalimat, ...]:
    """The official score and the recomputed one, each with its category, and the difference between them."""
    if not s.ada:
        return (susun("{nama} tahun {t} belum diisi.", nama=s.nama, t=tahun),)
    hasil: list[Kalimat] = []
    if s.resmi is not None:
        sumber = f" menurut {s.sumber}" if s.sumber else ""
        per = f" per {tanggal_cetak(s.tanggal_data, ruang_hari=False)}" if s.tanggal_data else ""
        kategori = s.kategori_resmi or s.kategori_dari_resmi
        hasil.append(
            susun(
                "{nama} tahun {t}{sumber}{per} sebesar {r}{kat}.",
                nama=s.nama,
                t=tahun,
                sumber=sumber,
                per=per,
                r=potong_resmi(s),
                kat=f" dengan kategori {kata_kategori(kategori)}" if kategori else "",
            )
        )
        if (
            s.kategori_resmi
            and s.kategori_dari_resmi
            and (kata_kategori(s.kategori_resmi) != kata_kategori(s.kategori_dari_resmi))
        ):
            hasil.append(
                susun(
                    "Menurut tabel kategori yang berlaku, nilai tersebut termasuk {k}.",
                    k=kata_kategori(s.kategori_dari_resmi),
                )
            )
    if s.nilai is None:
        sebab = klausa(s.alasan) or "komponennya belum lengkap"
        hasil.append(susun("Nilai ini tidak dapat dihitung ulang karena {sebab}.", sebab=sebab))
        return tuple(hasil)
    pembuka = "Perhitungan sendiri dari komponennya" if s.sendiri else "Perhitungan ulang dari komponennya"
    hasil.append(
        susun(
            "{pembuka} menghasilkan {n}{kat}{beda}.",
            pembuka=pembuka
            if s.resmi is not None
            else f"{s.nama} tahun {tahun} menurut {pembuka[:1].lower()}{pembuka[1:]}",
            n=s.nilai_cetak,
            kat=f" dengan kategori {kata_kategori(s.kategori)}" if s.kategori else "",
            beda=_beda(s),
        )
    )
    return tuple(hasil)


def kalimat_skor_singkat(s: HasilSkor, tahun: int) -> Kalimat:
    """One sentence on a score for a summary: the official value, else the recomputed one, with its category."""
    if not s.ada or (s.resmi is None and s.nilai is None):
        return ()
    if s.resmi is None:
        cara = "perhitungan sendiri" if s.sendiri else "perhitungan ulang"
        kat = f" dengan kategori {kata_kategori(s.kategori)}" if s.kategori else ""
        return susun(
            "{nama} tahun {t} menurut {cara} sebesar {n}{k}.", nama=s.nama, t=tahun, cara=cara, n=s.nilai_cetak, k=kat
        )
    resmi, tabel = kata_kategori(s.kategori_resmi), kata_kategori(s.kategori_dari_resmi)
    kat = f" dengan kategori {resmi or tabel}" if resmi or tabel else ""
    if resmi and tabel and resmi != tabel:
        kat += f" menurut aplikasi ({tabel} menurut tabel kategori yang berlaku)"
    hitung = f", sedangkan hasil perhitungan ulangnya {s.nilai_cetak}" if _beda(s).startswith(";") else ""
    return susun("{nama} tahun {t} sebesar {r}{k}{h}.", nama=s.nama, t=tahun, r=potong_resmi(s), k=kat, h=hitung)


def kalimat_gabungan_singkat(g: Gabungan) -> Kalimat:
    """One sentence on the combined score for a summary; empty when there is none."""
    dasar = dasar_gabungan(g)
    if not dasar:
        return ()
    resmi = dasar == "resmi"
    return susun(
        "Nilai gabungan {a}% SMART dan {b}% IKPA berdasarkan {dasar} sebesar {n}.",
        a=angka(g.bobot_smart),
        b=angka(g.bobot_ikpa),
        dasar="nilai resmi" if resmi else "hasil perhitungan ulang",
        n=g.dari_resmi_cetak if resmi else g.nilai_cetak,
    )


def _beda(s: HasilSkor) -> str:
    if s.resmi is None or not s.selisih_cetak:
        return ""
    polos = s.selisih_cetak.lstrip("+-").replace(",", "").replace("0", "").replace(".", "")
    if not polos.strip():
        return ", sama dengan nilai resmi"
    return f"; selisihnya dengan nilai resmi {s.selisih_cetak.lstrip('+-')}"


def kalimat_komponen(s: HasilSkor) -> Kalimat:
    """Every component with its value and its weight, each under its own name; empty when none is typed."""
    butir: list[Isian] = [_komponen(k) for k in s.komponen if k.berlaku and k.nilai is not None]
    if not butir:
        return ()
    return susun("Komponen yang dinilai ialah {daftar}.", daftar=daftar(butir))


def _komponen(k: KomponenSkor) -> Kalimat:
    """A component with its weight; where a value was derived (NE from E), the derived one is what is weighed."""
    isi: dict[str, Isian] = {
        "nama": huruf_kecil_awal(k.nama),
        "n": Potong(k.nilai_cetak, "skor_komponen", k.baris_id, "nilai"),
        "b": angka(k.bobot, 2),
    }
    if k.nilai_dipakai is None or k.nilai_dipakai == k.nilai:
        return susun("{nama} {n} (bobot {b}%)", **isi)
    dipakai = Potong(k.nilai_dipakai_cetak, "skor_komponen", k.baris_id, "nilai")
    return susun("nilai {nama} (NE) {ne} yang berasal dari {nama} (E) {n} (bobot {b}%)", **isi, ne=dipakai)


def kalimat_tidak_berlaku(s: HasilSkor) -> Kalimat:
    """Which components do not apply, and the weight by which the total is converted."""
    tidak: list[Isian] = [k.nama for k in s.komponen if not k.berlaku]
    if not tidak or s.nilai is None:
        return ()
    return susun(
        "Komponen yang tidak berlaku bagi satuan kerja ini, yaitu {daftar}, tidak diperhitungkan, sehingga nilai "
        "total dibagi bobot yang berlaku sebesar {b}%.",
        daftar=daftar(tidak),
        b=angka(s.bobot_berlaku, 2),
    )


def dasar_gabungan(g: Gabungan) -> str:
    """Which basis a combined score has: "resmi" when both official scores are typed, else "hitung", "" for none."""
    if g.dari_resmi is not None:
        return "resmi"
    return "hitung" if g.nilai is not None else ""


def kalimat_gabungan(g: Gabungan, tahun: int) -> tuple[Kalimat, ...]:
    """The combined score with its weights and basis."""
    bobot: dict[str, Isian] = {"a": angka(g.bobot_smart), "b": angka(g.bobot_ikpa), "t": tahun}
    match dasar_gabungan(g):
        case "resmi":
            hasil = [
                susun(
                    "Capaian kinerja anggaran tahun {t} merupakan gabungan {a}% nilai SMART dan {b}% nilai IKPA. "
                    "Dengan dasar nilai resmi, nilai gabungannya {n}.",
                    **bobot,
                    n=g.dari_resmi_cetak,
                )
            ]
            if g.nilai is not None and g.nilai_cetak != g.dari_resmi_cetak:
                hasil.append(susun("Dengan dasar hasil perhitungan ulang, nilainya {n}.", n=g.nilai_cetak))
            return tuple(hasil)
        case "hitung":
            return (
                susun(
                    "Capaian kinerja anggaran tahun {t} merupakan gabungan {a}% nilai SMART dan {b}% nilai IKPA. "
                    "Dengan dasar hasil perhitungan ulang, nilai gabungannya {n}.",
                    **bobot,
                    n=g.nilai_cetak,
                ),
            )
    return (susun("Nilai gabungan SMART dan IKPA tahun {t} belum dapat dihitung.", t=tahun),)
