#!/bin/sh
# resvg_py (Python bindings of resvg): an SVG whose size is in millimetres is refused, because its usual resolution is 0.
#
# One would guess: svg_to_bytes(svg_string=...) draws width="85mm" at 96 pixels an inch, as resvg itself and browsers do.
# Seen (resvg_py 0.5.0): "SVG has an invalid size" for every physical unit (mm, cm, in, pt), while the same drawing with
#   width="321" is taken; with dpi=96 the millimetres are taken, too. The sentence points at the file and not at the caller.
# Source: tried on 29 November 2026.
#
# Exit status 0 while this holds, another when it changes. Wants Python 3.9 or later with venv.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check resvg_py==0.5.0 >&2
cat > try.py <<'PY'
import resvg_py

def drawn(size, **more):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    try:
        return len(resvg_py.svg_to_bytes(svg_string=svg, **more)) > 0
    except Exception as problem:
        return str(problem)

for size in ("100", "26mm", "1in", "72pt"):
    print(size, "|", drawn(size), "|", drawn(size, dpi=96))
PY
venv/bin/python try.py | tee output
grep -qx '100 | True | True' output && grep -qx '26mm | SVG has an invalid size | True' output && grep -qx '1in | SVG has an invalid size | True' output
