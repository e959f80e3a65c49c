"""Computes what fsd.json beside this file expects, from its activations, by a program of its own in float64 (NumPy
alone; formulas: src/site/markdown/science.md, section 4).

    python3 fsd.py
"""

import json
import sys
from pathlib import Path

import numpy as np

GOLDEN = json.loads(Path(__file__).with_name("fsd.json").read_text())


def power(phi):
    """P_j(k), k = 1..floor(p/2), of each neuron's mean activation for every answer: the DFT written out."""
    p = phi.shape[1]
    k = np.arange(1, p // 2 + 1)
    turn = np.exp(-2j * np.pi * np.outer(np.arange(p), k) / p)
    return np.abs(phi @ turn) ** 2


def strongest_first(spectrum):
    """Frequencies of each neuron, counted from 0, the strongest first; the lowest first among equals."""
    return np.argsort(-spectrum, axis=1, kind="stable")


def participation(spectrum, top):
    """Share of neurons that have a frequency among their strongest, for every frequency."""
    neurons, frequencies = spectrum.shape
    return np.bincount(strongest_first(spectrum)[:, :top].ravel(), minlength=frequencies) / neurons


def fsd(spectrum, top):
    chance = top / spectrum.shape[1]
    return (participation(spectrum, top).max() - chance) / (1 - chance)


def ranks(spectrum):
    """The fewest frequencies that hold 90% of each neuron's power."""
    shares = -np.sort(-spectrum, axis=1) / spectrum.sum(1, keepdims=True)
    return (np.cumsum(shares, axis=1) < 0.9).sum(1) + 1


def expected(case):
    spectrum = power(np.array(case["phi"]))
    rank = ranks(spectrum)
    return {
        "fsd": {top: float(fsd(spectrum, int(top))) for top in case["fsd"]},
        "peakFrequency": int(participation(spectrum, 1).argmax()) + 1,
        "medianRank": float(np.median(rank)),
        "rank1Fraction": float((rank == 1).mean()),
        "meanRank1R2": float((spectrum.max(1) / spectrum.sum(1)).mean()),
    }


def numbers(case):
    yield from case["fsd"].values()
    yield from (case[key] for key in ("peakFrequency", "medianRank", "rank1Fraction", "meanRank1R2"))


def main():
    worst = 0.0
    for name, case in GOLDEN["cases"].items():
        apart = max(abs(a - b) for a, b in zip(numbers(expected(case)), numbers(case), strict=True))
        print(f"{name}: within {apart:.1e}")
        worst = max(worst, apart)
    sys.exit(0 if worst < 1e-12 else 1)


main()
