# Products of matrices that lie ready, by oneDNN as in products_onednn.py (TorchScript, run by MatrixProducts).
class Products(Module):
    __parameters__ = []
    __buffers__ = []

    # Five arrays a layer: x (n, i), W (o, i), dy (n, o), and for dW the narrower of x and dy transposed, and the wider one.
    # Forward, then backward; three results a layer take the place of those of the step before.
    def multiply(self: __torch__.Products, arrays: List[Tensor], results: List[Tensor]) -> None:
        for layer in range(len(arrays) // 5):
            results[3 * layer] = self.product(arrays[5 * layer], arrays[5 * layer + 1])
        for layer in range(len(arrays) // 5):
            results[3 * layer + 1] = self.product(arrays[5 * layer + 2], torch.t(arrays[5 * layer + 1]))
            results[3 * layer + 2] = self.product(arrays[5 * layer + 3], torch.t(arrays[5 * layer + 4]))

    # x W^T
    def product(self: __torch__.Products, x: Tensor, weight: Tensor) -> Tensor:
        return ops.mkldnn._linear_pointwise(x, weight, None, "none", annotate(List[Optional[number]], []), "")
