package org.grokscope.measure;

import org.grokscope.text.NumberText;

/** How the numbers of a measure are written for people, everywhere alike; what is not finite is a dash. */
public enum NumberFormat {
    /** A share, for example {@code 99.8%}. */
    PERCENT {
        @Override
        String written(double value) {
            return NumberText.percent(value);
        }
    },
    /** A loss in nats, for example {@code 0.043} or {@code 7.7e-4}. */
    LOSS {
        @Override
        String written(double value) {
            return NumberText.loss(value);
        }
    },
    /** A degree between 0 and 1, for example {@code 0.802}: a neuron of 512 moves the third decimal. */
    DEGREE {
        @Override
        String written(double value) {
            return NumberText.fixed(value, 3);
        }
    },
    /** A ratio or a difference, for example {@code 3.21} or {@code -8.50}. */
    RATIO {
        @Override
        String written(double value) {
            return NumberText.fixed(value, 2);
        }
    },
    /** A count, or half of one, for example {@code 6} or {@code 6.5}. */
    RANK {
        @Override
        String written(double value) {
            String text = NumberText.fixed(value, 1);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
    },
    /** A norm, for example {@code 23.2}. */
    NORM {
        @Override
        String written(double value) {
            return NumberText.fixed(value, 1);
        }
    },
    /** A frequency, for example {@code k = 14}. */
    FREQUENCY {
        @Override
        String written(double value) {
            return "k = " + NumberText.count(Math.round(value));
        }
    },
    /** A setting as it was given, for example {@code 0.3}. */
    SETTING {
        @Override
        String written(double value) {
            return NumberText.setting(value);
        }
    },
    /** A speed, for example {@code 41.8 steps/s}. */
    SPEED {
        @Override
        String written(double value) {
            return NumberText.speed(value);
        }
    };

    abstract String written(double value);

    /** Returns a number as people read it. */
    public String text(double value) {
        return Double.isFinite(value) ? written(value) : NumberText.NONE;
    }
}
