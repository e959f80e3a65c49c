"""The network of Grokscope as a PyTorch textbook would write it, to be timed beside it.

Addition modulo 97: tokens [a, b, separator], a pre-LayerNorm transformer of two blocks, AdamW on batches of 512. Says
"ready" after warming up; then each line on standard input is a number of seconds to train for, and is answered by the
steps taken and the seconds they took.
"""

import argparse
import math
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)

    def forward(self, x):
        pairs, positions, width = x.shape
        q, k, v = (
            part.view(pairs, positions, self.heads, width // self.heads).transpose(1, 2)
            for part in self.qkv(x).split(width, dim=2)
        )
        weights = F.softmax(q @ k.transpose(-2, -1) / math.sqrt(width // self.heads), dim=-1)
        heard = (weights @ v).transpose(1, 2).contiguous().view(pairs, positions, width)
        return self.output(heard)


class Mlp(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)

    def forward(self, x):
        return self.down(F.gelu(self.up(x)))


class Block(nn.Module):
    def __init__(self, width, heads, hidden):
        super().__init__()
        self.ln1 = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.ln2 = nn.LayerNorm(width)
        self.mlp = Mlp(width, hidden)

    def forward(self, x):
        x = x + self.attention(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class Transformer(nn.Module):
    def __init__(self, p, width=128, heads=4, hidden=512, blocks=2):
        super().__init__()
        self.token_embedding = nn.Embedding(p + 1, width)
        self.position_embedding = nn.Embedding(3, width)
        self.blocks = nn.ModuleList(Block(width, heads, hidden) for _ in range(blocks))
        self.final_norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, p)
        for linear in (module for module in self.modules() if isinstance(module, nn.Linear)):
            bound = 1 / math.sqrt(linear.in_features)
            nn.init.uniform_(linear.weight, -bound, bound)
            nn.init.uniform_(linear.bias, -bound, bound)

    def forward(self, tokens):
        x = self.token_embedding(tokens) + self.position_embedding.weight
        for block in self.blocks:
            x = block(x)
        return self.head(self.final_norm(x[:, -1]))


def batches(tokens, answers, size):
    """The training pairs in random order, again and again; the last short batch of an epoch is dropped."""
    while True:
        order = torch.randperm(len(tokens))
        for start in range(0, len(order) - size + 1, size):
            chosen = order[start : start + size]
            yield tokens[chosen], answers[chosen]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--p", type=int, default=97)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--autocast", action="store_true", help="the forward pass in bfloat16, as PyTorch chooses where")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(42)

    p = options.p
    a, b = torch.meshgrid(torch.arange(p), torch.arange(p), indexing="ij")
    tokens = torch.stack([a.flatten(), b.flatten(), torch.full((p * p,), p)], dim=1)
    answers = tokens[:, :2].sum(dim=1) % p
    train = torch.randperm(p * p)[: int(0.3 * p * p)]
    tokens, answers = tokens[train], answers[train]

    network = Transformer(p)
    forward = torch.compile(network) if options.compile else network
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, betas=(0.9, 0.999), weight_decay=1.0)
    feed = batches(tokens, answers, min(options.batch, len(tokens)))

    def step():
        inputs, targets = next(feed)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.autocast):
            loss = F.cross_entropy(forward(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    for _ in range(20):
        step()
    print("ready", flush=True)
    for line in sys.stdin:
        steps, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < float(line):
            step()
            steps += 1
        print(steps, time.perf_counter() - begin, flush=True)


if __name__ == "__main__":
    main()
