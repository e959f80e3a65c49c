package org.grokscope.settings;

import org.grokscope.text.InvalidSetting;

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
    public static final ModelSettings PAPER = new ModelSettings(ModelKind.FULL, 2, 128, 4, 512);

    /** @throws InvalidSetting when there is no such network */
    public ModelSettings {
        InvalidSetting.unless(blocks >= 1 && blocks <= 4, "blocks",
                "The network has 1 to 4 blocks, and " + blocks + " is not among them.");
        InvalidSetting.unless(width >= 1 && width <= 4096, "width",
                "The width must lie between 1 and 4096, and " + width + " does not.");
        InvalidSetting.unless(heads >= 1 && width % heads == 0, "heads",
                "The heads must divide the width " + width + ", and " + heads + " does not.");
        InvalidSetting.unless(mlpWidth >= 1 && mlpWidth <= 16384, "mlpWidth",
                "The MLP width must lie between 1 and 16384, and " + mlpWidth + " does not.");
    }
}
