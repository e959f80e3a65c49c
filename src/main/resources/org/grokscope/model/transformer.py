# The transformer of arXiv 2606.12966, forward and backward written out by hand (TorchScript, run by NativeTransformer,
# which puts one of products_onednn.py and products_plain.py behind it: the layers' matrix products).
#
# What makes it fast, and still the same network to rounding:
# - Positions come before pairs: row position * pairs + pair. The last position, the only one that is read out, is then
#   one piece of memory, and attention needs no transpose.
# - The first block's LayerNorm and q, k, v depend on the token and its position alone, so they are computed once for
#   each of the 2p + 1 there are (a at position 0, b at 1, the separator at 2) and gathered from that table.
# - The last block's queries and MLP are computed at the last position only.
# - Every large array is written into a buffer that the next step uses again: fresh memory costs as much as the products.
# - Gradients are written, not added, so none is ever zeroed.
#
# B pairs, d width, h heads of e = d / h, m MLP width, I positions that attend (3, or the last alone).
class Transformer(Module):
    __parameters__ = []
    __buffers__ = []

    # ---- pieces -----------------------------------------------------------------------------------------------------

    def buffer(self: __torch__.Transformer, work: Dict[str, Tensor], name: str, shape: List[int], like: Tensor) -> Tensor:
        if name in work:
            found = work[name]
            if found.size() == shape:
                return found
        made = torch.empty(shape, dtype=like.dtype, device=like.device)
        work[name] = made
        return made

    # y = x W^T + b
    def affine(self: __torch__.Transformer, p: Dict[str, Tensor], name: str, x: Tensor, work: Dict[str, Tensor], into: str) -> Tensor:
        return self.product(x, p[name + ".weight"], p[name + ".bias"], work, into)

    def affine_gradient(self: __torch__.Transformer, g: Dict[str, Tensor], name: str, dy: Tensor, x: Tensor) -> None:
        self.weight_gradient(dy, x, g[name + ".weight"])
        torch.sum(dy, [0], False, out=g[name + ".bias"])

    def norm(self: __torch__.Transformer, p: Dict[str, Tensor], name: str, x: Tensor, work: Dict[str, Tensor]) -> Tensor:
        y, mean, deviation = torch.native_layer_norm(x, [x.size(1)], p[name + ".weight"], p[name + ".bias"], 1e-5)
        work[name + ".in"] = x
        work[name + ".out"] = y
        work[name + ".mean"] = mean
        work[name + ".deviation"] = deviation
        return y

    def norm_gradient(self: __torch__.Transformer, p: Dict[str, Tensor], g: Dict[str, Tensor], name: str, dy: Tensor, work: Dict[str, Tensor]) -> Tensor:
        x = work[name + ".in"]
        dx, dweight, dbias = torch.native_layer_norm_backward(dy, x, [x.size(1)], work[name + ".mean"], work[name + ".deviation"], p[name + ".weight"], p[name + ".bias"], [True, True, True])
        g[name + ".weight"].copy_(dweight)
        g[name + ".bias"].copy_(dbias)
        return dx

    # Columns which * d to (which + 1) * d of (positions * B, n * d), as (positions, B, h, e).
    def heads(self: __torch__.Transformer, x: Tensor, pairs: int, count: int, which: int, width: int) -> Tensor:
        part = torch.slice(x, 1, which * width, (which + 1) * width)
        return part.unflatten(1, [count, width // count]).unflatten(0, [-1, pairs])

    # q (I, B, h, e); k, v (3, B, h, e); returns what is heard, (I, B, h, e). Weights are (I, 3, B, h).
    def attend(self: __torch__.Transformer, name: str, q: Tensor, k: Tensor, v: Tensor, work: Dict[str, Tensor]) -> Tensor:
        products = self.buffer(work, name + "products", [q.size(0), 3, q.size(1), q.size(2), q.size(3)], q)
        torch.mul(torch.unsqueeze(q, 1), torch.unsqueeze(k, 0), out=products)
        weights = torch.softmax(torch.sum(products, [-1]).mul_(q.size(3) ** -0.5), 1)
        work[name + "weights"] = weights
        w = torch.unsqueeze(weights, -1)
        heard = self.buffer(work, name + "heard", q.size(), q)
        torch.mul(torch.select(w, 1, 0), v[0], out=heard)
        heard.addcmul_(torch.select(w, 1, 1), v[1])
        heard.addcmul_(torch.select(w, 1, 2), v[2])
        return heard

    # Writes dq, dk and dv.
    def attend_gradient(self: __torch__.Transformer, name: str, q: Tensor, k: Tensor, v: Tensor, dheard: Tensor, dq: Tensor, dk: Tensor, dv: Tensor, work: Dict[str, Tensor]) -> None:
        weights = work[name + "weights"]
        w = torch.unsqueeze(weights, -1)
        products = work[name + "products"]
        torch.mul(torch.unsqueeze(dheard, 1), torch.unsqueeze(v, 0), out=products)
        dscores = torch._softmax_backward_data(torch.sum(products, [-1]), weights, 1, weights.dtype).mul_(q.size(3) ** -0.5)
        s = torch.unsqueeze(dscores, -1)
        torch.mul(torch.select(s, 1, 0), k[0], out=dq)
        dq.addcmul_(torch.select(s, 1, 1), k[1])
        dq.addcmul_(torch.select(s, 1, 2), k[2])
        torch.mul(s[0], q[0], out=dk)
        torch.mul(w[0], dheard[0], out=dv)
        for i in range(1, q.size(0)):
            dk.addcmul_(s[i], q[i])
            dv.addcmul_(w[i], dheard[i])

    # Every token at every position it can stand at, (2p + 1, d).
    def table(self: __torch__.Transformer, p: Dict[str, Tensor]) -> Tensor:
        token = p["token_embedding.weight"]
        position = p["position_embedding.weight"]
        numbers = torch.slice(token, 0, 0, token.size(0) - 1)
        return torch.cat([numbers + position[0], numbers + position[1], torch.slice(token, 0, token.size(0) - 1) + position[2]])

    # table[rows[i]] += x[i]. On a GPU as a product with one-hot rows: there, adding by index has no fixed order.
    def scatter(self: __torch__.Transformer, table: Tensor, rows: Tensor, x: Tensor) -> None:
        if table.is_cuda:
            table.addmm_(torch.t(torch.one_hot(rows, table.size(0)).to(table.dtype)), x)
        else:
            table.index_add_(0, rows, x)

    # ---- forward ----------------------------------------------------------------------------------------------------

    # rows (3 * B): where each token stands in the table. Returns logits (B, p); leaves what backward needs in work.
    def forward(self: __torch__.Transformer, p: Dict[str, Tensor], work: Dict[str, Tensor], rows: Tensor, blocks: int, count: int) -> Tensor:
        pairs = rows.size(0) // 3
        last_rows = torch.slice(rows, 0, 2 * pairs)
        table = self.table(p)
        work["table"] = table
        width = table.size(1)
        x = table
        for block in range(blocks):
            prefix = "blocks." + str(block) + "."
            attention = prefix + "ln1.weight" in p
            last_only = block == blocks - 1 or not attention
            if attention:
                name = prefix + "attention."
                n = self.norm(p, prefix + "ln1", x, work)
                if block == 0:
                    all = self.affine(p, name + "qkv", n, work, name + "table")
                    qkv = self.buffer(work, name + "qkv", [3 * pairs, 3 * width], all)
                    torch.index_select(all, 0, rows, out=qkv)
                    q = self.heads(qkv, pairs, count, 0, width)
                    if last_only:
                        q = torch.slice(q, 0, 2)
                    heard = self.attend(name, q, self.heads(qkv, pairs, count, 1, width), self.heads(qkv, pairs, count, 2, width), work)
                    residual = self.buffer(work, prefix + "residual", [q.size(0) * pairs, width], n)
                    torch.index_select(table, 0, last_rows if last_only else rows, out=residual)
                elif last_only:
                    heard = self.last_attention(p, name, n, count, work)
                    residual = torch.slice(x, 0, 2 * pairs)
                else:
                    qkv = self.affine(p, name + "qkv", n, work, name + "qkv")
                    heard = self.attend(name, self.heads(qkv, pairs, count, 0, width), self.heads(qkv, pairs, count, 1, width), self.heads(qkv, pairs, count, 2, width), work)
                    residual = x
                x = self.product_added(heard.view([-1, width]), p[name + "output.weight"], p[name + "output.bias"], residual, work, prefix + "middle")
            elif block == 0:
                x = torch.index_select(table, 0, last_rows)
                work[prefix + "middle"] = x
            else:
                work[prefix + "middle"] = x
            if prefix + "ln2.weight" in p:
                n = self.norm(p, prefix + "ln2", x, work)
                up = self.affine(p, prefix + "mlp.up", n, work, prefix + "up")
                hidden = self.buffer(work, prefix + "hidden", up.size(), up)
                torch.gelu(up, out=hidden)
                x = self.product_added(hidden, p[prefix + "mlp.down.weight"], p[prefix + "mlp.down.bias"], x, work, prefix + "output")
        return self.affine(p, "head", self.norm(p, "final_norm", x, work), work, "logits")

    # ---- backward ---------------------------------------------------------------------------------------------------

    # After forward on the same rows; answers (B). Writes every gradient; returns the mean cross-entropy.
    def backward(self: __torch__.Transformer, p: Dict[str, Tensor], g: Dict[str, Tensor], work: Dict[str, Tensor], rows: Tensor, answers: Tensor, blocks: int, count: int) -> Tensor:
        pairs = rows.size(0) // 3
        last_rows = torch.slice(rows, 0, 2 * pairs)
        table = work["table"]
        width = table.size(1)
        target = torch.unsqueeze(answers, 1)
        log_share = torch.log_softmax(work["logits"], 1)
        right = torch.gather(log_share, 1, target)
        loss = torch.neg(torch.mean(right))
        dlogits = log_share.exp_().scatter_add_(1, target, torch.full_like(right, -1.)).mul_(1. / pairs)
        self.affine_gradient(g, "head", dlogits, work["final_norm.out"])
        dx = self.norm_gradient(p, g, "final_norm", self.back(dlogits, p["head.weight"], work, "dfinal"), work)
        dtable = torch.zeros_like(table)
        for back in range(blocks):
            block = blocks - 1 - back
            prefix = "blocks." + str(block) + "."
            attention = prefix + "ln1.weight" in p
            last_only = block == blocks - 1 or not attention
            if prefix + "ln2.weight" in p:
                dx = self.mlp_gradient(p, g, prefix, dx, work)
            if attention:
                name = prefix + "attention."
                heard = work[name + "heard"]
                self.affine_gradient(g, name + "output", dx, heard.view([-1, width]))
                dheard = self.back(dx, p[name + "output.weight"], work, "dheard" + str(dx.size(0))).view(heard.size())
                if block > 0 and last_only:
                    dn = self.last_attention_gradient(p, g, prefix, dheard, count, work)
                    dresidual = dx
                    dx = self.norm_gradient(p, g, prefix + "ln1", dn, work)
                    torch.slice(dx, 0, 2 * pairs).add_(dresidual)
                else:
                    qkv = work[name + "qkv"]
                    q = self.heads(qkv, pairs, count, 0, width)
                    dqkv = self.buffer(work, "dqkv", qkv.size(), qkv)
                    dq = self.heads(dqkv, pairs, count, 0, width)
                    if last_only:
                        dqkv.zero_()
                        q = torch.slice(q, 0, 2)
                        dq = torch.slice(dq, 0, 2)
                    self.attend_gradient(name, q, self.heads(qkv, pairs, count, 1, width), self.heads(qkv, pairs, count, 2, width), dheard, dq, self.heads(dqkv, pairs, count, 1, width), self.heads(dqkv, pairs, count, 2, width), work)
                    if block == 0:
                        dall = torch.zeros([table.size(0), 3 * width], dtype=table.dtype, device=table.device)
                        self.scatter(dall, rows, dqkv)
                        dqkv = dall
                    self.affine_gradient(g, name + "qkv", dqkv, work[prefix + "ln1.out"])
                    dx_norm = self.norm_gradient(p, g, prefix + "ln1", self.back(dqkv, p[name + "qkv.weight"], work, "dn" + str(dqkv.size(0))), work)
                    if block == 0:
                        dtable.add_(dx_norm)
                        self.scatter(dtable, last_rows if last_only else rows, dx)
                    else:
                        dx = dx_norm.add_(dx)
            elif block == 0:
                self.scatter(dtable, last_rows, dx)
        self.embedding_gradient(g, dtable)
        return loss

    def mlp_gradient(self: __torch__.Transformer, p: Dict[str, Tensor], g: Dict[str, Tensor], prefix: str, dx: Tensor, work: Dict[str, Tensor]) -> Tensor:
        up = work[prefix + "up"]
        rows = str(up.size(0))
        self.affine_gradient(g, prefix + "mlp.down", dx, work[prefix + "hidden"])
        dup = self.back(dx, p[prefix + "mlp.down.weight"], work, "dup" + rows)
        torch.gelu_backward(dup, up, grad_input=dup)
        self.affine_gradient(g, prefix + "mlp.up", dup, work[prefix + "ln2.out"])
        dn = self.back(dup, p[prefix + "mlp.up.weight"], work, "dn" + rows)
        return dx.add_(self.norm_gradient(p, g, prefix + "ln2", dn, work))

    # Attention of the last position alone, behind the first block: n is ln1's output, (3 * B, d); returns (B, d). Keys
    # and values need no projection of all positions: q (Wk n)^T = (q Wk) n^T, and sum_j w_j Wv n_j = Wv sum_j w_j n_j.
    # The keys' bias adds the same to all scores of a pair, so the softmax does not see it.
    def last_attention(self: __torch__.Transformer, p: Dict[str, Tensor], name: str, n: Tensor, count: int, work: Dict[str, Tensor]) -> Tensor:
        width = n.size(1)
        pairs = n.size(0) // 3
        weight = p[name + "qkv.weight"]
        bias = p[name + "qkv.bias"]
        tokens = n.unflatten(0, [3, pairs])
        query = self.product(tokens[2], torch.slice(weight, 0, 0, width), torch.slice(bias, 0, 0, width), work, name + "query")
        asked = self.buffer(work, name + "asked", [count, pairs, width], n)
        torch.bmm(self.by_head(query, count), torch.slice(weight, 0, width, 2 * width).unflatten(0, [count, -1]), out=asked)
        scores = torch.bmm(asked.transpose(0, 1), tokens.permute([1, 2, 0])).mul_((width // count) ** -0.5)
        weights = torch.softmax(scores, -1)
        work[name + "weights"] = weights
        mixed = self.buffer(work, name + "mixed", [pairs, count, width], n)
        torch.bmm(weights, tokens.transpose(0, 1), out=mixed)
        values = torch.bmm(mixed.transpose(0, 1), torch.slice(weight, 0, 2 * width).unflatten(0, [count, -1]).transpose(1, 2))
        heard = self.buffer(work, name + "heard", [pairs, width], n)
        torch.add(values.transpose(0, 1), torch.slice(bias, 0, 2 * width).unflatten(0, [count, -1]), out=heard.unflatten(1, [count, -1]))
        return heard

    # (B, d) as (h, B, e)
    def by_head(self: __torch__.Transformer, x: Tensor, count: int) -> Tensor:
        return x.unflatten(1, [count, -1]).transpose(0, 1)

    # Returns the gradient of n, (3 * B, d), for dheard (B, d).
    def last_attention_gradient(self: __torch__.Transformer, p: Dict[str, Tensor], g: Dict[str, Tensor], prefix: str, dheard: Tensor, count: int, work: Dict[str, Tensor]) -> Tensor:
        name = prefix + "attention."
        n = work[prefix + "ln1.out"]
        width = n.size(1)
        pairs = n.size(0) // 3
        tokens = n.unflatten(0, [3, pairs])
        query = work[name + "query"]
        asked = work[name + "asked"].transpose(0, 1)
        weights = work[name + "weights"]
        mixed = work[name + "mixed"]
        weight = p[name + "qkv.weight"]
        dweight = g[name + "qkv.weight"]
        dbias = g[name + "qkv.bias"]
        key_weight = torch.slice(weight, 0, width, 2 * width).unflatten(0, [count, -1])
        value_weight = torch.slice(weight, 0, 2 * width).unflatten(0, [count, -1])
        dvalues = self.by_head(dheard, count)
        torch.bmm(dvalues.transpose(1, 2), mixed.transpose(0, 1), out=torch.slice(dweight, 0, 2 * width).unflatten(0, [count, -1]))
        torch.sum(dheard, [0], False, out=torch.slice(dbias, 0, 2 * width))
        dmixed = torch.bmm(dvalues, value_weight, out=self.buffer(work, "dmixed", [count, pairs, width], n)).transpose(0, 1)
        dweights = torch.bmm(dmixed, tokens.permute([1, 2, 0]))
        dscores = torch._softmax_backward_data(dweights, weights, -1, weights.dtype).mul_((width // count) ** -0.5)
        dtokens = torch.bmm(weights.transpose(1, 2), dmixed, out=self.buffer(work, "dtokens", [pairs, 3, width], n))
        dtokens.baddbmm_(dscores.transpose(1, 2), asked)
        dasked = torch.bmm(dscores, tokens.transpose(0, 1), out=self.buffer(work, "dasked", [pairs, count, width], n)).transpose(0, 1)
        torch.bmm(self.by_head(query, count).transpose(1, 2), dasked, out=torch.slice(dweight, 0, width, 2 * width).unflatten(0, [count, -1]))
        torch.slice(dbias, 0, width, 2 * width).zero_()
        dquery = torch.bmm(dasked, key_weight.transpose(1, 2)).transpose(0, 1).flatten(1)
        self.weight_gradient(dquery, tokens[2], torch.slice(dweight, 0, 0, width))
        torch.sum(dquery, [0], False, out=torch.slice(dbias, 0, 0, width))
        dn = self.buffer(work, "dn" + str(n.size(0)), n.size(), n)
        dn.unflatten(0, [3, pairs]).copy_(dtokens.transpose(0, 1))
        torch.slice(dn, 0, 2 * pairs).addmm_(dquery, torch.slice(weight, 0, 0, width))
        return dn

    def embedding_gradient(self: __torch__.Transformer, g: Dict[str, Tensor], dtable: Tensor) -> None:
        count = (dtable.size(0) - 1) // 2
        first = torch.slice(dtable, 0, 0, count)
        second = torch.slice(dtable, 0, count, 2 * count)
        dtoken = g["token_embedding.weight"]
        torch.add(first, second, out=torch.slice(dtoken, 0, 0, count))
        dtoken[count].copy_(dtable[2 * count])
        dposition = g["position_embedding.weight"]
        torch.sum(first, [0], False, out=dposition[0])
        torch.sum(second, [0], False, out=dposition[1])
        dposition[2].copy_(dtable[2 * count])

    # ---- what Java calls --------------------------------------------------------------------------------------------

    # Writes the gradients of the mean cross-entropy and returns it, in nats.
    def gradients(self: __torch__.Transformer, p: Dict[str, Tensor], g: Dict[str, Tensor], work: Dict[str, Tensor], rows: Tensor, answers: Tensor, blocks: int, count: int) -> float:
        self.forward(p, work, rows, blocks, count)
        return float(self.backward(p, g, work, rows, answers, blocks, count))

    # Logits (B, p) and, at the last position, what the measures need: of a network with MLPs the first and the last
    # hidden layer (B, m), the residual stream that the last MLP reads and the one behind it (B, d); of one without, the
    # first attention's output (B, d).
    def look(self: __torch__.Transformer, p: Dict[str, Tensor], work: Dict[str, Tensor], rows: Tensor, blocks: int, count: int) -> List[Tensor]:
        logits = self.forward(p, work, rows, blocks, count)
        pairs = logits.size(0)
        last = "blocks." + str(blocks - 1) + "."
        if last + "hidden" in work:
            hidden = work["blocks.0.hidden"]
            return [logits, torch.slice(hidden, 0, hidden.size(0) - pairs), work[last + "hidden"], work[last + "middle"], work[last + "output"]]
        heard = work["blocks.0.attention.heard"].view([-1, work["table"].size(1)])
        return [logits, self.product(torch.slice(heard, 0, heard.size(0) - pairs), p["blocks.0.attention.output.weight"], p["blocks.0.attention.output.bias"], work, "attended")]
