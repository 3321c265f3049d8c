"""The floor of what people see at once: whoever looks at something hears that it moved, over a WebSocket.

What is heard is only "this has come to number n". The thing itself is read over HTTP, where rights are asked and
nothing is lost: a socket may lose, double and swap what it carries (docs/adr/0025).
"""
