package org.grokscope.workbench.chart;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for charts. */
public final class Drawn {
    private Drawn() {}

    /** Waits until everything that was asked for and can be seen is drawn: a drawing may come a rest after its request. */
    public static void await() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(Redraw::allDrawn).get());
        } catch (TimeoutException e) {
            throw new AssertionError("A chart was asked for and never drawn.", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
