# FSD under relabelled answers, all permutations in one native call (TorchScript, run by NullBand).
class Relabelling(Module):
    __parameters__ = []
    __buffers__ = []

    # cosines and sines of 2 pi k h / p (F, F), k and h from 1; phi (p, n); orders (N, p): place c takes the activation of
    # answer orders[c]. Returns how many neurons agree on the frequency that most have as their strongest, (N). The real
    # part sees only phi(h) + phi(p - h) and the imaginary part only their difference, which halves the work; some
    # permutations together, as many as stay in the cache, are one product.
    def agreement(self: __torch__.Relabelling, cosines: Tensor, sines: Tensor, phi: Tensor, orders: Tensor, together: int) -> Tensor:
        half = cosines.size(0)
        agreement = torch.empty([orders.size(0)], dtype=orders.dtype, device=orders.device)
        for start in range(0, orders.size(0), together):
            places = torch.slice(orders, 0, start, start + together).t()
            one = torch.index_select(phi, 0, torch.slice(places, 0, 1, half + 1).flatten())
            other = torch.index_select(phi, 0, torch.slice(torch.flip(places, [0]), 0, 0, half).flatten())
            even = torch.add(one, other).view([half, -1])
            odd = one.sub_(other).view([half, -1])
            constant = torch.index_select(phi, 0, places[0]).view([1, -1])
            real = torch.addmm(constant, cosines, even)
            imaginary = torch.mm(sines, odd)
            power = real.square_().add_(imaginary.square_()).view([half, -1, phi.size(1)])
            counts = torch.eq(power, torch.amax(power, [0])).sum([2])
            if int(counts.sum()) != power.size(1) * power.size(2):
                # Of equals the lowest alone counts, which is slower to find.
                counts = torch.one_hot(torch.argmax(power, 0), half).sum([1]).t()
            torch.slice(agreement, 0, start, start + together).copy_(torch.amax(counts, [0]))
        return agreement
