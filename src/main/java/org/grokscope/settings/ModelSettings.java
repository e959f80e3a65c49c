package org.grokscope.settings;

/**
 * The network's shape, and how its weights begin.
 *
 * @param blocks 1 to 4
 * @param width d, of the residual stream
 * @param heads attention heads; they divide the width
 * @param mlpWidth hidden neurons of each MLP
 * @param biases of the linear layers
 * @param sequence the tokens that ask the question
 * @param initialWeights how the weights at step 0 are drawn
 * @param initialScale what they are multiplied by after that, LayerNorms apart
 */
public record ModelSettings(ModelKind kind, int blocks, int width, int heads, int mlpWidth, Activation activation,
        Norm norm, Mask mask, Biases biases, Sequence sequence, InitialScheme initialWeights, double initialScale) {
    /** Two full blocks, width 128, 4 heads, MLP width 512, GELU, LayerNorms before, no mask, all biases. */
    public static final ModelSettings PAPER = of(SettingValues.PAPER);

    static ModelSettings of(SettingValues values) {
        return new ModelSettings(values.get(Settings.KIND), values.get(Settings.BLOCKS), values.get(Settings.WIDTH),
                values.get(Settings.HEADS), values.get(Settings.MLP_WIDTH), values.get(Settings.ACTIVATION),
                values.get(Settings.NORM), values.get(Settings.MASK), values.get(Settings.BIASES),
                values.get(Settings.SEQUENCE), values.get(Settings.INITIAL_WEIGHTS),
                values.get(Settings.INITIAL_SCALE));
    }
}
