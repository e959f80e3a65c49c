package org.grokscope.run;

import java.util.Locale;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Labels;
import org.grokscope.text.PlainNumber;
import org.jspecify.annotations.Nullable;

/** How a run's folder is called: readable, and safe on every file system. */
final class RunId {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DEED = 32;

    private RunId() {}

    /** Returns the id of a run that another program trained, by its name. */
    static String imported(String name) {
        String words = plain(name);
        return "imported-" + words.substring(0, Math.min(words.length(), LONGEST_NAME));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }

    /** Returns the id without the number that tells equal runs apart, for example {@code add-97-seed-42}. */
    static String stem(RunConfiguration configuration, @Nullable Lineage lineage) {
        StringBuilder id = new StringBuilder();
        id.append(configuration.task().operation().label()).append('-')
                .append(configuration.task().group().present()
                        ? configuration.task().group().text().toLowerCase(Locale.ROOT)
                        : Integer.toString(configuration.task().p()));
        if (configuration.task().labels() != Labels.TRUE) {
            id.append('-').append(configuration.task().labels().label());
        }
        if (configuration.model().kind() != ModelKind.FULL) {
            id.append('-').append(configuration.model().kind().label());
        }
        if (configuration.model().blocks() != ModelSettings.PAPER.blocks()) {
            id.append('-').append(configuration.model().blocks()).append("-block");
        }
        id.append("-seed-").append(configuration.seeds().seed());
        double weightDecay = configuration.optimizer().weightDecay();
        if (lineage == null && weightDecay != OptimizerSettings.PAPER.weightDecay()) {
            id.append("-wd-").append(PlainNumber.of(weightDecay));
        }
        if (lineage != null) {
            id.append("-fork-").append(lineage.step()).append("-wd-")
                    .append(PlainNumber.of(weightDecay));
            if (configuration.seeds().dataSeed() != configuration.seeds().seed()) {
                id.append("-data-").append(configuration.seeds().dataSeed());
            }
            String does = plain(lineage.interventions().text());
            if (!does.isEmpty()) {
                id.append(lineage.interventions().sham().isPresent() ? "-sham-" : "-")
                        .append(does, 0, Math.min(does.length(), LONGEST_DEED));
            }
        }
        return id.toString();
    }
}
