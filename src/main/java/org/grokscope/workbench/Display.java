package org.grokscope.workbench;

import java.util.Locale;

/** Says what is missing when the toolkit cannot open a window. */
final class Display {
    private Display() {}

    /**
     * Puts the toolkit's refusal into a sentence.
     *
     * @param failure what the toolkit threw
     */
    static NoDisplay refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("unable to open display")) {
                break;
            }
            if (cause instanceof UnsatisfiedLinkError || message.contains("gtk") || message.contains("libglass")) {
                return new NoDisplay("Grokscope needs GTK to open its window; install it (Debian and Ubuntu call it "
                        + "libgtk-3-0), or use 'grokscope train' and the other commands without a window.", failure);
            }
        }
        return new NoDisplay("Grokscope needs a display to open its window; without one, use 'grokscope train' and "
                + "the other commands (see grokscope --help).", failure);
    }
}
