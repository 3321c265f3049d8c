"""`python -m sandbox --host 127.0.0.1 --port 8090 --data .local/sandbox`"""

import argparse
import signal
import threading
from pathlib import Path

from sandbox.keys import read_keys, secrets_folder
from sandbox.server import Sandbox, serve


def main() -> None:
    """Serve until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--data", type=Path, default=Path(".local/sandbox"))
    parser.add_argument("--secrets", type=Path, default=secrets_folder(), help="folder of the shared keys")
    options = parser.parse_args()
    sandbox = Sandbox(options.data, read_keys(options.secrets))
    server = serve(sandbox, options.host, options.port)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"partner sandbox on http://{options.host}:{server.port}/", flush=True)
    stopping.wait()
    server.shutdown()
    server.server_close()
    sandbox.close()


if __name__ == "__main__":
    main()
