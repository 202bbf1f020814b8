"""What a part of the report, or the covering letter, says where the office has written no text of its own."""

from __future__ import annotations

import string
from collections.abc import Callable

from lkjip_desktop.core.banding import renstra_berlaku
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.naskah import Daftar, Isi, Medan, Paragraf, Span, Spans, Teks
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import KinerjaLain, RenstraButir

Bawaan = Callable[[Snapshot, Hasil], Isi]


# -------------------------------------------------------------------------------------------- pattern -> text
def spans(pola: str, baris_id: str = "") -> Spans:
    """Our own pattern "Tahun {tahun} ..." as spans with merge fields; `baris_id` is the row of its fields."""
    hasil: list[Span] = []
    for tetap, nama, _, _ in string.Formatter().parse(pola):
        if tetap:
            hasil.append(Teks(tetap))
        if nama:
            hasil.append(Medan(nama, baris_id))
    return tuple(hasil)


def paragraf(pola: str, baris_id: str = "") -> Paragraf:
    """One paragraph of our own pattern."""
    return Paragraf(spans(pola, baris_id))


def _tetap(*pola: str) -> Bawaan:
    isi: Isi = tuple(paragraf(p) for p in pola)
    return lambda _s, _h: isi


def tanpa(_s: Snapshot, _h: Hasil) -> Isi:
    return ()


# --------------------------------------------------------------------------------------------- default texts
KATA_PENGANTAR = _tetap(
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya {nama_dokumen} "
    "({singkatan_dokumen}) {nama_satker} Tahun {tahun} telah selesai disusun. Laporan ini merupakan "
    "pertanggungjawaban kami atas pelaksanaan tugas dan penggunaan anggaran selama satu tahun.",
    "Laporan ini memuat target yang kami janjikan dalam Perjanjian Kinerja Tahun {tahun}, hasil yang dicapai sampai "
    "dengan akhir tahun, serta hal-hal yang masih perlu diperbaiki. Setiap angka disajikan beserta cara "
    "penghitungannya agar dapat diperiksa kembali oleh pembaca.",
    "Kami menyampaikan terima kasih kepada seluruh pegawai {singkatan_satker}, {kanwil}, dan semua pihak yang telah "
    "mendukung pelaksanaan tugas kami. Saran dan masukan atas laporan ini akan menjadi bahan perbaikan kinerja pada "
    "tahun {tahun_depan}.",
)

IKHTISAR = _tetap(
    "Ikhtisar ini merangkum kinerja {nama_satker} selama tahun {tahun}, yang meliputi capaian setiap sasaran dan "
    "indikator dalam Perjanjian Kinerja serta penggunaan anggarannya. Uraian lengkap beserta analisisnya disajikan "
    "dalam bab Akuntabilitas Kinerja.",
)

LATAR_BELAKANG = _tetap(
    "Setiap instansi yang bekerja dengan anggaran negara wajib mempertanggungjawabkan hasil kerjanya. Kewajiban itu "
    "diatur melalui Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP), yang menyambungkan perencanaan, "
    "perjanjian, pengukuran, pelaporan, reviu, dan evaluasi kinerja dalam satu siklus tahunan.",
    "Sebagai bagian dari siklus tersebut, {nama_satker} menyusun {nama_dokumen} ({singkatan_dokumen}) Tahun {tahun}. "
    "Laporan ini menyandingkan target dalam Perjanjian Kinerja dengan hasil yang dicapai, menerangkan sebab "
    "tercapai atau tidaknya target, serta menunjukkan langkah perbaikan yang sudah dan akan dilakukan.",
)


def tugas_fungsi(s: Snapshot, h: Hasil) -> Isi:
    r = renstra_berlaku(s, h.tahun)
    fungsi = s.where(RenstraButir, renstra_id=r.id, jenis="fungsi") if r is not None else ()
    awal = "{nama_satker} adalah unit pelaksana teknis {kementerian} yang berkedudukan di bawah {kanwil}."
    if not fungsi:
        return (paragraf(awal),)
    return (
        paragraf(awal + " Dalam melaksanakan tugasnya, satuan kerja ini menjalankan fungsi berikut."),
        Daftar(True, tuple((Teks(_bertanda(f.teks, i == len(fungsi))),) for i, f in enumerate(fungsi, start=1))),
    )


