# Products of matrices into arrays that lie ready (TorchScript, run by MatrixProducts).
class Products(Module):
    __parameters__ = []
    __buffers__ = []

    # Six arrays a layer: x (n, i), W (o, i), y and dy (n, o), dx (n, i), dW (o, i). Forward, then backward.
    def multiply(self: __torch__.Products, arrays: List[Tensor]) -> None:
        for layer in range(len(arrays) // 6):
            torch.mm(arrays[6 * layer], torch.t(arrays[6 * layer + 1]), out=arrays[6 * layer + 2])
        for layer in range(len(arrays) // 6):
            torch.mm(arrays[6 * layer + 3], arrays[6 * layer + 1], out=arrays[6 * layer + 4])
            torch.mm(torch.t(arrays[6 * layer + 3]), arrays[6 * layer], out=arrays[6 * layer + 5])
