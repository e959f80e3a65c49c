#!/bin/sh
# CairoSVG: stroke-dasharray="none" does not undo an inherited dash.
#
# One would guess: in <g stroke-dasharray="5,3"><path stroke-dasharray="none"/></g> the path is solid, as every browser,
#   librsvg and resvg draw it.
# Seen (CairoSVG 2.9.0): the path is dashed. Batik and whatever writes attributes on groups and resets them further in
#   (exported charts do) looks right in a browser and wrong here, without a word. A path that says nothing outside a group is
#   solid: write each attribute on the mark that has it, and never rely on a reset.
# Source: tried on 29 November 2026, pixels counted along the line.
#
# Exit status 0 while this holds, another when it changes. Wants Python 3.9 or later with venv, and the library cairo.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cairosvg==2.9.0 pillow==12.0.0 >&2
cat > try.py <<'PY'
import io
import cairosvg
from PIL import Image

def solid(body):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="10">{body}</svg>'
    image = Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg.encode(), background_color="white"))).convert("L")
    return all(image.getpixel((x, 5)) < 100 for x in range(5, 95))

line = '<path d="M0 5 L100 5" stroke="black" stroke-width="4" {}/>'
print("alone", solid(line.format("")))
print("reset", solid('<g stroke-dasharray="5,3">' + line.format('stroke-dasharray="none"') + '</g>'))
PY
venv/bin/python try.py | tee output
grep -qx 'alone True' output && grep -qx 'reset False' output
