package org.grokscope.workbench.preferences;

/**
 * What a person chose for the next start of the window, for those who start it.
 *
 * @param device as --device names it; empty leaves it to the program
 * @param threads for each run; 0 leaves it to the program
 * @param runsFolder where new runs go; empty for the usual folder
 */
public record StartChoices(String device, int threads, String runsFolder) {
    /** Reads them from a person's preferences. */
    public static StartChoices read() {
        Preferences preferences = PreferencesFile.open().preferences();
        return new StartChoices(preferences.device().get(), preferences.threads().get(),
                preferences.runsFolder().get());
    }
}
