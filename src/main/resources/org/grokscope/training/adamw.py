# torch.optim.AdamW's own fused kernel (TorchScript, run by AdamW). The lists come from outside because the compiler takes
# a write into a list that is made here for a write that nobody reads.
class AdamW(Module):
    __parameters__ = []
    __buffers__ = []

    # parameters, gradients, first and second moments: one flat array each; step from 1.
    def update(self: __torch__.AdamW, parameters: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], step: int, rate: float, decay: float, beta1: float, beta2: float, epsilon: float) -> None:
        number = torch.full([], float(step), dtype=parameters[0].dtype, device=parameters[0].device)
        torch._fused_adamw_(parameters, gradients, first, second, [], [number], lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
