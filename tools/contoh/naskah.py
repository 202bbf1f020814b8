"""Texts of the parts of the example's LKjIP 2023: the source's facts in our own words, numbers as merge fields."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.naskah import Blok
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import Naskah

from .dasar import daftar, id_baris, m, p, teks

_SATKER, _BAPAS, _TAHUN = m("nama_satker"), m("singkatan_satker"), m("tahun")

#: Key of the part (core.bagian) -> text. Parts without an entry print their default text.
NASKAH: dict[str, tuple[Blok | str, ...]] = {
    "bab1.latar_belakang": (
        p(
            _SATKER,
            " (selanjutnya disebut ",
            _BAPAS,
            ") melaksanakan sebagian tugas pemasyarakatan di luar lembaga: meneliti, membimbing, mengawasi, dan "
            "mendampingi klien dewasa dan Anak. Atas tugas dan anggaran itu, satuan kerja ini wajib melaporkan "
            "hasilnya setiap tahun.",
        ),
        p(
            "Laporan tahun ",
            _TAHUN,
            " ini menyandingkan target yang dijanjikan dengan hasil yang dicapai, beserta penyebab, kendala, dan "
            "langkah perbaikannya.",
        ),
    ),
    "bab1.aspek_strategis": (
        p(
            "Laporan penelitian kemasyarakatan dari ",
            _BAPAS,
            " menjadi bahan pertimbangan bagi penyidik, penuntut umum, dan hakim, terutama dalam perkara Anak. Karena "
            "itu mutu dan ketepatan waktunya menentukan perlakuan yang diterima klien sejak awal proses hukum.",
        ),
        "Setelah putusan, bimbingan dan pengawasan klien menentukan apakah klien dapat kembali bekerja, bersekolah, "
        "dan diterima masyarakat.",
    ),
    "bab1.isu_strategis": (
        "Tiga hal berikut paling memengaruhi kinerja tahun ini:",
        daftar(
            "jumlah dan kemampuan pegawai masih perlu ditingkatkan, begitu pula semangat melayani;",
            "tanah kantor yang dihibahkan Pemerintah Kabupaten Lahat masih disengketakan dengan pihak TNI "
            "(Kodim 405 Lahat); dan",
            "layanan digital perlu terus dikembangkan. Melalui aplikasi Si Balan (Sistem Informasi Bapas Lahat Alap "
            "Nian) pengguna layanan dapat melihat data klien, perkembangan laporan penelitian kemasyarakatan, "
            "bimbingan, dan wajib lapor.",
        ),
    ),
    "bab3.smart": (
        "Nilai SMART dibentuk oleh empat komponen. Efisiensi (E) dan nilai efisiensi (NE) adalah dua angka yang "
        "berbeda: E adalah persentase penghematan, sedangkan NE adalah E yang sudah diubah ke skala 0 sampai 100.",
    ),
    "bab3.anggaran": (
        p(
            "Anggaran ",
            _BAPAS,
            " tahun ",
            _TAHUN,
            " sebesar ",
            m("pagu"),
            " membiayai layanan pemasyarakatan di wilayah kerja balai dan dukungan manajemen kantor. Penggunaannya "
            "disajikan menurut sasaran kegiatan dan menurut jenis belanja.",
        ),
    ),
    "bab4.kesimpulan": (
        p(
            "Perjanjian Kinerja Tahun ",
            _TAHUN,
            " memuat ",
            m("jumlah_indikator"),
            " indikator kinerja kegiatan; ",
            m("jumlah_tercapai"),
            " di antaranya mencapai target. Kendala yang dihadapi selama tahun berjalan adalah sebagai berikut:",
        ),
        daftar(
            "jumlah dan kemampuan pegawai yang terbatas;",
            "anggaran yang terbatas untuk tugas dan fungsi pemasyarakatan;",
            "sarana dan prasarana yang belum mencukupi;",
            "masih ada klien yang belum menyadari tanggung jawab dan kewajibannya; dan",
            "masih ada klien yang mengulangi tindak pidana selama pembebasan bersyarat, cuti bersyarat, atau cuti "
            "menjelang bebas.",
        ),
    ),
    "bab4.saran": (
        p("Untuk memperbaiki kinerja pada tahun ", m("tahun_depan"), ", langkah berikut disarankan:"),
        daftar(
            "mempererat koordinasi dengan instansi yang terkait dengan tugas balai;",
            "menambah kemampuan pegawai lewat bimbingan teknis dan pelatihan;",
            "melengkapi sarana kerja pembimbing kemasyarakatan;",
            "memperketat pengawasan terhadap klien dan terhadap petugas;",
            "memakai pegawai dan dana secara hemat pada kegiatan yang berorientasi hasil;",
            "melaksanakan kegiatan menurut jadwal agar anggaran terserap tepat waktu;",
            "menjaga agar setiap belanja efektif dan efisien; dan",
            "memastikan pimpinan dan pegawai menindaklanjuti hasil evaluasi.",
        ),
    ),
}


def baris() -> Iterator[Row]:
    """Rows of naskah."""
    for bagian, isi in NASKAH.items():
        yield Naskah(id=id_baris("naskah", f"2023/{bagian}"), tahun=2023, bagian=bagian, isi=teks(*isi))
