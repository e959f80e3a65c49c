#!/bin/sh
# safetensors (Python, NumPy side): a transposed array is written as it lies in memory, under the shape it has when it is read.
#
# One would guess: save and load give back the values, as they did up to 0.7.0, or save refuses, as it does for torch.
# Seen (safetensors 0.8.0): the transpose of a 2 x 3 array comes back with shape (3, 2) and its values in another order, without an
#   error; so does an array in Fortran order, as scikit-learn's PCA and reads of column-major files give it. After
#   numpy.ascontiguousarray all is right. torch.save_file is not concerned: it refuses.
#   Whoever takes a network's matrices from a framework that keeps them the other way round writes a transposed checkpoint this way.
# Source: tried on 29 November 2026; github.com/safetensors/safetensors issue 825.
#
# Exit status 0 while this holds, another when it changes. Wants Python 3.11 or later with venv.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check safetensors==0.8.0 numpy==2.3.5 >&2
cat > try.py <<'PY'
import numpy
from safetensors.numpy import load, save

rows = numpy.arange(6, dtype="float32").reshape(2, 3)
for name, array in ("C order", rows), ("transpose", rows.T), ("Fortran order", numpy.asfortranarray(rows)):
    back = load(save({"weight": array}))["weight"]
    safe = load(save({"weight": numpy.ascontiguousarray(array)}))["weight"]
    print(name, "| same shape", back.shape == array.shape, "| same values", numpy.array_equal(back, array),
          "| made contiguous", numpy.array_equal(safe, array))
PY
venv/bin/python try.py | tee output
grep -qx 'C order | same shape True | same values True | made contiguous True' output
grep -qx 'transpose | same shape True | same values False | made contiguous True' output
grep -qx 'Fortran order | same shape True | same values False | made contiguous True' output
