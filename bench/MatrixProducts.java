import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.model.ParameterLayout;
import org.grokscope.run.ModelSettings;
import org.grokscope.run.OptimizerSettings;
import org.grokscope.run.TaskSettings;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;

/**
 * The ceiling: of each step of the paper's run the matrix products alone, forward and backward, on arrays that lie ready.
 * Only the products that no exact step can do without: the first block's queries, keys and values once for each token and
 * position, the last block's queries and MLP at the last position alone. The small products of attention are left out.
 */
final class MatrixProducts {
    /** A layer's product, and the two that its gradients take. The transposed arrays are views, as autograd's are. */
    private record Product(NDArray rows, NDArray weight, NDArray weightTransposed, NDArray gradient,
            NDArray gradientTransposed) {
        static Product of(NDManager manager, long rows, long in, long out) {
            NDArray weight = manager.randomNormal(new Shape(out, in));
            NDArray gradient = manager.randomNormal(new Shape(rows, out));
            return new Product(manager.randomNormal(new Shape(rows, in)), weight, weight.transpose(), gradient,
                    gradient.transpose());
        }

        void multiply() {
            rows.matMul(weightTransposed).close();
            gradient.matMul(weight).close();
            gradientTransposed.matMul(rows).close();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        Compute compute = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        int p = settings.number("p", TaskSettings.PAPER.p());
        try (NDManager manager = NDManager.newBaseManager(compute.device())) {
            List<Product> products = products(manager, p, settings.number("batch", OptimizerSettings.PAPER.batch()),
                    settings.number("blocks", ModelSettings.PAPER.blocks()), ModelSettings.PAPER);
            Runnable step = () -> products.forEach(Product::multiply);
            Heat.of(2, step);
            Heat.answer(seconds -> Heat.of(seconds, step));
        }
    }

    private static List<Product> products(NDManager manager, int p, long batch, int blocks, ModelSettings model) {
        int width = model.width();
        long everywhere = ParameterLayout.POSITIONS * batch;
        List<Product> products = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            boolean first = block == 0;
            long read = block == blocks - 1 ? batch : everywhere;
            // The operands' positions see p tokens each, the separator's sees one.
            long heard = first ? 2L * p + 1 : everywhere;
            products.add(Product.of(manager, first ? heard : read, width, width));
            products.add(Product.of(manager, heard, width, 2L * width));
            products.add(Product.of(manager, read, width, width));
            products.add(Product.of(manager, read, width, model.mlpWidth()));
            products.add(Product.of(manager, read, model.mlpWidth(), width));
        }
        products.add(Product.of(manager, batch, width, p));
        return products;
    }
}
