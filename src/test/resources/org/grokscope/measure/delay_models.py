"""Computes delay_models.json beside this file: three forms of the delay after a fork, fitted to single branches on the
logarithm, and their AICc, by a program of its own in float64 (Python alone; formulas: src/site/markdown/science.md,
section 6).

    python3 delay_models.py > delay_models.json
"""

import json
from math import exp, log

CASES = {
    "inverse": ([1, 1, 1, 2, 2, 2, 3, 3, 3, 5, 5, 5], [2300, 2100, 2500, 1150, 1050, 1220, 790, 700, 760, 470, 440, 480]),
    "shallower": ([1, 1, 2, 2, 3, 3, 5, 5, 10, 10], [1800, 2100, 1020, 1210, 820, 900, 560, 600, 350, 380]),
    "waiting": ([1, 1, 2, 2, 3, 3, 5, 5, 10, 10], [1210, 1180, 700, 720, 540, 530, 400, 410, 305, 298]),
    "early": ([1, 1, 2, 2, 3, 3, 5, 5], [2000, 2050, 900, 880, 540, 520, 240, 250]),
    "three": ([1, 2, 5], [1000, 500, 230]),
}


def mean(values):
    return sum(values) / len(values)


def aicc(residuals, parameters):
    n, k = len(residuals), parameters + 1
    if n - k - 1 <= 0:
        return None
    return n * log(sum(r * r for r in residuals) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1)


def inverse(x, y):
    log_c = mean([b + a for a, b in zip(x, y)])
    return {"constant": exp(log_c), "aicc": aicc([b - log_c + a for a, b in zip(x, y)], 1)}


def power(x, y):
    mx, my = mean(x), mean(y)
    alpha = -sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)
    log_c = my + alpha * mx
    residuals = [b - log_c + alpha * a for a, b in zip(x, y)]
    return {"constant": exp(log_c), "exponent": alpha, "aicc": aicc(residuals, 2)}


def offset(x, y):
    """By Gauss and Newton in (log C, r), from the best of a coarse grid on; b = r C."""
    u = [exp(-a) for a in x]

    def profile(r):
        rest = [b - log(v + r) for b, v in zip(y, u)]
        m = mean(rest)
        return sum((q - m) ** 2 for q in rest)

    r = min((-min(u) + exp(-12 + 17 * i / 1999) for i in range(2000)), key=profile)
    log_c = mean([b - log(v + r) for b, v in zip(y, u)])
    for _ in range(500):
        e = [b - log_c - log(v + r) for b, v in zip(y, u)]
        g = [1 / (v + r) for v in u]
        # Normal equations of e = dlog_c + g dr.
        n, sg, sgg = len(e), sum(g), sum(q * q for q in g)
        se, sge = sum(e), sum(p * q for p, q in zip(g, e))
        determinant = n * sgg - sg * sg
        log_c += (se * sgg - sg * sge) / determinant
        r += (n * sge - sg * se) / determinant
    e = [b - log_c - log(v + r) for b, v in zip(y, u)]
    return {"constant": exp(log_c), "offset": r * exp(log_c), "aicc": aicc(e, 2)}


def main():
    result = {}
    for name, (decay, delay) in CASES.items():
        x, y = [log(v) for v in decay], [log(v) for v in delay]
        result[name] = {"weightDecay": decay, "delay": delay, "inverse": inverse(x, y), "power": power(x, y),
                        "offset": offset(x, y)}
    print(json.dumps(result, indent=1))


main()
