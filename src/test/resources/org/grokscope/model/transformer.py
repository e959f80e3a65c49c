"""Computes what transformer.json beside this file expects, from its initial weights and batches, by a program of its
own in float64 (NumPy alone; formulas: src/site/markdown/science.md, sections 2 to 4). Gradients are central differences.

    python3 transformer.py
"""

import json
import sys
from math import erf
from pathlib import Path

import numpy as np

GOLDEN = json.loads(Path(__file__).with_name("transformer.json").read_text())
CONFIG = GOLDEN["config"]
P, WIDTH, HEADS, BLOCKS = CONFIG["p"], CONFIG["width"], CONFIG["heads"], CONFIG["layers"]
A, B = np.divmod(np.arange(P * P), P)
TOKENS = np.stack([A, B, np.full(P * P, P)], axis=1)
ANSWERS = (A + B) % P
erf_of = np.vectorize(erf)


def weights(name):
    return {key: np.array(value, dtype=np.float64) for key, value in GOLDEN[name].items()}


def norm(w, name, x):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + CONFIG["layerNormEpsilon"]) * w[
        name + ".weight"] + w[name + ".bias"]


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def attention(w, name, x):
    """Every position sees all three. Rows of qkv: queries, keys, values; within each, head by head."""
    q, k, v = np.split(linear(w, name + ".qkv", x), 3, axis=-1)
    heard = []
    for head in range(HEADS):
        part = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
        scores = q[..., part] @ k[..., part].transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        heard.append(scores / scores.sum(-1, keepdims=True) @ v[..., part])
    return linear(w, name + ".output", np.concatenate(heard, axis=-1))


def hidden(w, name, x):
    up = linear(w, name + ".up", x)
    return up * 0.5 * (1 + erf_of(up / np.sqrt(2)))


def forward(w, pairs):
    """Returns the logits of the pairs, and the first block's hidden layer at the last position."""
    x = w["token_embedding.weight"][TOKENS[pairs]] + w["position_embedding.weight"]
    first = None
    for i in range(BLOCKS):
        block = f"blocks.{i}."
        x = x + attention(w, block + "attention", norm(w, block + "ln1", x))
        h = hidden(w, block + "mlp", norm(w, block + "ln2", x))
        first = h[:, 2] if first is None else first
        x = x + linear(w, block + "mlp.down", h)
    return linear(w, "head", norm(w, "final_norm", x[:, 2])), first


def loss(w, pairs):
    logits, _ = forward(w, pairs)
    top = logits.max(1, keepdims=True)
    log_sum = top[:, 0] + np.log(np.exp(logits - top).sum(1))
    return float((log_sum - logits[np.arange(len(pairs)), ANSWERS[pairs]]).mean())


def gradient(w, pairs, h=1e-5):
    result = {name: np.zeros_like(value) for name, value in w.items()}
    for name, value in w.items():
        for index in np.ndindex(value.shape):
            kept = value[index]
            value[index] = kept + h
            up = loss(w, pairs)
            value[index] = kept - h
            down = loss(w, pairs)
            value[index] = kept
            result[name][index] = (up - down) / (2 * h)
    return result


def adam_w(w, g, m, v, step):
    """As torch.optim.AdamW: decay first, ε after the bias correction. w, m and v change in place."""
    rate, decay = CONFIG["learningRate"], CONFIG["weightDecay"]
    beta1, beta2 = CONFIG["beta1"], CONFIG["beta2"]
    for name in w:
        m[name] = beta1 * m[name] + (1 - beta1) * g[name]
        v[name] = beta2 * v[name] + (1 - beta2) * g[name] ** 2
        root = np.sqrt(v[name] / (1 - beta2**step)) + CONFIG["epsilon"]
        w[name] = w[name] * (1 - rate * decay) - rate * m[name] / (1 - beta1**step) / root


def power(rows):
    """Power at k = 1..floor(p/2) of a DFT along the first axis."""
    return np.abs(np.fft.fft(rows, axis=0)[1 : P // 2 + 1]) ** 2


def measures(w):
    _, first = forward(w, np.arange(P * P))
    phi = np.stack([first[ANSWERS == c].mean(0) for c in range(P)])
    spectrum = power(phi).T
    counts = np.bincount(spectrum.argmax(1), minlength=P // 2)
    chance = 1 / (P // 2)
    shares = -np.sort(-spectrum, axis=1) / spectrum.sum(1, keepdims=True)
    embedding = power(w["token_embedding.weight"][:P]).sum(1)
    return {
        "fsd": (counts.max() / len(spectrum) - chance) / (1 - chance),
        "peakFrequency": int(counts.argmax()) + 1,
        "medianRank": float(np.median((np.cumsum(shares, axis=1) < 0.9).sum(1) + 1)),
        "embeddingPower": embedding / embedding.sum(),
        "weightNorm": np.sqrt(sum((value**2).sum() for value in w.values())),
    }


def learnt(name, array):
    """Leaves out the keys' biases: their true gradient is 0, and AdamW makes steps of its rounding errors."""
    return np.delete(array, slice(WIDTH, 2 * WIDTH)) if name.endswith("qkv.bias") else array


def main():
    w = weights("initial")
    apart = {"logits": np.abs(forward(w, np.arange(P * P))[0] - GOLDEN["logitsOnAllPairs"]).max()}
    for name, value in measures(w).items():
        apart[name] = np.abs(value - np.array(GOLDEN[name])).max()
    m = {name: np.zeros_like(value) for name, value in w.items()}
    v = {name: np.zeros_like(value) for name, value in w.items()}
    losses = []
    for step, batch in enumerate(GOLDEN["batches"], start=1):
        losses.append(loss(w, np.array(batch)))
        g = gradient(w, np.array(batch))
        if step == 1:
            golden = weights("firstGradient")
            apart["first gradient"] = max(np.abs(g[name] - golden[name]).max() for name in g)
        adam_w(w, g, m, v, step)
    apart["losses"] = np.abs(np.array(losses) - GOLDEN["losses"]).max()
    golden = weights("final")
    apart["weights after four steps"] = max(np.abs(learnt(name, w[name]) - learnt(name, golden[name])).max()
                                            for name in w)
    for name, distance in apart.items():
        print(f"{name}: within {distance:.1e}")
    sys.exit(0 if max(apart.values()) < 1e-6 else 1)


main()
