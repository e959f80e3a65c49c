
    # ---- products: by the tensor library's usual operators, into buffers ----------------------------------------------

    # x W^T + b
    def product(self: __torch__.Transformer, x: Tensor, weight: Tensor, bias: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        return torch.addmm(bias, x, torch.t(weight), out=self.buffer(work, into, [x.size(0), weight.size(0)], x))

    # other + x W^T + b
    def product_added(self: __torch__.Transformer, x: Tensor, weight: Tensor, bias: Tensor, other: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        return torch.add(other, bias, out=self.buffer(work, into, other.size(), other)).addmm_(x, torch.t(weight))

    # dy W
    def back(self: __torch__.Transformer, dy: Tensor, weight: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        return torch.mm(dy, weight, out=self.buffer(work, into, [dy.size(0), weight.size(1)], dy))

    # dy^T x
    def weight_gradient(self: __torch__.Transformer, dy: Tensor, x: Tensor, into: Tensor) -> None:
        torch.mm(torch.t(dy), x, out=into)
