"""Computes networks.json beside this file: logits, loss and gradients of small networks of every kind the settings can
make, by a program of its own in float64 (NumPy alone; formulas: src/site/markdown/science.md, section 2). Gradients are
central differences.

    python3 networks.py           says how far the file is from what is computed
    python3 networks.py --write   writes the file
"""

import json
import sys
from math import erf
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("networks.json")
P, WIDTH, HEADS, MLP = 5, 4, 2, 6
PAIRS = np.array([0, 3, 7, 8, 12, 14, 19, 21, 22])
PAPER = {"kind": "full", "blocks": "2", "activation": "gelu", "norm": "pre", "mask": "none", "biases": "all",
         "sequence": "equals"}
NANDA = {"blocks": "1", "activation": "relu", "norm": "none", "mask": "causal", "biases": "mlp"}
CASES = {
    "paper": {},
    "relu": {"activation": "relu"},
    "square": {"activation": "square"},
    "no norm": {"norm": "none"},
    "norm behind": {"norm": "post"},
    "causal": {"mask": "causal"},
    "biases in the MLP": {"biases": "mlp"},
    "no biases": {"biases": "none"},
    "a pair": {"sequence": "pair"},
    "an equation": {"sequence": "equation"},
    "nanda and omnigrok": NANDA,
    "nanda of two blocks": NANDA | {"blocks": "2"},
    "power": {"activation": "relu", "norm": "post", "mask": "causal", "biases": "none", "sequence": "equation"},
    "attention alone, no norm": {"kind": "attention-only", "norm": "none", "biases": "none"},
    "attention alone, norm behind": {"kind": "attention-only", "norm": "post"},
    "MLPs alone, a pair, norm behind": {"kind": "mlp-only", "norm": "post", "sequence": "pair", "activation": "square"},
    "three blocks": {"blocks": "3", "norm": "none", "mask": "causal", "biases": "none", "sequence": "equation"},
}
erf_of = np.vectorize(erf)


def shapes(case):
    """Names and shapes in the network's order."""
    everywhere, in_mlp = case["biases"] == "all", case["biases"] != "none"
    found = {"token_embedding.weight": (P + {"pair": 0, "equals": 1, "equation": 2}[case["sequence"]], WIDTH),
             "position_embedding.weight": ({"pair": 2, "equals": 3, "equation": 4}[case["sequence"]], WIDTH)}

    def norm(name, there):
        if there:
            found[name + ".weight"] = found[name + ".bias"] = (WIDTH,)

    def linear(name, outputs, inputs, bias):
        found[name + ".weight"] = (outputs, inputs)
        if bias:
            found[name + ".bias"] = (outputs,)

    for block in range(int(case["blocks"])):
        prefix = f"blocks.{block}."
        if case["kind"] != "mlp-only":
            norm(prefix + "ln1", case["norm"] != "none")
            linear(prefix + "attention.qkv", 3 * WIDTH, WIDTH, everywhere)
            linear(prefix + "attention.output", WIDTH, WIDTH, everywhere)
        if case["kind"] != "attention-only":
            norm(prefix + "ln2", case["norm"] != "none")
            linear(prefix + "mlp.up", MLP, WIDTH, in_mlp)
            linear(prefix + "mlp.down", WIDTH, MLP, in_mlp)
    norm("final_norm", case["norm"] == "pre")
    linear("head", P, WIDTH, everywhere)
    return found


def weights(case):
    """Numbers that need no file: the k-th of all is (7919 k mod 2001 - 1000) / 1000, one more in a LayerNorm's weight."""
    result, k = {}, 0
    for name, shape in shapes(case).items():
        numbers = np.arange(k, k + int(np.prod(shape)))
        k += len(numbers)
        value = (numbers * 7919 % 2001 - 1000) / 1000
        if name.split(".")[-2] in ("ln1", "ln2", "final_norm") and name.endswith("weight"):
            value = value + 1
        result[name] = value.astype(np.float32).astype(np.float64).reshape(shape)
    return result


def norm(w, name, x):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * w[name + ".weight"] + w[name + ".bias"]


