# FSD under relabelled answers, all permutations in one native call (TorchScript, run by NullBand).
#
# What most neurons have as their strongest frequency is wanted as float64 finds it, but float32 finds it in half the
# time, and nearly always beyond doubt: only where the runner-up comes closer than float32 can err does float64 decide.
class Relabelling(Module):
    __parameters__ = []
    __buffers__ = []

    # cosines and sines of 2 pi k h / p (F, F), k and h from 1; x (p, m): a signal a column. Returns the power at each
    # frequency (F, m). The real part sees only x(h) + x(p - h) and the imaginary part only their difference, which halves
    # the work.
    def power(self: __torch__.Relabelling, cosines: Tensor, sines: Tensor, x: Tensor) -> Tensor:
        half = cosines.size(0)
        one = torch.slice(x, 0, 1, half + 1)
        other = torch.flip(torch.slice(x, 0, half + 1), [0])
        real = torch.addmm(torch.slice(x, 0, 0, 1), cosines, torch.add(one, other))
        imaginary = torch.mm(sines, torch.sub(one, other))
        return real.square_().add_(imaginary.square_())

    # phi (p, n); orders (N, p): place c takes the activation of answer orders[c]. Returns how many neurons agree on the
    # frequency that most have as their strongest, (N). Some permutations together, as many as stay in the cache, are one
    # product; margin is the share of the greatest power by which float32 may err.
    def agreement(self: __torch__.Relabelling, cosines: Tensor, sines: Tensor, phi: Tensor, orders: Tensor, margin: float, together: int) -> Tensor:
        half = cosines.size(0)
        neurons = phi.size(1)
        rough = torch.sub(phi, torch.mean(phi, [0], True)).to(6)
        rough_cosines = cosines.to(6)
        rough_sines = sines.to(6)
        counts = torch.zeros([half, orders.size(0)], dtype=orders.dtype, device=orders.device)
        doubts = annotate(List[Tensor], [])
        for start in range(0, orders.size(0), together):
            places = torch.slice(orders, 0, start, start + together).t()
            power = self.power(rough_cosines, rough_sines, torch.index_select(rough, 0, places.flatten()).view([phi.size(0), -1])).view([half, -1, neurons])
            leading = torch.ge(power, torch.amax(power, [0]).mul_(1. - margin))
            alone = torch.eq(torch.sum(leading, [0]), 1)
            torch.slice(counts, 1, start, start + together).copy_(torch.sum(torch.logical_and(leading, alone), [2]))
            doubt = torch.nonzero(torch.logical_not(alone))
            torch.select(doubt, 1, 0).add_(start)
            torch.append(doubts, doubt)
        for doubt in torch.split(torch.cat(doubts), 4096):
            order = torch.select(doubt, 1, 0)
            neuron = torch.select(doubt, 1, 1)
            places = torch.index_select(orders, 0, order).t()
            power = self.power(cosines, sines, torch.gather(torch.index_select(phi, 1, neuron), 0, places))
            counts.index_put_([torch.argmax(power, 0), order], torch.ones_like(order), True)
        return torch.amax(counts, [0])
