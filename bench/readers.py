"""Draws every kind of figure in every format, reads the files with what people read them with, and says what differs.

Started by `bench/run readers`. A reader that is not installed is left out and named. It needs Pillow and NumPy.
What is compared: pictures of SVGs and PDFs whose text is outlines against the PNG that Grokscope draws, by the picture;
the words of SVGs and PDFs whose text is text; what TeX, qpdf and Inkscape's way into LaTeX say.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

import numpy
from PIL import Image

DPI = 200
RUN, FAMILY, SEVERAL = "add-97-seed-123", "add-131-seed-42", ["add-53-seed-42", "add-97-seed-123", "add-131-seed-42"]
SEEDS = [f"sample-runs/studies/leads/add-97-seed-{seed}" for seed in (0, 1, 2, 123)]
PANELS = ["accuracy", "loss", "fsd", "fsd-top", "fsd-own-basis", "embedding-power", "median-rank", "rank-one-share",
          "restricted-loss", "spectral-entropy", "ildr", "symmetry-violation", "embedding-gini", "validation-margin",
          "commutator-defect", "weight-norm", "weight-norm-by-group"]
CIRCUITS = ["embedding", "neurons", "tokens", "ranks", "ablation", "attention", "logits"]


def figures(out):
    """Returns the words of the command line for each figure, by its name."""
    layout = out / "layout.json"
    layout.write_text(json.dumps({"columns": 2, "parts": [
        {"figure": "accuracy", "runs": [RUN]},
        {"figure": "embedding-power", "runs": [RUN]},
        {"figure": "compare", "runs": SEVERAL, "options": "--measure fsd --align grokking"},
        {"figure": "log-log", "runs": [FAMILY]}]}))
    all_of_them = {"timeline": [RUN], "timeline-overlaid": SEVERAL,
                   "timeline-log": [RUN, "--log"], "timeline-headed": [RUN, "--headings"]}
    all_of_them |= {panel: [RUN, "--figure", panel] for panel in PANELS}
    all_of_them["fsd-own-basis"] = ["multiply-97-seed-42", "--figure", "fsd-own-basis"]
    all_of_them |= {chart: [FAMILY, "--figure", chart] for chart in ["fork-law", "log-log", "fork-norm"]}
    all_of_them["compare"] = SEVERAL + ["--figure", "compare"]
    all_of_them["compare-bands"] = SEEDS + ["--figure", "compare", "--bands", "--measure", "fsd"]
    all_of_them["lead-threshold"] = SEVERAL + ["add-97-seed-42-wd-10", "--figure", "lead-threshold"]
    all_of_them |= {"circuit-" + it: [RUN, "--figure", "circuit-" + it] for it in CIRCUITS}
    all_of_them["composed"] = ["--layout", str(layout), "--preset", "double"]
    return all_of_them


def export(program, out, runs):
    lines = []
    for name, words in figures(out).items():
        for ending, more in [("svg", []), ("outlines.svg", ["--text", "outlines"]), ("embedded.svg", ["--text", "embedded"]),
                             ("pdf", []), ("outlines.pdf", ["--text", "outlines"]), ("png", ["--dpi", str(DPI)]),
                             ("pgf", []), ("csv", [])]:
            lines.append("\t".join(["export", *words, "--runs", runs, "--force", "--out", str(out / f"{name}.{ending}"), *more]))
    subprocess.run(program, input="\n".join(lines) + "\n", text=True, check=True, stdout=subprocess.DEVNULL)


def size(svg):
    """Returns the width and the height of an SVG in pixels."""
    root = xml.etree.ElementTree.parse(svg).getroot()
    return [round(float(root.get(it).removesuffix("mm")) / 25.4 * DPI) for it in ("width", "height")]


def quiet(*words, **more):
    return subprocess.run([str(it) for it in words], check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=1800,
                          text=True, errors="replace", **more).stdout


def python(code, pairs):
    """Does one thing to each pair of a file to read and one to write, in one process; goes on where it cannot."""
    code = ("import sys\nfor line in sys.stdin.read().splitlines():\n    a, b, w, h = line.split('\\t')\n    try:\n"
            + "".join(f"        {it}\n" for it in code.split("; ")) + "    except Exception as e:\n        print(a, repr(e))")
    lines = "\n".join("\t".join([str(a), str(b), *map(str, size(a) if a.suffix == ".svg" else (0, 0))]) for a, b in pairs)
    return quiet(sys.executable, "-c", code, input=lines)


def sheets(pairs):
    """Splits pairs into sheets that a browser can show at once."""
    sheet, height = [], 0
    for pair in pairs:
        if sheet and height + size(pair[0])[1] > 8000:
            yield sheet
            sheet, height = [], 0
        sheet.append(pair)
        height += size(pair[0])[1]
    yield sheet


def page(pairs, style):
    folder = pairs[0][0].parent / "sheet.html"
    folder.write_text("<!doctype html><meta charset=utf-8><style>body{margin:0}img{display:block}" + style + "</style>"
                      + "".join(f"<img src='{a.name}' style='width:{size(a)[0]}px;height:{size(a)[1]}px'>" for a, _ in pairs))
    return folder


def chromium(pairs):
    for sheet in sheets(pairs):
        html, shot = page(sheet, ""), sheet[0][1].parent / "sheet.png"
        width, height = max(size(a)[0] for a, _ in sheet), sum(size(a)[1] for a, _ in sheet)
        quiet("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
              f"--window-size={width},{height + 200}", f"--screenshot={shot}", html.as_uri())
        top = 0
        with Image.open(shot) as whole:
            for a, b in sheet:
                width, height = size(a)
                whole.crop((0, top, width, top + height)).save(b)
                top += height
        html.unlink()
        shot.unlink()


def inline(out, first, second):
    """Puts two SVGs into one page of HTML and looks whether a browser cuts nothing: shares of places that differ."""
    html, shot = out / "inline.html", out / "inline.png"
    svgs = [out / f"{name}.outlines.svg" for name in (first, second)]
    html.write_text("<!doctype html><meta charset=utf-8><style>body{margin:0}svg{display:block}</style>" + "".join(
        re.sub(r'<svg height="[^"]*"(.*?)width="[^"]*"', f'<svg style="width:{size(it)[0]}px;height:{size(it)[1]}px"\\1',
               it.read_text().split("?>", 1)[1], count=1) for it in svgs))
    quiet("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={shot}",
          f"--window-size={max(size(it)[0] for it in svgs)},{sum(size(it)[1] for it in svgs) + 200}", html.as_uri())
    top, shares = 0, []
    for name, svg in zip((first, second), svgs):
        part = out / f"inline-{name}.png"
        with Image.open(shot) as whole:
            whole.crop((0, top, size(svg)[0], top + size(svg)[1])).save(part)
        top += size(svg)[1]
        shares.append(difference(part, out / f"{name}.png"))
    return shares


def weasyprint(pairs):
    import weasyprint as printer
    for a, b in pairs:
        width, height = size(a)
        html = (f"<!doctype html><meta charset=utf-8><style>@page{{size:{width * 96 / DPI}px {height * 96 / DPI}px;margin:0}}"
                f"body{{margin:0}}img{{display:block;width:100%}}</style><img src='{a.name}'>")
        printer.HTML(string=html, base_url=a.parent.as_uri() + "/").write_pdf(b.with_suffix(".pdf"))
    poppler([(b.with_suffix(".pdf"), b) for _, b in pairs])


def inkscape(pairs):
    # It names what it draws after what stands before the last dot.
    copies = [(b.with_suffix(".svg"), a) for a, b in pairs]
    for copy, original in copies:
        shutil.copy(original, copy)
    return "\n".join(line for line in quiet("inkscape", "--export-type=png", f"--export-dpi={DPI}", "--export-background=white",
                                            *[copy for copy, _ in copies]).splitlines() if "WARNING" not in line and line.strip())


def cairosvg(pairs):
    return python("import cairosvg; cairosvg.svg2png(url=a, write_to=b, output_width=int(w), output_height=int(h),"
                  " background_color='white')", pairs)


def resvg(pairs):
    # Its dots per inch are none unless they are said, and then millimetres are nothing.
    return python(f"import resvg_py, pathlib; pathlib.Path(b).write_bytes(bytes(resvg_py.svg_to_bytes(svg_path=a, dpi={DPI},"
                  " background='white')))", pairs)


def svglib(pairs):
    said = python("from svglib.svglib import svg2rlg; from reportlab.graphics import renderPDF; "
                  "renderPDF.drawToFile(svg2rlg(a), b[:-3] + 'pdf')", pairs)
    return said + str(poppler([(b.with_suffix(".pdf"), b) for _, b in pairs if b.with_suffix(".pdf").exists()]) or "")


def rsvg(pairs):
    for a, b in pairs:
        width, height = size(a)
        quiet("rsvg-convert", "-w", width, "-h", height, "-b", "white", "-o", b, a)


def poppler(pairs):
    for a, b in pairs:
        quiet("pdftoppm", "-r", DPI, "-png", "-singlefile", a, b.with_suffix(""))


def mupdf(pairs):
    return python(f"import pymupdf; pymupdf.open(a)[0].get_pixmap(dpi={DPI}).save(b)", pairs)


def ghostscript(pairs):
    for a, b in pairs:
        quiet("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
              f"-r{DPI}", f"-sOutputFile={b}", a)


def importable(name):
    return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0


OF_SVG = [(it, shutil.which(command)) for it, command in
          [(rsvg, "rsvg-convert"), (inkscape, "inkscape"), (chromium, "chromium")]] + [
    (it, importable(module)) for it, module in
    [(cairosvg, "cairosvg"), (resvg, "resvg_py"), (weasyprint, "weasyprint"), (svglib, "svglib")]]
OF_PDF = [(poppler, shutil.which("pdftoppm")), (ghostscript, shutil.which("gs")), (mupdf, importable("pymupdf"))]


def soft(image, like):
    """Returns a picture in thirds of its pixels: what is drawn half a pixel elsewhere is the same there."""
    page = Image.new("RGB", image.size, "white")
    page.paste(image, mask=image.getchannel("A"))
    # Some round the size of a page up.
    return numpy.asarray(page.crop((0, 0, *like.size)).resize((like.width // 3, like.height // 3), Image.Resampling.BOX), dtype=numpy.int16)


def difference(png, reference):
    """Returns the share of places, in per cent, that differ by more than a quarter of all in a colour."""
    with Image.open(reference) as like, Image.open(png) as image:
        apart = numpy.abs(soft(image.convert("RGBA"), like) - soft(like.convert("RGBA"), like)).max(axis=2)
    return 100 * float((apart > 64).mean())


def words_of_svg(svg):
    root = xml.etree.ElementTree.parse(svg).getroot()
    return ["".join(it.itertext()) for it in root.iter() if it.tag.endswith("}text")]


def folded(text):
    """Letters in any order and without spaces: readers of PDFs order and space words as they like."""
    return collections.Counter(re.sub(r"\s", "", text))


def missing(wanted, found):
    return "".join(sorted((folded(wanted) - folded(found)).elements()))


def tex(out, name, engine, preamble, body):
    """Compiles a document; returns what TeX complains of, and the text of the pages."""
    folder = out / "tex"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.tex").write_text("\\documentclass{article}\n" + preamble + "\\begin{document}\n" + body + "\\end{document}\n")
    run = subprocess.run([engine, "-interaction=nonstopmode", f"{name}.tex"], cwd=folder, capture_output=True, timeout=900)
    log = (folder / f"{name}.log").read_text(errors="replace")
    said = [line for line in log.splitlines() if re.search(r"Warning|Overfull|^!|Missing character|Error", line)
            and "rerunfilecheck" not in line]
    return [f"ended with {run.returncode}"] * (run.returncode != 0) + said


def main():
    out, runs, *program = pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:]
    out.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("READ_ONLY"):
        export(program, out, runs)
    names = list(figures(out))
    pictures = out / "read"
    pictures.mkdir(exist_ok=True)
    table, faults = {}, []
    for reader, there in OF_SVG + OF_PDF:
        if not there:
            print(f"{reader.__name__} is not installed and left out")
            continue
        ending = "pdf" if (reader, there) in OF_PDF else "svg"
        read = {(name, form): (out / f"{name}.{form}", pictures / f"{name}.{form}.{reader.__name__}.png")
                for name in names for form in (f"outlines.{ending}", ending)}
        try:
            unread = [pair for pair in read.values() if not (os.environ.get("READ_ONLY") and pair[1].exists())]
            said = reader(unread) if unread else ""
            faults += [f"{reader.__name__}: {line}" for line in str(said or "").splitlines()]
        except subprocess.CalledProcessError as problem:
            faults.append(f"{reader.__name__}: {problem.stdout.strip().splitlines()[-1:]}")
        for (name, form), (_, png) in read.items():
            if png.exists():
                table[name, reader.__name__ + ("+text" if form == ending else "")] = difference(png, out / f"{name}.png")
            else:
                faults.append(f"{reader.__name__} cannot read {name}.{form}")
    readers = list(dict.fromkeys(reader for _, reader in table))
    print("Pixels that differ from Grokscope's PNG, in per cent; +text: letters as text, in the reader's typeface")
    print("| figure | " + " | ".join(readers) + " |\n|---" + "|--:" * len(readers) + "|")
    for name in names:
        print(f"| {name} | " + " | ".join(f"{table.get((name, it), float('nan')):.2f}" for it in readers) + " |")
    if shutil.which("chromium"):
        shares = inline(out, "timeline", "timeline-overlaid")
        print("Two figures inline in one page: " + " and ".join(f"{it:.2f}" for it in shares) + " per cent differ")
        faults += ["inline in one page a figure is cut"] * (max(shares) > 1)
    if shutil.which("qpdf"):
        for name in names:
            checked = subprocess.run(["qpdf", "--check", out / f"{name}.pdf"], capture_output=True, text=True)
            if checked.returncode or "WARNING" in checked.stdout + checked.stderr or "PDF Version: 1.4" not in checked.stdout:
                faults.append(f"qpdf on {name}.pdf: {checked.stdout} {checked.stderr}")
    if shutil.which("pdftotext"):
        for name in names:
            wanted = "".join(words_of_svg(out / f"{name}.svg"))
            lost = missing(wanted, quiet("pdftotext", "-layout", out / f"{name}.pdf", "-"))
            if lost:
                faults.append(f"pdftotext on {name}.pdf lacks {lost}")
    if shutil.which("pdflatex"):
        for engine in ["pdflatex", "lualatex"]:
            said = tex(out, f"pdf-{engine}", engine, "\\usepackage{graphicx}\n\\usepackage[margin=5mm]{geometry}\n",
                       "".join(f"\\noindent\\includegraphics{{../{name}.pdf}}\\clearpage\n" for name in names))
            faults += [f"{engine}, PDF: {it}" for it in said]
            said = tex(out, f"pgf-{engine}", engine, "\\usepackage{tikz}\n\\graphicspath{{../}}\\usepackage[margin=5mm]{geometry}\n",
                       "".join(f"\\noindent\\input{{../{name}.pgf}}\\clearpage\n" for name in names))
            faults += [f"{engine}, PGF: {it}" for it in said]
        if shutil.which("inkscape"):
            faults += inkscape_latex(out, names)
    print(f"{len(names)} figures; " + ("nothing else to say" if not faults else f"{len(faults)} faults:"))
    print("\n".join(dict.fromkeys(faults)))
    return 1 if faults else 0


def inkscape_latex(out, names):
    """Inkscape's PDF and LaTeX, with the preamble that the lines for LaTeX ask for; both engines, and no sign lost."""
    folder = out / "tex"
    folder.mkdir(exist_ok=True)
    preamble, faults = set(), []
    for name in names:
        shutil.copy(out / f"{name}.svg", folder / f"{name}-ink.svg")
    quiet("inkscape", "--export-type=pdf", "--export-latex", *[folder / f"{name}-ink.svg" for name in names], cwd=folder)
    for name in names:
        record = json.loads((out / f"{name}.svg.json").read_text())
        preamble |= set(re.findall(r"\\newunicodechar.*", record["latex"]))
    head = "\\usepackage{graphicx,xcolor}\n\\usepackage[margin=5mm]{geometry}\n"
    if preamble:
        head += "\\usepackage{newunicodechar}\n" + "\n".join(sorted(preamble)) + "\n"
    for engine in ["lualatex", "pdflatex"]:
        said = tex(out, f"inkscape-{engine}", engine, head, "".join(
            f"\\noindent\\input{{{name}-ink.pdf_tex}}\\clearpage\n" for name in names))
        faults += [f"{engine}, Inkscape's LaTeX: {it}" for it in said]
        pages = quiet("pdftotext", "-layout", folder / f"inkscape-{engine}.pdf", "-").split("\f")
        for name, page in zip(names, pages):
            lost = missing("".join(words_of_svg(out / f"{name}.svg")).replace("\u2019", "").replace("'", ""),
                           # As TeX's typefaces name these letters.
                           page.replace("\U0001d706", "\u03bb").replace("\u2206", "\u0394"))
            if lost:
                faults.append(f"{engine}, Inkscape's LaTeX of {name} lacks {lost}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
