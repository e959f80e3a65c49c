"""Loads @FILE@ into a torch module whose parameters have the same names.

    pip install torch safetensors
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

P, BLOCKS, WIDTH, HEADS, HIDDEN = @P@, @BLOCKS@, @WIDTH@, @HEADS@, @HIDDEN@
KIND, NORM, BIASES = @KIND@, @NORM@, @BIASES@
ACTIVATION = {"gelu": nn.functional.gelu, "relu": torch.relu, "square": torch.square}[@ACTIVATION@]


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=BIASES == "all")
        self.output = nn.Linear(WIDTH, WIDTH, bias=BIASES == "all")

    def forward(self, x):
        q, k, v = self.qkv(x).unflatten(-1, (3, HEADS, WIDTH // HEADS)).permute(2, 0, 3, 1, 4)
        heard = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=@CAUSAL@)
        return self.output(heard.transpose(1, 2).flatten(2))


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.up = nn.Linear(WIDTH, HIDDEN, bias=BIASES != "none")
        self.down = nn.Linear(HIDDEN, WIDTH, bias=BIASES != "none")

    def forward(self, x):
        return self.down(ACTIVATION(self.up(x)))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        norm = nn.Identity if NORM == "none" else lambda: nn.LayerNorm(WIDTH)
        if KIND != "mlp-only":
            self.ln1, self.attention = norm(), Attention()
        if KIND != "attention-only":
            self.ln2, self.mlp = norm(), Mlp()

    def forward(self, x):
        for norm, sublayer in ((getattr(self, "ln1", None), getattr(self, "attention", None)),
                               (getattr(self, "ln2", None), getattr(self, "mlp", None))):
            if sublayer is not None:
                x = norm(x + sublayer(x)) if NORM == "post" else x + sublayer(norm(x))
        return x


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.token_embedding = nn.Embedding(@TOKENS@, WIDTH)
        self.position_embedding = nn.Embedding(@POSITIONS@, WIDTH)
        self.blocks = nn.Sequential(*(Block() for _ in range(BLOCKS)))
        self.final_norm = nn.LayerNorm(WIDTH) if NORM == "pre" else nn.Identity()
        self.head = nn.Linear(WIDTH, P, bias=BIASES == "all")

    def forward(self, tokens):
        x = self.token_embedding(tokens) + self.position_embedding.weight
        return self.head(self.final_norm(self.blocks(x)))


def load():
    network = Network()
    network.load_state_dict(load_file(Path(__file__).with_name(@FILE@)))
    return network


def questions():
    """All pairs as tokens, pair a * P + b; the signs that are no operands are the tokens from P on."""
    tokens = torch.full((P * P, @POSITIONS@), P)
    if @POSITIONS@ == 4:
        tokens[:, 1] = P + 1
    tokens[:, 0] = torch.arange(P).repeat_interleave(P)
    tokens[:, @SECOND@] = torch.arange(P).repeat(P)
    return tokens


if __name__ == "__main__":
    with torch.no_grad():
        print(load()(questions())[:, -1])