def _bertanda(teks: str, akhir: bool) -> str:
    """An item of a list with its stop: a full one after a sentence of its own and after the last (EYD)."""
    teks = teks.rstrip()
    return teks if teks.endswith((".", ";")) else teks + ("." if akhir or teks[:1].isupper() else ";")


def maksud_tujuan(_s: Snapshot, _h: Hasil) -> Isi:
    return (
        paragraf(
            "Laporan ini disusun dengan maksud memenuhi kewajiban pelaporan kinerja dan menyediakan bahan penilaian "
            "yang dapat diandalkan bagi pimpinan. Tujuannya adalah sebagai berikut:"
        ),
        Daftar(
            True,
            (
                spans("memberitahukan kepada pemberi tugas dan masyarakat sejauh mana target tahun {tahun} tercapai;"),
                spans("menerangkan penyebab tercapai dan tidak tercapainya setiap target;"),
                spans("menilai kesepadanan antara anggaran yang dipakai dan hasil yang diperoleh; dan"),
                spans("menjadi dasar perbaikan perencanaan dan pelaksanaan kegiatan tahun {tahun_depan}."),
            ),
        ),
    )


def aspek_strategis(_s: Snapshot, h: Hasil) -> Isi:
    awal = (
        "{singkatan_satker} berperan mewujudkan sasaran {kementerian_singkat} di wilayah kerjanya. Hasil kerja satuan "
        "kerja ini langsung dirasakan oleh penerima layanan dan menjadi bagian dari capaian unit di atasnya."
    )
    sasaran = h.kegiatan()
    if not sasaran:
        return (paragraf(awal),)
    return (
        paragraf(awal + " Peran itu dijabarkan dalam {jumlah_sasaran} sasaran kegiatan berikut."),
        Daftar(True, tuple(spans("{nama_sasaran}.", x.id) for x in sasaran)),
    )


def isu_strategis(_s: Snapshot, h: Hasil) -> Isi:
    awal = paragraf(
        "Isu strategis adalah keadaan yang paling menentukan tercapai atau tidaknya target {singkatan_satker}, antara "
        "lain kecukupan jumlah dan kemampuan pegawai, ketersediaan anggaran serta sarana, dan kerja sama dengan "
        "instansi lain."
    )
    if not h.meleset:
        return (awal,)
    return (
        awal,
        paragraf("Pada tahun {tahun} perhatian khusus diperlukan untuk indikator berikut, yang belum mencapai target."),
        Daftar(
            True,
            tuple(spans("{nama_indikator} (realisasi {realisasi} dari target {target}).", x.id) for x in h.meleset),
        ),
    )


SISTEMATIKA = _tetap(
    "Susunan {singkatan_dokumen} {nama_satker} Tahun {tahun} mengikuti petunjuk teknis pelaporan kinerja dalam "
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014, dengan isi sebagai "
    "berikut.",
)


def renstra(s: Snapshot, h: Hasil) -> Isi:
    r = renstra_berlaku(s, h.tahun)
    if r is None:
        return (
            paragraf(
                "Rencana Strategis (Renstra) memuat arah kerja jangka menengah yang menjadi acuan target tahunan "
                "{nama_satker}."
            ),
        )
    tahun = " Tahun {periode_renstra}" if r.tahun_awal and r.tahun_akhir and str(r.tahun_awal) not in r.nama else ""
    return (
        paragraf(
            "Arah kerja jangka menengah {nama_satker} mengacu pada {nama_renstra}" + tahun + ", selanjutnya disebut "
            "Renstra. Dari dokumen tersebut diturunkan sasaran, indikator, dan target setiap tahun yang kemudian "
            "dijanjikan dalam Perjanjian Kinerja."
        ),
    )


TATA_NILAI = _tetap(
    "Dalam bekerja, seluruh pegawai {singkatan_satker} berpegang pada tata nilai yang ditetapkan bagi aparatur sipil "
    "negara dan bagi {kementerian_singkat}.",
)