def linear(w, name, x):
    return x @ w[name + ".weight"].T + w.get(name + ".bias", 0)


def attention(w, name, x, causal):
    """Rows of qkv: queries, keys, values; within each, head by head."""
    q, k, v = np.split(linear(w, name + ".qkv", x), 3, axis=-1)
    heard = []
    for head in range(HEADS):
        part = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
        scores = q[..., part] @ k[..., part].transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS)
        if causal:
            scores = np.where(np.tri(scores.shape[-1], dtype=bool), scores, -np.inf)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        heard.append(scores / scores.sum(-1, keepdims=True) @ v[..., part])
    return linear(w, name + ".output", np.concatenate(heard, axis=-1))


def mlp(w, name, x, activation):
    up = linear(w, name + ".up", x)
    hidden = {"gelu": lambda: up * 0.5 * (1 + erf_of(up / np.sqrt(2))), "relu": lambda: np.maximum(up, 0),
              "square": lambda: up**2}[activation]()
    return linear(w, name + ".down", hidden)


def logits(case, w):
    a, b = np.divmod(PAIRS, P)
    equals, operation = np.full(len(PAIRS), P), np.full(len(PAIRS), P + 1)
    tokens = {"pair": [a, b], "equals": [a, b, equals], "equation": [a, operation, b, equals]}[case["sequence"]]
    x = w["token_embedding.weight"][np.stack(tokens, axis=1)] + w["position_embedding.weight"]
    for i in range(int(case["blocks"])):
        block = f"blocks.{i}."
        parts = []
        if case["kind"] != "mlp-only":
            parts.append((block + "ln1", lambda y: attention(w, block + "attention", y, case["mask"] == "causal")))
        if case["kind"] != "attention-only":
            parts.append((block + "ln2", lambda y: mlp(w, block + "mlp", y, case["activation"])))
        for name, part in parts:
            if case["norm"] == "pre":
                x = x + part(norm(w, name, x))
            elif case["norm"] == "post":
                x = norm(w, name, x + part(x))
            else:
                x = x + part(x)
    x = x[:, -1]
    return linear(w, "head", norm(w, "final_norm", x) if case["norm"] == "pre" else x)


def loss(case, w):
    said = logits(case, w)
    top = said.max(1, keepdims=True)
    a, b = np.divmod(PAIRS, P)
    right = said[np.arange(len(PAIRS)), (a + b) % P]
    return float((top[:, 0] + np.log(np.exp(said - top).sum(1)) - right).mean())


def gradient(case, w, h=1e-5):
    result = []
    for value in w.values():
        for index in np.ndindex(value.shape):
            kept = value[index]
            value[index] = kept + h
            up = loss(case, w)
            value[index] = kept - h
            down = loss(case, w)
            value[index] = kept
            result.append((up - down) / (2 * h))
    return result


def computed():
    cases = []
    for name, differs in CASES.items():
        case = PAPER | differs
        w = weights(case)
        cases.append({"name": name, "settings": case, "loss": round(loss(case, w), 9),
                      "logits": [round(value, 7) for value in logits(case, w).ravel()],
                      "gradient": [round(value, 7) for value in gradient(case, w)]})
    return {"p": P, "width": WIDTH, "heads": HEADS, "mlpWidth": MLP, "pairs": PAIRS.tolist(), "cases": cases}


def main():
    now = computed()
    if "--write" in sys.argv:
        # A line a case.
        lines = ",\n".join(json.dumps(case) for case in now.pop("cases"))
        FILE.write_text(json.dumps(now)[:-1] + ', "cases": [\n' + lines + "\n]}\n")
        return
    apart = 0
    for case, written in zip(now["cases"], json.loads(FILE.read_text())["cases"], strict=True):
        distance = max(np.abs(np.array(case[key]) - written[key]).max() for key in ("loss", "logits", "gradient"))
        print(f"{case['name']}: within {distance:.1e}")
        apart = max(apart, distance)
    sys.exit(0 if apart < 1e-6 else 1)


main()
