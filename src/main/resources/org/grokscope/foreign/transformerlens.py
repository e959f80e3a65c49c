"""Loads @FILE@ into TransformerLens.

    pip install torch safetensors "transformer_lens<4"
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from transformer_lens import HookedTransformer, HookedTransformerConfig

P = @P@


def load():
    network = HookedTransformer(HookedTransformerConfig(
        n_layers=@BLOCKS@, d_model=@WIDTH@, n_heads=@HEADS@, d_head=@WIDTH@ // @HEADS@, d_mlp=@HIDDEN@,
        attn_only=@KIND@ == "attention-only", d_vocab=@TOKENS@, d_vocab_out=P, n_ctx=@POSITIONS@,
        act_fn=@ACTIVATION@, normalization_type={"pre": "LN", "none": None}[@NORM@],
        attention_dir="causal" if @CAUSAL@ else "bidirectional", device="cpu"))
    left = network.load_state_dict(load_file(Path(__file__).with_name(@FILE@)), strict=False)
    buffers = [name for name in left.missing_keys if not name.endswith((".mask", ".IGNORE"))]
    assert not buffers and not left.unexpected_keys, left
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
