"""Recomputes the median Fourier rank and the FSD of checkpoints in variants of their definition, to see which, if any,
gives the numbers that arXiv 2606.12966 prints (median rank 6, 4, 3, 2, 1 at steps 500 to 2,500 and FSD 0.84 at 1,000).

    python3 paper_sizes.py RUN...        (needs numpy and safetensors)

It reads run.json and checkpoints alone and shares no code with Grokscope. Formulas: src/site/markdown/science.md.
"""

import json
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

try:
    from scipy.special import erf
except ImportError:
    from math import erf as scalar

    erf = np.vectorize(scalar)


def norm(w, name, x):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * w[name + ".weight"] + w[name + ".bias"]


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def first_block(w, pairs, p, heads):
    """Returns what the first MLP makes of the pairs: pre-activation and hidden layer, (pairs, 3, m), and its output."""
    tokens = np.concatenate([pairs, np.full((len(pairs), 1), p)], 1)
    x = w["token_embedding.weight"][tokens] + w["position_embedding.weight"]
    q, k, v = np.split(linear(w, "blocks.0.attention.qkv", norm(w, "blocks.0.ln1", x)), 3, axis=-1)
    width = x.shape[-1] // heads
    heard = []
    for head in range(heads):
        part = slice(head * width, (head + 1) * width)
        scores = q[..., part] @ k[..., part].transpose(0, 2, 1) / np.sqrt(width)
        e = np.exp(scores - scores.max(-1, keepdims=True))
        heard.append(e / e.sum(-1, keepdims=True) @ v[..., part])
    x = x + linear(w, "blocks.0.attention.output", np.concatenate(heard, -1))
    up = linear(w, "blocks.0.mlp.up", norm(w, "blocks.0.ln2", x))
    hidden = 0.5 * up * (1 + erf(up / np.sqrt(2)))
    return up, hidden, linear(w, "blocks.0.mlp.down", hidden)


class Mean:
    """Mean activation for each answer."""

    def __init__(self, p):
        self.p, self.sum, self.count = p, 0, np.zeros(p)

    def add(self, values, answers):
        one_hot = np.eye(self.p)[answers]
        self.sum = self.sum + one_hot.T @ values
        self.count += one_hot.sum(0)

    def phi(self):
        return (self.sum / np.maximum(self.count, 1)[:, None]).T


def degree(phi):
    p = phi.shape[1]
    power = np.abs(np.fft.fft(phi, axis=1)[:, 1 : p // 2 + 1]) ** 2
    chance = 1 / (p // 2)
    top = np.bincount(power.argmax(1), minlength=p // 2).max() / len(phi)
    return (top - chance) / (1 - chance)


def median_rank(phi, constant):
    p = phi.shape[1]
    power = np.abs(np.fft.fft(phi, axis=1)[:, 0 if constant else 1 : p // 2 + 1]) ** 2
    ordered = -np.sort(-power, axis=1)
    share = np.cumsum(ordered, 1) / ordered.sum(1, keepdims=True)
    return float(np.median((share < 0.9).sum(1) + 1))


def measure(run, step):
    head = json.loads((run / "run.json").read_text())["configuration"]
    p, heads = head["task"]["p"], head["model"]["heads"]
    file = run / "checkpoints" / f"step-{step:08d}.safetensors"
    w = {name: value.astype(np.float64) for name, value in load_file(file).items() if not name.startswith("adam.")}
    pairs = np.array([(a, b) for a in range(p) for b in range(p)])
    sign = {"add": 1, "subtract": -1}[head["task"]["operation"]]
    answers = (pairs[:, 0] + sign * pairs[:, 1]) % p
    sites = {name: Mean(p) for name in ("hidden", "before GELU", "MLP output", "three positions", "30% of pairs")}
    some = np.random.default_rng(0).permutation(p * p) < int(0.3 * p * p)
    for start in range(0, p * p, 1024):
        chunk = slice(start, start + 1024)
        up, hidden, out = first_block(w, pairs[chunk], p, heads)
        sites["hidden"].add(hidden[:, 2], answers[chunk])
        sites["before GELU"].add(up[:, 2], answers[chunk])
        sites["MLP output"].add(out[:, 2], answers[chunk])
        sites["three positions"].add(hidden.mean(1), answers[chunk])
        sites["30% of pairs"].add(hidden[:, 2][some[chunk]], answers[chunk][some[chunk]])
    result = {"as defined": (sites["hidden"], False), "k = 0 in the total": (sites["hidden"], True)}
    result |= {name: (site, False) for name, site in sites.items() if name != "hidden"}
    result |= {name + ", k = 0 in the total": (site, True) for name, site in sites.items() if name != "hidden"}
    return {name: (median_rank(mean.phi(), constant), degree(mean.phi())) for name, (mean, constant) in result.items()}


def main():
    for argument in sys.argv[1:]:
        run = Path(argument)
        steps = sorted(int(file.stem.split("-")[1]) for file in (run / "checkpoints").glob("*.safetensors"))
        steps = [step for step in steps if step % 500 == 0]
        table = {step: measure(run, step) for step in steps}
        print(run.name, "\nmedian rank / FSD at", *steps)
        for name in table[steps[0]]:
            print(f"  {name:36}", *(f"{table[step][name][0]:5.1f}/{table[step][name][1]:.2f}" for step in steps))


main()
