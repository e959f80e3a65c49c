package org.grokscope.settings;

/**
 * The network's shape.
 *
 * @param blocks 1 to 4
 * @param width of the residual stream
 * @param heads attention heads; they divide the width
 * @param mlpWidth hidden neurons of each MLP
 */
public record ModelSettings(ModelKind kind, int blocks, int width, int heads, int mlpWidth) {
    /** Two full blocks, width 128, 4 heads, MLP width 512. */
    public static final ModelSettings PAPER = of(SettingValues.PAPER);

    static ModelSettings of(SettingValues values) {
        return new ModelSettings(values.get(Settings.KIND), values.get(Settings.BLOCKS), values.get(Settings.WIDTH),
                values.get(Settings.HEADS), values.get(Settings.MLP_WIDTH));
    }
}
