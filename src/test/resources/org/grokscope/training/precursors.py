"""Computes precursors.json beside this file: what the precursors of grokking are for the tiny network of
../model/transformer.json, by a program of its own in float64 (NumPy alone; formulas: src/site/markdown/science.md).

    python3 precursors.py > precursors.json
"""

import json
from math import erf
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
NETWORK = json.loads((HERE / "../model/transformer.json").read_text())
WEIGHTS = {name: np.array(value, dtype=np.float64) for name, value in NETWORK["initial"].items()}
P, WIDTH, HEADS, BLOCKS = 7, 8, 2, 2
PAIRS = [(a, b) for a in range(P) for b in range(P)]
TRAINED = [i for i in range(P * P) if i % 3 == 0]
VALIDATION = [i for i in range(P * P) if i % 3 != 0]


def gelu(x):
    return 0.5 * x * (1 + np.vectorize(erf)(x / np.sqrt(2)))


def norm(w, name, x):
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
    return scaled * w[name + ".weight"] + w[name + ".bias"]


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def representation(w):
    tokens = np.array([(a, b, P) for a, b in PAIRS])
    x = w["token_embedding.weight"][tokens] + w["position_embedding.weight"]
    for block in range(BLOCKS):
        name = f"blocks.{block}."
        q, k, v = np.split(linear(w, name + "attention.qkv", norm(w, name + "ln1", x)), 3, axis=-1)
        heard = []
        for head in range(HEADS):
            part = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
            scores = q[..., part] @ k[..., part].transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS)
            heard.append(softmax(scores) @ v[..., part])
        x = x + linear(w, name + "attention.output", np.concatenate(heard, -1))
        x = x + linear(w, name + "mlp.down", gelu(linear(w, name + "mlp.up", norm(w, name + "ln2", x))))
    return norm(w, "final_norm", x[:, 2])


def spectral_entropy(x):
    eigenvalues = np.linalg.eigvalsh(np.cov(x.T, bias=True))
    shares = eigenvalues[eigenvalues > 0] / eigenvalues[eigenvalues > 0].sum()
    return float(-(shares * np.log(shares)).sum() / np.log(len(eigenvalues)))


def ildr(x, answers):
    centroids = {c: x[answers == c].mean(0) for c in set(answers)}
    between = [((centroids[c] - centroids[d]) ** 2).sum() for c in centroids for d in centroids if c < d]
    within = [((v - centroids[c]) ** 2).sum() for v, c in zip(x, answers)]
    return float(np.mean(between) / np.mean(within))


def symmetry_violation(logits, twin):
    values = []
    for i in VALIDATION:
        j = twin(*PAIRS[i])
        if j != i:
            p, q = softmax(logits[i]), softmax(logits[j])
            values.append(0.5 * ((p * np.log(p / q)).sum() + (q * np.log(q / p)).sum()))
    return float(np.mean(values))


def margin(logits, answers):
    return float(np.median([logits[i][answers[i]] - np.delete(logits[i], answers[i]).max() for i in VALIDATION]))


def gini(x):
    x = np.sort(np.array(x))
    return float(2 * (np.arange(1, len(x) + 1) * x).sum() / (len(x) * x.sum()) - (len(x) + 1) / len(x))


def loss(w, batch, answers):
    logits = linear(w, "head", representation(w))[batch]
    top = logits.max(-1, keepdims=True)
    log_sum = (top + np.log(np.exp(logits - top).sum(-1, keepdims=True)))[:, 0]
    return float((log_sum - logits[np.arange(len(batch)), [answers[i] for i in batch]]).mean())


def gradient(w, batch, answers):
    """By central differences; names in their order, one after the other."""
    out = []
    for name in w:
        for index in np.ndindex(w[name].shape):
            kept = w[name][index]
            w[name][index] = kept + 1e-5
            up = loss(w, batch, answers)
            w[name][index] = kept - 1e-5
            down = loss(w, batch, answers)
            w[name][index] = kept
            out.append((up - down) / 2e-5)
    return np.array(out)


def moved(w, step):
    result, at = {}, 0
    for name, value in w.items():
        result[name] = value - step[at : at + value.size].reshape(value.shape)
        at += value.size
    return result


def commutator_defect(w, first, second, answers, rate):
    a, b = gradient(w, first, answers), gradient(w, second, answers)
    ab = moved(w, rate * a)
    ab = moved(ab, rate * gradient(ab, second, answers))
    ba = moved(w, rate * b)
    ba = moved(ba, rate * gradient(ba, first, answers))
    difference = np.sqrt(sum(((ab[n] - ba[n]) ** 2).sum() for n in w))
    return float(difference / (np.linalg.norm(rate * a) * np.linalg.norm(rate * b)))


def primitive_root(p):
    return next(g for g in range(1, p) if len({pow(g, e, p) for e in range(p - 1)}) == p - 1)


def fsd(phi, length):
    frequencies = length // 2
    power = np.abs(np.fft.fft(phi, axis=1)[:, 1 : frequencies + 1]) ** 2
    counts = np.bincount(power.argmax(1), minlength=frequencies)
    chance = 1 / frequencies
    return float((counts.max() / len(phi) - chance) / (1 - chance)), int(counts.argmax() + 1)


def own_basis(p, seed):
    rng = np.random.default_rng(seed)
    g = primitive_root(p)
    order = [pow(g, e, p) for e in range(p - 1)]
    waves = rng.choice([2, 2, 2, 5, 3], size=24)
    phi = rng.normal(0, 0.4, (24, p))
    for neuron, k in enumerate(waves):
        for e, c in enumerate(order):
            phi[neuron, c] += np.cos(2 * np.pi * k * e / (p - 1) + neuron)
    degree, peak = fsd(phi[:, order], p - 1)
    plain, plain_peak = fsd(phi, p)
    return {"p": p, "phi": phi.tolist(), "primitiveRoot": g, "order": order, "fsdOwnBasis": degree,
            "peakOwnBasis": peak, "fsd": plain, "peak": plain_peak}


def main():
    x = representation(WEIGHTS)
    logits = linear(WEIGHTS, "head", x)
    assert np.allclose(logits.ravel(), np.array(NETWORK["logitsOnAllPairs"]).ravel(), atol=1e-9)
    add = [(a + b) % P for a, b in PAIRS]
    held = x[VALIDATION]
    result = {
        "trained": TRAINED,
        "representation": x.tolist(),
        "eigenvalues": np.linalg.eigvalsh(np.cov(x.T, bias=True)).tolist(),
        "spectralEntropy": spectral_entropy(x),
        "ildr": ildr(held, np.array(add)[VALIDATION]),
        "symmetryViolation": {
            "add": symmetry_violation(logits, lambda a, b: b * P + a),
            "multiply": symmetry_violation(logits, lambda a, b: b * P + a),
            "subtract": symmetry_violation(logits, lambda a, b: (a + 1) % P * P + (b + 1) % P),
        },
        "validationMargin": margin(logits, add),
        "gini": {"of": [0.5, 0.1, 0.1, 0.25, 0.05], "is": gini([0.5, 0.1, 0.1, 0.25, 0.05])},
        "commutatorDefect": {
            "first": NETWORK["batches"][0],
            "second": NETWORK["batches"][1],
            "rate": 0.01,
            "is": commutator_defect(WEIGHTS, NETWORK["batches"][0], NETWORK["batches"][1], add, 0.01),
        },
        "ownBasis": [own_basis(11, 1), own_basis(13, 2), own_basis(23, 3)],
    }
    print(json.dumps(result))


main()
