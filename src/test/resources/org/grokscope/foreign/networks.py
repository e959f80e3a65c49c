"""Writes the small networks of this folder that test how other programs' networks are read, and what they answer.

    pip install torch==2.7.1 "transformer_lens<4"
    python networks.py

Each learns addition modulo 5. networks.json holds the logits of all 25 pairs at each saved step, and for those with AdamW's
state the loss of the next steps on all training pairs.
"""

import json
import random

import torch
from torch import nn
from transformer_lens import HookedTransformer, HookedTransformerConfig

P = 5
PAIRS = torch.tensor([(a, b, P) for a in range(P) for b in range(P)])
ANSWERS = (PAIRS[:, 0] + PAIRS[:, 1]) % P
FURTHER_STEPS = 12


def lens(norm, activation, attention, biases, seed):
    torch.manual_seed(seed)
    network = HookedTransformer(HookedTransformerConfig(
        n_layers=1, d_model=8, d_head=4, n_heads=2, d_mlp=16, d_vocab=P + 1, d_vocab_out=P, n_ctx=3,
        act_fn=activation, normalization_type=norm, attention_dir=attention, seed=seed, device="cpu"))
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if "b_" in name and biases or ".ln" in name or name.startswith("ln"):
                parameter.add_(0.3 * torch.randn_like(parameter))
            elif "W_" in name:
                parameter.copy_(torch.randn_like(parameter) * 0.5)
    return network


class Measures(nn.Module):
    """The network of the progress-measures paper under the names of its code."""

    class Holder(nn.Module):
        pass

    def __init__(self, width=8, heads=2, hidden=16):
        super().__init__()
        self.embed, self.pos_embed, self.unembed = self.Holder(), self.Holder(), self.Holder()
        holder = self.Holder()
        holder.attn, holder.mlp = self.Holder(), self.Holder()
        draw = lambda *shape: nn.Parameter(torch.randn(*shape) / width**0.5)
        self.embed.W_E = draw(width, P + 1)
        self.pos_embed.W_pos = draw(3, width)
        holder.attn.W_K = draw(heads, width // heads, width)
        holder.attn.W_Q = draw(heads, width // heads, width)
        holder.attn.W_V = draw(heads, width // heads, width)
        holder.attn.W_O = draw(width, width)
        holder.attn.register_buffer("mask", torch.tril(torch.ones(3, 3)))
        holder.mlp.W_in = draw(hidden, width)
        holder.mlp.b_in = nn.Parameter(torch.zeros(hidden))
        holder.mlp.W_out = draw(width, hidden)
        holder.mlp.b_out = nn.Parameter(torch.zeros(width))
        self.blocks = nn.ModuleList([holder])
        self.unembed.W_U = draw(width, P + 1)

    def forward(self, tokens):
        x = self.embed.W_E.T[tokens] + self.pos_embed.W_pos
        block = self.blocks[0]
        q, k, v = (torch.einsum("ihd,bpd->biph", weight, x)
                   for weight in (block.attn.W_Q, block.attn.W_K, block.attn.W_V))
        scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
        weights = scores.masked_fill(block.attn.mask == 0, float("-inf")).softmax(-1)
        heard = (weights @ v).transpose(1, 2).flatten(2)
        x = x + heard @ block.attn.W_O.T
        x = x + torch.relu(x @ block.mlp.W_in.T + block.mlp.b_in) @ block.mlp.W_out.T + block.mlp.b_out
        return x @ self.unembed.W_U


class Encoder(nn.Module):
    """Torch's own encoder, as a person would put it together."""

    def __init__(self, norm_first, activation, blocks):
        super().__init__()
        self.tokens = nn.Embedding(P + 1, 8)
        self.positions = nn.Parameter(torch.randn(1, 3, 8))
        layer = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, activation=activation, batch_first=True,
                                           norm_first=norm_first)
        self.encoder = nn.TransformerEncoder(layer, blocks, norm=nn.LayerNorm(8) if norm_first else None,
                                             enable_nested_tensor=False)
        self.out = nn.Linear(8, P)

    def forward(self, tokens):
        return self.out(self.encoder(self.tokens(tokens) + self.positions))


def logits(network):
    with torch.no_grad():
        return network(PAIRS)[:, -1, :P].double().flatten().tolist()


def loss(network, train):
    """Of the p answers: a network that can also answer "=" is asked for no less."""
    return nn.functional.cross_entropy(network(PAIRS)[train, -1, :P], ANSWERS[train])


def step(network, optimizer, train):
    value = loss(network, train)
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


def main():
    results = {}

    network = lens("LN", "gelu", "bidirectional", True, 1)
    torch.save(network.state_dict(), "lens-300.pth")
    results["lens-300"] = {"300": logits(network)}

    series = [lens(None, "relu", "causal", False, seed) for seed in (2, 3)]
    torch.save({"state_dicts": [each.state_dict() for each in series], "epochs": [0, 100],
                "train_indices": torch.tensor([24, 0, 7, 3, 11, 12])}, "lens-series.pth")
    results["lens-series"] = {"0": logits(series[0]), "100": logits(series[1])}

    torch.manual_seed(4)
    network = Measures()
    random.seed(0)
    pairs = [(a, b, P) for a in range(P) for b in range(P)]
    random.shuffle(pairs)
    train = torch.tensor([a * P + b for a, b, _ in pairs[:12]])
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-2, weight_decay=1.0, betas=(0.9, 0.98))
    torch.save({"model": network.state_dict(), "train_data": pairs[:12], "test_data": pairs[12:]}, "measures-init.pth")
    results["measures"] = {"0": logits(network)}
    for _ in range(20):
        step(network, optimizer, train)
    torch.save({"model": network.state_dict(), "train_loss": loss(network, train), "epoch": 20,
                "optimizer": optimizer.state_dict()}, "measures-20.pth")
    results["measures"]["20"] = logits(network)
    results["measures"]["losses"] = [step(network, optimizer, train) for _ in range(FURTHER_STEPS)]

    torch.manual_seed(5)
    network = Encoder(True, "gelu", 2)
    torch.manual_seed(598)
    train = torch.randperm(P * P)[:12]
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.5)
    for _ in range(10):
        step(network, optimizer, train)
    torch.save({"model_state_dict": network.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
                "step": 10}, "encoder.pt")
    results["encoder"] = {"10": logits(network)}
    results["encoder"]["losses"] = [step(network, optimizer, train) for _ in range(FURTHER_STEPS)]

    torch.manual_seed(6)
    network = Encoder(False, "relu", 1)
    torch.save(network.state_dict(), "encoder-post-7.pt")
    results["encoder-post-7"] = {"7": logits(network)}

    other = Encoder(True, "gelu", 2).state_dict()
    other["out.weight"] = torch.zeros(9, 8)
    torch.save({"model": other, "step": 1}, "contradiction.pt")

    with open("networks.json", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
        file.write("\n")


main()
