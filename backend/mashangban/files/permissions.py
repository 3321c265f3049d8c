"""Whoever is signed in uploads, and sees what they uploaded; others see a file through the domain that points to it."""

from mashangban.kernel.permissions import Permission, Role

UPLOAD = Permission("files:file:upload", "上传文件", roles=frozenset({Role.PERSON}))
READ = Permission("files:file:read", "查看自己上传的文件", roles=frozenset({Role.PERSON}))
