"""One module per partner; a new one joins by its own file and a line here."""

from sandbox.partner import Partner
from sandbox.partners import (
    authenticator,
    bank,
    catalogue,
    eseal,
    identity,
    labour,
    licences,
    sms,
    treasury,
    wechat,
)

PARTNERS: tuple[Partner, ...] = (
    wechat.PARTNER,
    sms.PARTNER,
    identity.PARTNER,
    bank.PARTNER,
    treasury.PARTNER,
    eseal.PARTNER,
    licences.PARTNER,
    labour.PARTNER,
    catalogue.PARTNER,
    authenticator.PARTNER,
)
