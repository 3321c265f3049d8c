"""Whose issues are trusted: the certificates that the e-seal platform gave this stage."""

from asn1crypto import pem, x509

from mashangban.kernel.secret_store import secret
from mashangban.kernel.settings import settings


def trusted() -> list[bytes]:
    """Certificates (DER) whose SM2 seals are trusted here; none where no e-seal platform is joined."""
    try:
        bundle = secret("eseal-roots")
    except KeyError:
        return []
    found = [content for _, _, content in pem.unarmor(bundle, multiple=True)]
    return [one for one in found if not (settings().production and _is_sample(one))]


def _is_sample(certificate: bytes) -> bool:
    """The sandbox's root says 样章; its key is no secret, so nobody's seal may rest on it outside of a trial."""
    return "样章" in str(x509.Certificate.load(certificate).subject.native.get("common_name", ""))
