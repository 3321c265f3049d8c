"""Calls to the servers a test started. httpx reads the machine's authorities anew for each call of its functions, which
takes longer than the call; here nobody is spoken to in secret.
"""

import ssl
from functools import partial

import httpx

_NONE = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

request = partial(httpx.request, verify=_NONE, trust_env=False)
get = partial(httpx.get, verify=_NONE, trust_env=False)
head = partial(httpx.head, verify=_NONE, trust_env=False)
post = partial(httpx.post, verify=_NONE, trust_env=False)
put = partial(httpx.put, verify=_NONE, trust_env=False)
