import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.Sequence;
import org.grokscope.settings.TaskSettings;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;

/**
 * The ceiling: of each step of the paper's run the matrix products alone, forward and backward, in one native call and on
 * arrays that lie ready. Only those that Grokscope's step takes: the first block's queries, keys and values once for each
 * token and position; of the last block the queries and the MLP at the last position, and what stands there for the
 * projections of keys and values. The products over three tokens inside attention are left out.
 */
final class MatrixProducts {
    private final NDManager manager;
    private final List<PtNDArray> arrays = new ArrayList<>();
    private final List<PtNDArray> results = new ArrayList<>();

    private MatrixProducts(NDManager manager) {
        this.manager = manager;
    }

    public static void main(String[] arguments) throws Exception {
        Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        try (NDManager manager = NDManager.newBaseManager(compute.device());
                Script script = Script.load(manager, MatrixProducts.class, "Products", "products.torchscript")) {
            MatrixProducts products = new MatrixProducts(manager);
            products.ofStep(TaskSettings.PAPER.p(), OptimizerSettings.PAPER.batch(), ModelSettings.PAPER);
            ScriptValue list = ScriptValue.list(products.arrays.toArray(NDArray[]::new));
            ScriptValue results = ScriptValue.list(products.results.toArray(NDArray[]::new));
            Runnable step = () -> script.call("multiply", list, results).close();
            Heat.of(2, step);
            Heat.answer(seconds -> Heat.of(seconds, step));
        }
    }

    private void ofStep(int p, int batch, ModelSettings model) {
        int width = model.width();
        int headWidth = width / model.heads();
        for (int block = 0; block < model.blocks(); block++) {
            boolean last = block == model.blocks() - 1;
            int read = last ? batch : Sequence.EQUALS.positions() * batch;
            if (block == 0) {
                // The operands' positions see p tokens each, the separator's sees one.
                layer(2 * p + 1, width, 3 * width);
            } else if (last) {
                layer(batch, width, width);
                for (int head = 0; head < model.heads(); head++) {
                    layer(batch, headWidth, width);
                    layer(batch, width, headWidth);
                }
            } else {
                layer(read, width, 3 * width);
            }
            layer(read, width, width);
            layer(read, width, model.mlpWidth());
            layer(read, model.mlpWidth(), width);
        }
        layer(batch, width, p);
    }

    /** Adds the arrays of a linear layer, as products.torchscript takes them. */
    private void layer(int rows, int in, int out) {
        for (Shape shape : List.of(new Shape(rows, in), new Shape(out, in), new Shape(rows, out),
                new Shape(Math.min(in, out), rows), new Shape(rows, Math.max(in, out)))) {
            arrays.add((PtNDArray) manager.randomNormal(shape));
        }
        for (int i = 0; i < 3; i++) {
            results.add((PtNDArray) manager.zeros(new Shape(1)));
        }
    }
}
