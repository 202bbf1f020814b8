"""Analyses 5 (causes and solutions) and 7 (programmes) of the twelve IKK of 2023, in our own words.

Numbers stand as merge fields, so that the text follows the data. What the source does not know is said to be missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.naskah import Blok
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import Analisis

from .dasar import daftar, id_baris, m, p, teks

_TARGET, _REALISASI, _CAPAIAN = m("target"), m("realisasi"), m("capaian")
_PEMBILANG, _PENYEBUT = m("pembilang"), m("penyebut")

#: Kode -> (analysis 5, analysis 7).
ANALISIS: dict[str, tuple[tuple[Blok | str, ...], tuple[Blok | str, ...]]] = {
    "SK1.IKK1": (
        (
            p(
                "Dari ",
                _PENYEBUT,
                " orang klien usia produktif, baru ",
                _PEMBILANG,
                " orang yang bekerja, sehingga realisasi ",
                _REALISASI,
                " masih di bawah target ",
                _TARGET,
                ". Data yang tersedia belum memuat sebab klien belum bekerja, sehingga penyebab kegagalan itu sendiri "
                "belum dapat diukur.",
            ),
            "Solusi yang sudah dijalankan:",
            daftar(
                "konseling dan bimbingan kemandirian menurut program tiap klien;",
                "kunjungan rumah serta penilaian berkala atas kemajuan bimbingan;",
                "penyaluran klien melalui Kelompok Masyarakat Peduli Pemasyarakatan (Pokmas Lipas).",
                bernomor=False,
            ),
        ),
        (
            "Kerja sama dengan Pokmas Lipas paling banyak membantu karena membuka tempat bagi klien untuk menyalurkan "
            "keterampilannya.",
            "Hambatannya ialah jumlah pembimbing kemasyarakatan yang belum sebanding dengan jumlah klien. Penambahan "
            "pembimbing diusulkan kepada Direktorat Jenderal Pemasyarakatan dengan dasar analisis beban kerja.",
        ),
    ),
    "SK1.IKK2": (
        (
            p(
                "Sebanyak ",
                _PEMBILANG,
                " dari ",
                _PENYEBUT,
                " Anak yang didampingi dijatuhi pidana penjara. Nama indikator menyebut penurunan, sedangkan yang "
                "dihitung ialah bagian Anak yang dipidana penjara; karena itu capaian ",
                _CAPAIAN,
                " perlu dibaca dengan hati-hati sampai definisinya dipastikan bersama Kantor Wilayah.",
            ),
            "Solusi yang sudah dijalankan ialah mendampingi Anak sejak penyidikan, pada pelimpahan perkara, dalam "
            "musyawarah diversi, sampai persidangan, dengan rekomendasi yang mendahulukan pidana selain penjara.",
        ),
        (
            "Peran pembimbing kemasyarakatan sebagai wakil fasilitator diversi mendukung penyelesaian perkara di luar "
            "peradilan.",
            "Untuk memperkuatnya, bimbingan teknis tentang Sistem Peradilan Pidana Anak (SPPA) diusulkan kepada Badan "
            "Pengembangan Sumber Daya Manusia Kementerian Hukum dan HAM.",
        ),
    ),
    "SK1.IKK3": (
        (
            p(
                "Target ",
                _TARGET,
                " terlampaui: ",
                _PEMBILANG,
                " dari ",
                _PENYEBUT,
                " klien Anak melanjutkan pendidikan. Keberhasilan ini didukung penelitian kemasyarakatan yang menilai "
                "kebutuhan belajar Anak dan pengawasan atas pelaksanaan hasil diversi dan putusan hakim.",
            ),
            "Upaya yang ditempuh ialah menyusun program bagi Anak menurut hasil penelitian kemasyarakatan, kemudian "
            "mengawasi pelaksanaannya.",
        ),
        (
            "Pengawasan program pembinaan Anak di Lapas dan Rutan menjaga agar rekomendasi pendidikan tetap "
            "dilaksanakan setelah putusan.",
            "Pemahaman pembimbing kemasyarakatan tentang hak pendidikan Anak ditingkatkan melalui pelatihan teknis.",
        ),
    ),
    "SK2.IKK1": (
        (
            "Dokumen rencana kerja, anggaran, dan pelaporan selesai tepat waktu karena setiap tahapnya dipantau dan "
            "dilaporkan langsung kepada Kepala Balai.",
            "Solusi atas pergantian petugas ialah pendampingan operator baru oleh operator lama sebelum serah terima.",
        ),
        (
            "Pelatihan berkala tentang penyusunan rencana kerja dan anggaran masih diperlukan untuk menjaga "
            "ketepatan dokumen.",
        ),
    ),
    "SK2.IKK2": (
        (
            "Dokumen pengelolaan Barang Milik Negara (BMN) dan kerumahtanggaan tersusun karena pencatatan barang "
            "inventaris tertib dan barang dipakai sesuai dengan peruntukannya.",
            "Solusi yang masih diperlukan ialah rekonsiliasi berkala antara operator BMN dan bendahara.",
        ),
        (
            "Pelatihan berkala tentang aplikasi pengelolaan BMN menjadi kegiatan penunjang yang diperlukan indikator "
            "ini.",
        ),
    ),
    "SK2.IKK3": (
        (
            "Pegawai melengkapi data kepegawaiannya dan telah mengikuti uji kompetensi sesuai dengan bidang tugasnya.",
            "Pegawai yang berkas digitalnya belum lengkap diingatkan dan dibantu mengunggahnya ke aplikasi "
            "kepegawaian (SIMPEG).",
        ),
        (
            "Sosialisasi SIMPEG dan pemeriksaan rutin berkas pegawai menunjang pemenuhan data. Peserta pengembangan "
            "kompetensi diajukan bergiliran agar kesempatannya merata.",
        ),
    ),
    "SK2.IKK4": (
        (
            "Pelaksanaan anggaran dipantau Kepala Balai dan laporan keuangan disusun dengan koordinasi bersama Kantor "
            "Wilayah dan Kantor Pelayanan Perbendaharaan Negara (KPPN).",
            "Pelatihan tentang dokumen pelaksanaan anggaran dan laporan keuangan masih perlu diadakan secara berkala.",
        ),
        ("Koordinasi dengan Kantor Wilayah dan KPPN menunjang ketepatan waktu dokumen.",),
    ),
    "SK2.IKK5": (
        (
            "Layanan perkantoran berjalan penuh. Surat masuk, surat keluar, dan arsip kepegawaian dikelola secara "
            "elektronik, sedangkan kehadiran dicatat dengan sidik jari yang terhubung dengan SIMPEG.",
            "Solusi atas kendala layanan perkantoran dibahas bersama Kantor Wilayah.",
        ),
        ("Koordinasi dengan Kantor Wilayah menjadi penunjang layanan perkantoran.",),
    ),
    "SK2.IKK6": (
        (
            p(
                "Angka ",
                _REALISASI,
                " adalah kendaraan yang sudah dimiliki; yang dikerjakan pada tahun ini ialah pemeliharaan berkala agar "
                "seluruhnya laik pakai.",
            ),
            "Solusi atas kebutuhan kendaraan baru ialah mengusulkannya melalui Rencana Kebutuhan Barang Milik Negara "
            "(RKBMN).",
        ),
        ("Pemeliharaan rutin dan usulan RKBMN menunjang ketersediaan kendaraan bermotor.",),
    ),
    "SK2.IKK7": (
        (
            p(
                "Sebanyak ",
                _REALISASI,
                " perangkat pengolah data dan komunikasi milik kantor dipelihara secara berkala sehingga tetap "
                "mendukung pekerjaan kantor.",
            ),
            "Penambahan perangkat diusulkan melalui RKBMN.",
        ),
        ("Pemeliharaan berkala menjadi kegiatan yang menunjang indikator ini.",),
    ),
    "SK2.IKK8": (
        (
            p(
                "Peralatan dan fasilitas perkantoran sejumlah ",
                _REALISASI,
                " sudah tersedia dari tahun-tahun sebelumnya dan tahun ini dirawat secara berkala.",
            ),
            "Barang yang tidak lagi memadai diusulkan penggantiannya dalam rencana kebutuhan barang.",
        ),
        ("Perawatan berkala dan penyusunan rencana kebutuhan barang menunjang ketersediaan fasilitas.",),
    ),
    "SK2.IKK9": (
        (
            "Gedung kantor terpelihara. Persoalannya ada pada tanah: tanah itu hibah Pemerintah Kabupaten Lahat, "
            "tetapi Kodim 405 Lahat (Kodam II Sriwijaya) menyatakannya sebagai bagian dari tanah TNI AD, sehingga "
            "masuk kategori K2, yaitu berkas lengkap tetapi masih bersengketa.",
            "Kepala Urusan Tata Usaha telah membahas kemungkinan hibah dengan pihak TNI. Hibah belum dapat diberikan "
            "karena tanah itu termasuk peta bekas lapangan tembak seluas 639,1787 hektare dengan nomor register "
            "30405006.",
        ),
        (
            "Koordinasi dengan Kantor Wilayah Sumatera Selatan menjadi langkah yang ditempuh; Kantor Wilayah akan "
            "melaporkannya kepada pimpinan tinggi dan berkoordinasi dengan TNI.",
        ),
    ),
}


def baris() -> Iterator[Row]:
    """Rows of analisis."""
    for kode, (sebab, program) in ANALISIS.items():
        for nomor, isi in ((5, sebab), (7, program)):
            yield Analisis(
                id=id_baris("analisis", f"2023/{kode}/{nomor}"),
                indikator_id=id_baris("indikator", kode),
                tahun=2023,
                nomor=nomor,
                isi=teks(*isi),
            )
