"""Computes what law.json and leads.json beside this file expect, from the paper's table 10 and table 1, by a program of
its own in float64 (NumPy alone; formulas: src/site/markdown/science.md, section 6).

    python3 law.py
"""

import json
import sys
from math import comb
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
LAW = json.loads((HERE / "law.json").read_text())["law"]
LEADS = json.loads((HERE / "leads.json").read_text())
RESAMPLES = 100_000


def r_squared(delay, fitted):
    return 1 - ((delay - fitted) ** 2).sum() / ((delay - delay.mean()) ** 2).sum()


def law(weight_decay, delay):
    paper = (weight_decay * delay).mean()
    least_squares = (delay / weight_decay).sum() / (1 / weight_decay**2).sum()
    return {
        "C": paper,
        "r2": r_squared(delay, paper / weight_decay),
        "leastSquaresC": least_squares,
        "leastSquaresR2": r_squared(delay, least_squares / weight_decay),
        "logLogSlope": np.polyfit(np.log(weight_decay), np.log(delay), 1)[0],
    }


def sign_test(leads):
    """Exact and two-sided; a lead of 0 says nothing."""
    nonzero = leads[leads != 0]
    rarer = int(min((nonzero > 0).sum(), (nonzero < 0).sum()))
    return min(1.0, 2 * sum(comb(len(nonzero), i) for i in range(rarer + 1)) / 2 ** len(nonzero))


def bootstrap(leads, rng):
    """Percentile interval of the mean."""
    means = rng.choice(leads, (RESAMPLES, len(leads))).mean(1)
    return np.percentile(means, [2.5, 97.5])


def main():
    worst = 0.0
    for p, golden in LAW.items():
        here = law(np.array(golden["weightDecay"]), np.array(golden["delay"]))
        apart = max(abs(here[key] / golden[key] - 1) for key in here)
        print(f"law, p = {p}: within {apart:.1e}")
        worst = max(worst, apart)

    golden = LEADS["leadSummary"]
    leads = np.array([run["lead"] for run in LEADS["leads"]], dtype=float)
    primes = sorted({run["p"] for run in LEADS["leads"]})
    clustered = np.array([np.mean([run["lead"] for run in LEADS["leads"] if run["p"] == p]) for p in primes])
    exact = {"n": len(leads), "mean": leads.mean(), "signTestTwoSided": sign_test(leads),
             "primeClusteredMean": clustered.mean()}
    apart = max(abs(exact[key] / golden[key] - 1) for key in exact)
    print(f"leads: within {apart:.1e}")
    worst = max(worst, apart)

    # The golden intervals are the paper's, rounded, and a bootstrap has luck of its own.
    rng = np.random.default_rng(1)
    for name, values in (("bootstrap95", leads), ("primeClustered95", clustered)):
        interval = bootstrap(values, rng)
        print(f"{name}: {interval.round(1).tolist()}, golden {golden[name]}")
        worst = max(worst, 0.0 if np.abs(interval - golden[name]).max() <= 30 else 1.0)
    sys.exit(0 if worst < 1e-9 else 1)


main()
