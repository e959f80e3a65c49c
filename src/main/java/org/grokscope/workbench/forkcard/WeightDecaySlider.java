package org.grokscope.workbench.forkcard;

import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;

/** A slider of λ, logarithmic: what it stands at is one more branch, and where that would grok moves along the timeline. */
final class WeightDecaySlider {
    private static final double LEAST = 0.5;
    private static final double MOST = 5;

    private WeightDecaySlider() {}

    static Slider of(ForkForm form) {
        Slider slider = new Slider(Math.log(LEAST), Math.log(MOST), Math.log(2));
        slider.setId("fork-slider");
        slider.setMajorTickUnit(Math.log(2));
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("weight decay \u03bb of one more branch, from 0.5 to 5");
        slider.setTooltip(new Tooltip("Try a \u03bb: the timeline shows where the branch is expected to grok"));
        slider.valueProperty().addListener((_, _, value) -> form.tryOut(rounded(Math.exp(value.doubleValue()))));
        return slider;
    }

    /** Two digits are as many as make a difference. */
    private static double rounded(double weightDecay) {
        return Math.round(weightDecay * 10) / 10.0;
    }
}
