"""Optional secrecy of a sent file: age encryption by a passphrase or to the receiver's public key."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_desktop.errors import Ditolak

#: A shorter passphrase is guessed in an afternoon.
SANDI_TERPENDEK = 10


@dataclass(frozen=True, slots=True)
class Kunci:
    """One of the two: a passphrase, or an age key (public "age1..." to close, "AGE-SECRET-KEY-1..." to open)."""

    sandi: str = ""
    kunci: str = ""

    def __repr__(self) -> str:
        return "Kunci(…)"  # never in a log


def tersandi(kepala: bytes) -> bool:
    """True when these first bytes are of an age file."""
    return kepala.startswith(b"age-encryption.org/")


def tutup(isi: bytes, kunci: Kunci) -> bytes:
    """Encrypt; raises Ditolak for a weak passphrase or a key that is none."""
    import pyrage

    if kunci.kunci:
        try:
            penerima = pyrage.x25519.Recipient.from_str(kunci.kunci.strip())
        except pyrage.RecipientError as e:
            raise Ditolak("Kunci penerima tidak dikenal.", "Kunci itu diawali age1, satu baris, tanpa spasi.") from e
        return bytes(pyrage.encrypt(isi, [penerima]))
    if len(kunci.sandi) < SANDI_TERPENDEK:
        raise Ditolak(f"Kata sandi paling sedikit {SANDI_TERPENDEK} huruf.", "Pakai beberapa kata yang mudah diingat.")
    return bytes(pyrage.passphrase.encrypt(isi, kunci.sandi))


def buka(isi: bytes, kunci: Kunci) -> bytes:
    """Decrypt; raises Ditolak for a wrong key and for a single changed bit."""
    import pyrage

    try:
        if kunci.kunci:
            return bytes(pyrage.decrypt(isi, [pyrage.x25519.Identity.from_str(kunci.kunci.strip())]))
        return bytes(pyrage.passphrase.decrypt(isi, kunci.sandi))
    except (pyrage.DecryptError, pyrage.IdentityError) as e:
        raise Ditolak("Kiriman tersandi tidak dapat dibuka: kuncinya salah atau berkasnya berubah.") from e


def kunci_baru() -> tuple[str, str]:
    """A new pair of keys: (public, to be handed out; secret, to be kept)."""
    import pyrage

    rahasia = pyrage.x25519.Identity.generate()
    return str(rahasia.to_public()), str(rahasia)
