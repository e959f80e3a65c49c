
    # ---- products: by oneDNN, which uses all of a processor's vectors where the usual operators use half of them --------

    # x W^T + b
    def product(self: __torch__.Transformer, x: Tensor, weight: Tensor, bias: Optional[Tensor], work: Dict[str, Tensor], into: str) -> Tensor:
        y = ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), "")
        work[into] = y
        return y

    # other + x W^T + b
    def product_added(self: __torch__.Transformer, x: Tensor, weight: Tensor, bias: Tensor, other: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        y = ops.mkldnn._linear_pointwise(x, other, weight, bias, "add")
        work[into] = y
        return y

    # dy W
    def back(self: __torch__.Transformer, dy: Tensor, weight: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        return self.product(dy, torch.t(weight), None, work, into)

    # dy^T x. The first of the two is laid out anew, so that is the narrower one.
    def weight_gradient(self: __torch__.Transformer, dy: Tensor, x: Tensor, into: Tensor) -> None:
        if dy.size(1) <= x.size(1):
            into.copy_(ops.mkldnn._linear_pointwise(torch.t(dy), torch.t(x), None, "none", annotate(List[Optional[number]], []), ""))
        else:
            torch.t(into).copy_(ops.mkldnn._linear_pointwise(torch.t(x), torch.t(dy), None, "none", annotate(List[Optional[number]], []), ""))
