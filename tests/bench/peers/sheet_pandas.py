"""A peer of P5: `sheet_pandas.py <file> <rows> <engine>` reads a payroll into a frame and checks nothing."""

import json
import sys
import time

import pandas as pd
from memory import peak_mb


def main() -> None:
    file, rows, engine = sys.argv[1:]
    started = time.process_time()
    frame = pd.read_excel(file, engine=engine)
    seconds = time.process_time() - started
    assert len(frame) == int(rows), len(frame)
    print(json.dumps({"seconds": seconds, "peak_mb": peak_mb()}))


main()
