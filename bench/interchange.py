"""Compares the logits of networks that Grokscope wrote for other programs with its own, over all pairs.

    python bench/interchange.py FOLDER    after Interchange has filled it

Ends with 1 when they differ by more than 1e-5 of the largest logit.
"""

import importlib
import sys
import warnings
from pathlib import Path

import torch

warnings.filterwarnings("ignore")
folder = Path(sys.argv[1])
sys.path.insert(0, str(folder.resolve()))
ours = torch.tensor([float(line) for line in (folder / "logits.txt").read_text().split()])
worst = 0.0
for name in ("torch", "transformerlens"):
    if not (folder / f"{name}.py").exists():
        continue
    if name == "torch":
        # Its file is called like the library.
        spec = importlib.util.spec_from_file_location("copied_network", folder / "torch.py")
        copied = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(copied)
    else:
        copied = importlib.import_module(name)
    with torch.no_grad():
        theirs = copied.load()(copied.questions())[:, -1].flatten()
    apart = ((theirs - ours).abs().max() / ours.abs().max()).item()
    print(f"{name}: logits of {len(ours)} answers up to {ours.abs().max():.2f}, apart by {apart:.1e} of that")
    worst = max(worst, apart)
sys.exit(worst > 1e-5)
