package org.grokscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a checkpoint that could be read: resuming, forking and verifying ask here, so that what one of them
 * refuses, the others find, too.
 */
public final class CheckpointFlaws {
    /** That a network of the right shape was trained with other settings; what it computes can be told all the same. */
    public static final String ANOTHER_CONFIGURATION = "was written under another configuration than run.json has";

    private CheckpointFlaws() {}

    /**
     * Looks at names, shapes, numbers and configuration.
     *
     * @param run that it is of
     * @return for each flaw what follows on "the checkpoint": {@code lacks adam.v.head.bias}; none when all is well. That it
     *     has no moments at all is none: such a checkpoint was kept to be looked at.
     */
    public static List<String> of(Checkpoint checkpoint, RunHead run) {
        Map<String, int[]> shapes = ParameterLayout.of(run.configuration().model(), run.configuration().task().p());
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
        if (checkpoint.updates() < 0) {
            flaws.add("counts " + checkpoint.updates() + " updates");
        }
        checkpoint.heldNorm().stream().filter(norm -> !Double.isFinite(norm) || norm <= 0)
                .forEach(norm -> flaws.add("holds the norm at " + norm));
        if (ofItsOwn(checkpoint, run) && !checkpoint.configurationHash().isEmpty()
                && !checkpoint.configurationHash().equals(ConfigurationHash.of(run.configuration()))) {
            flaws.add(ANOTHER_CONFIGURATION);
        }
        return flaws;
    }

    /** Up to the fork step a fork has its ancestors' checkpoints. */
    private static boolean ofItsOwn(Checkpoint checkpoint, RunHead run) {
        return run.lineage() == null || checkpoint.step() > run.lineage().step();
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
