#!/bin/sh
# TorchScript under Python: what a method puts into a dict that it was given is lost, and so is every buffer that it keeps there.
#
# One would guess: a dict is passed by reference, as in Python, so a compiled method that keeps its working memory in a Dict[str, Tensor]
#   makes it at the first call and finds it again at the next.
# Seen (torch 2.7.1 from PyPI): a list or dict of Python's own is copied at the border. After three calls the dict is still empty, and
#   the method made its buffer three times; nothing is said. A dict made by torch.jit.script({...}) is passed by reference: one buffer.
#   The same program called from Java or C++ with one IValue keeps its buffers, so a profile taken from Python shows costs of
#   fresh memory that it does not have.
# Source: tried on 30 November 2026.
#
# Exit status 0 while this holds, another when it changes. Wants Python 3.9 to 3.13 with venv.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check torch==2.7.1 numpy==2.2.6 >&2
cat > try.py <<'PY'
from typing import Dict

import torch


@torch.jit.script
def buffer(work: Dict[str, torch.Tensor]) -> bool:
    fresh = "buffer" not in work
    if fresh:
        work["buffer"] = torch.zeros(3)
    return fresh


own = {}
made = sum(buffer(own) for _ in range(3))
script = torch.jit.script({"other": torch.zeros(1)})
made_by_script = sum(buffer(script) for _ in range(3))
print(f"Python's dict: {len(own)} entries, buffers made {made} times")
print(f"torch.jit.script's dict: {len(script)} entries, buffers made {made_by_script} times")
raise SystemExit(0 if (len(own), made, len(script), made_by_script) == (0, 3, 2, 1) else 1)
PY
venv/bin/python try.py
