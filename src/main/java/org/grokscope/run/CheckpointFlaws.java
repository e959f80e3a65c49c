package org.grokscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a checkpoint that could be read: resuming, forking and verifying ask here, so that what one of them
 * refuses, the others find, too.
 */
public final class CheckpointFlaws {
    private CheckpointFlaws() {}

    /**
     * Looks at names, shapes and numbers.
     *
     * @param configuration of the run that goes on from it
     * @return for each flaw what follows on "the checkpoint": {@code lacks adam.v.head.bias}; none when all is well. That it
     *     has no moments at all is none: such a checkpoint was kept to be looked at.
     */
    public static List<String> of(Checkpoint checkpoint, RunConfiguration configuration) {
        Map<String, int[]> shapes = ParameterLayout.of(configuration.model(), configuration.task().p());
        List<String> flaws = new ArrayList<>();
        shapes.forEach((name, shape) -> look(flaws, name, checkpoint.parameters().get(name), shape));
        if (!checkpoint.firstMoments().isEmpty() || !checkpoint.secondMoments().isEmpty()) {
            shapes.forEach((name, shape) -> {
                look(flaws, Checkpoint.FIRST + name, checkpoint.firstMoments().get(name), shape);
                Tensor second = checkpoint.secondMoments().get(name);
                look(flaws, Checkpoint.SECOND + name, second, shape);
                if (second != null && negative(second)) {
                    flaws.add("has a mean of squares below 0 in " + Checkpoint.SECOND + name);
                }
            });
        }
        return flaws;
    }

    private static void look(List<String> flaws, String name, @Nullable Tensor tensor, int[] shape) {
        if (tensor == null) {
            flaws.add("lacks " + name);
        } else if (!Arrays.equals(tensor.shape(), shape)) {
            flaws.add("is of another network than run.json says: " + name + " has the shape "
                    + Arrays.toString(tensor.shape()) + " and not " + Arrays.toString(shape));
        } else if (!tensor.finite()) {
            flaws.add("has numbers in " + name + " that are not finite");
        }
    }

    private static boolean negative(Tensor tensor) {
        for (float value : tensor.values()) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }
}
