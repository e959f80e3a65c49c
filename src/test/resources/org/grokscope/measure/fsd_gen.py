"""FSD_gen on S5 in float64, independently of Grokscope: writes fsd_gen.json beside itself.

The irreps are not Young's orthogonal form. They are found inside the regular representation: the projector of an
irrep onto the functions on the group, from its character alone,

    E_rho = (d/|G|) sum_h chi(h) L_h,    (L_h f)(g) = f(h^-1 g),

and characters come from Frobenius' formula. With P_j(rho) = (d/|G|) ||sum_c phi(c) rho(c)||_F^2, Plancherel gives
P_j(rho) = ||E_rho phi||^2.
"""
import itertools
import json
import os

import numpy as np

N = 5
ELEMENTS = list(itertools.permutations(range(N)))
INDEX = {g: i for i, g in enumerate(ELEMENTS)}
ORDER = len(ELEMENTS)
PARTITIONS = [(4, 1), (3, 2), (3, 1, 1), (2, 2, 1), (2, 1, 1, 1), (1, 1, 1, 1, 1)]


def compose(a, b):
    return tuple(a[b[i]] for i in range(N))


def inverse(a):
    out = [0] * N
    for i, v in enumerate(a):
        out[v] = i
    return tuple(out)


def cycle_type(g):
    seen, lengths = set(), []
    for start in range(N):
        length, i = 0, start
        while i not in seen:
            seen.add(i)
            i = g[i]
            length += 1
        if length:
            lengths.append(length)
    return tuple(sorted(lengths, reverse=True))


def character(partition, lengths):
    """Frobenius: the coefficient of x^(lambda + rho) in the Vandermonde product times the power sums."""
    k = len(partition)
    poly = {}
    for sigma in itertools.permutations(range(k)):
        sign = (-1) ** sum(sigma[i] > sigma[j] for i in range(k) for j in range(i + 1, k))
        poly[tuple(k - 1 - s for s in sigma)] = sign
    for length in lengths:
        product = {}
        for exponents, value in poly.items():
            for i in range(k):
                e = list(exponents)
                e[i] += length
                product[tuple(e)] = product.get(tuple(e), 0) + value
        poly = product
    return poly.get(tuple(partition[i] + k - 1 - i for i in range(k)), 0)


def projectors():
    types = [cycle_type(g) for g in ELEMENTS]
    found = []
    for partition in PARTITIONS:
        chi = np.array([character(partition, t) for t in types], dtype=float)
        d = chi[INDEX[tuple(range(N))]]
        E = np.zeros((ORDER, ORDER))
        for row, g in enumerate(ELEMENTS):
            for column, x in enumerate(ELEMENTS):
                # (E f)(g) = (d/|G|) sum_h chi(h) f(h^-1 g); x = h^-1 g, so h = g x^-1.
                E[row, column] = d / ORDER * chi[INDEX[compose(g, inverse(x))]]
        assert np.allclose(E @ E, E)
        found.append((partition, d, E))
    return found


def measure(phi, found):
    power = np.array([[np.sum((E @ row) ** 2) / d ** 2 for _, d, E in found] for row in phi])
    constant = phi.sum(axis=1)
    # The scale of |sum phi e^-i..|^2, as on the cyclic group: |G| P / d^2.
    silent = ORDER * power.sum(axis=1) <= 1e-12 * constant ** 2
    F = len(found)
    result = {"power": (ORDER * power).tolist(), "fsd": {}}
    for K in (1, 2, 3, 5):
        part = np.zeros(F)
        for j, row in enumerate(power):
            if not silent[j]:
                for k in sorted(range(F), key=lambda k: (-row[k], k))[:K]:
                    part[k] += 1 / len(phi)
        result["fsd"][str(K)] = (part.max() - K / F) / (1 - K / F)
        if K == 1:
            result["peak"] = int(part.argmax()) + 1
    ranks = []
    for j, row in enumerate(power):
        if not silent[j]:
            ordered = np.sort(row)[::-1].cumsum()
            ranks.append(int(np.argmax(ordered >= 0.9 * row.sum())) + 1)
    result["medianRank"] = float(np.median(ranks))
    spectrum = np.abs(np.fft.fft(phi, axis=1)[:, 1:ORDER // 2 + 1]) ** 2
    counts = np.bincount(spectrum.argmax(axis=1)[~silent], minlength=ORDER // 2)
    F = ORDER // 2
    result["cyclic"] = (counts.max() / len(phi) - 1 / F) / (1 - 1 / F)
    return result


def main():
    found = projectors()
    random = np.random.default_rng(19)
    cases = {}
    noise = random.normal(size=(24, ORDER))
    cases["noise"] = noise
    shared = np.stack([(found[j % 3][2] @ random.normal(size=ORDER)) * (1 + j) + 0.2 * random.normal(size=ORDER) + j
                       for j in range(24)])
    cases["three irreps"] = shared
    one = np.stack([found[2][2] @ random.normal(size=ORDER) for _ in range(16)])
    one[3] = 2.5
    cases["one irrep and a silent neuron"] = one
    out = {"irreps": ["(" + ",".join(map(str, p)) + ")" for p, _, _ in found], "cases": {}}
    for name, phi in cases.items():
        phi = np.round(phi, 6)
        out["cases"][name] = {"phi": phi.tolist(), **measure(phi, found)}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fsd_gen.json")
    with open(path, "w") as f:
        json.dump(out, f)
        f.write("\n")


if __name__ == "__main__":
    main()
