# Losses of many pairs in one native call (TorchScript, run by Readout). Logits are float32, what is made of them float64
# (whose number as a type is 7).
class Readout(Module):
    __parameters__ = []
    __buffers__ = []

    # logits (B, p), answers (B); cross-entropies in nats, (B).
    def losses(self: __torch__.Readout, logits: Tensor, answers: Tensor) -> Tensor:
        share = torch.log_softmax(logits, 1, dtype=7)
        return torch.neg(torch.squeeze(torch.gather(share, 1, torch.unsqueeze(answers, 1)), 1))

    # Returns losses, and 1 where the greatest logit, of equals the lowest answer's, is the right one's: (2, B).
    def score(self: __torch__.Readout, logits: Tensor, answers: Tensor) -> Tensor:
        losses = self.losses(logits, answers)
        return torch.stack([losses, torch.eq(torch.argmax(logits, 1), answers).to(losses.dtype)])

    # x (B, d), behind the last block; norm and head: weight, then bias.
    def read_out(self: __torch__.Readout, x: Tensor, norm: Tensor, norm_bias: Tensor, head: Tensor, head_bias: Tensor) -> Tensor:
        return torch.addmm(head_bias, torch.layer_norm(x, [x.size(1)], norm, norm_bias, 1e-5), torch.t(head))

    # residual and output (B, d): the last MLP's x and x + down(h); rows (p + 1, d): down(h') of each answer, then of the
    # mean; trained (T): which pairs are trained on. Returns the losses with the key frequencies alone, of all pairs, then
    # those without them, of the trained ones, (B + T).
    def key_frequencies(self: __torch__.Readout, residual: Tensor, output: Tensor, rows: Tensor, answers: Tensor, trained: Tensor, norm: Tensor, norm_bias: Tensor, head: Tensor, head_bias: Tensor) -> Tensor:
        kept = torch.index_select(rows, 0, answers)
        restricted = self.read_out(residual + kept, norm, norm_bias, head, head_bias)
        rest = torch.index_select(output - kept, 0, trained).add_(rows[-1])
        excluded = self.read_out(rest, norm, norm_bias, head, head_bias)
        return torch.cat([self.losses(restricted, answers), self.losses(excluded, torch.index_select(answers, 0, trained))])