PK = _tetap(
    "Perjanjian Kinerja adalah kesepakatan tertulis antara kepala satuan kerja dan atasannya tentang target yang harus "
    "dicapai dalam satu tahun serta anggaran yang disediakan untuk mencapainya. Perjanjian ini menjadi tolok ukur "
    "penilaian kinerja {nama_satker} Tahun {tahun}.",
)

CAPAIAN = _tetap(
    "Kinerja {nama_satker} diukur dengan membandingkan realisasi setiap indikator dengan targetnya. Hasil setiap "
    "indikator kemudian digabungkan menjadi capaian sasaran kegiatan.",
)

ANGGARAN = _tetap(
    "Bagian ini menyajikan anggaran yang tersedia bagi {nama_satker} pada tahun {tahun} dan penggunaannya, menurut "
    "sasaran kegiatan dan menurut jenis belanja.",
)

KINERJA_ANGGARAN = _tetap(
    "Selain penyerapan, mutu pelaksanaan anggaran dinilai oleh Kementerian Keuangan melalui nilai kinerja anggaran dan "
    "Indikator Kinerja Pelaksanaan Anggaran (IKPA). Nilai resmi di bawah ini disandingkan dengan hasil perhitungan "
    "ulang dari komponennya.",
)

SMART = _tetap(
    "Nilai kinerja anggaran menggambarkan apakah anggaran menghasilkan keluaran yang direncanakan, terserap tepat "
    "waktu, dan digunakan dengan efisien.",
)

IKPA = _tetap(
    "IKPA menilai mutu perencanaan, pelaksanaan, dan hasil pelaksanaan anggaran satuan kerja.",
)


def lainnya(s: Snapshot, h: Hasil) -> Isi:
    if not s.where(KinerjaLain, tahun=h.tahun):
        if h.akip is not None and h.akip.ada:
            return ()  # the evaluation follows, which is such an achievement
        return (paragraf("Tidak ada capaian kinerja lain yang dilaporkan untuk tahun {tahun}."),)
    return (
        paragraf(
            "Di luar indikator dalam Perjanjian Kinerja, {singkatan_satker} juga melaksanakan dan melaporkan hal-hal "
            "berikut selama tahun {tahun}."
        ),
    )


KESIMPULAN = _tetap(
    "{singkatan_dokumen} {nama_satker} Tahun {tahun} disusun sebagai pertanggungjawaban atas target dan anggaran yang "
    "tercantum dalam Perjanjian Kinerja.",
)


def saran(_s: Snapshot, h: Hasil) -> Isi:
    butir: list[Spans] = [
        spans(
            "Menyusun dan memantau langkah perbaikan untuk indikator “{nama_indikator}”, yang realisasinya {realisasi} "
            "dari target {target}.",
            x.id,
        )
        for x in h.meleset
    ]
    butir += [
        spans("Melengkapi data indikator “{nama_indikator}” agar capaiannya dapat dihitung.", x.id)
        for x in h.tak_terhitung
    ]
    butir += [
        spans("Memantau realisasi kinerja dan anggaran setiap bulan agar penyimpangan diketahui lebih awal."),
        spans("Mencatat kendala, penanganan, dan buktinya sejak terjadi, bukan pada saat laporan disusun."),
        spans("Menindaklanjuti hasil reviu dan evaluasi sebelum penyusunan Perjanjian Kinerja tahun {tahun_depan}."),
    ]
    return (
        paragraf("Untuk meningkatkan kinerja pada tahun {tahun_depan}, disarankan hal-hal berikut."),
        Daftar(True, tuple(butir)),
    )


def isi_surat(_s: Snapshot, _h: Hasil) -> Isi:
    """Default body of the covering letter, after the line on the letter it answers."""
    return (
        paragraf(
            "Bersama ini kami sampaikan {nama_dokumen} ({singkatan_dokumen}) {nama_satker} Tahun {tahun} sebagai "
            "pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun {tahun}."
        ),
        paragraf("Demikian kami sampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih."),
    )
