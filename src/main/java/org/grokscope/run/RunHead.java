package org.grokscope.run;

import java.time.Instant;
import org.grokscope.measure.Milestones;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.text.CleanText;
import org.grokscope.weights.LastingInterventions;
import org.jspecify.annotations.Nullable;

/**
 * What run.json says.
 *
 * @param id the run's folder name
 * @param name what people call it
 * @param lineage where a fork comes from; null for a run from scratch
 * @param imported where a run comes from that another program trained; null for this program's own
 */
public record RunHead(String id, String name, Instant created, RunConfiguration configuration,
        @Nullable Lineage lineage, Environment environment, @Nullable Imported imported) {
    /** The version of the run directory that this program writes, and the newest it reads. */
    public static final int SCHEMA_VERSION = 2;

    /** A run that this program trains. */
    public RunHead(String id, String name, Instant created, RunConfiguration configuration,
            @Nullable Lineage lineage, Environment environment) {
        this(id, name, created, configuration, lineage, environment, null);
    }

    public RunHead {
        String clean = CleanText.line(name);
        name = clean.isEmpty() && !name.isEmpty() ? id : clean;
    }

    /** Returns whether it is known what a setting was; of an imported run only what its files say or a person did. */
    public boolean knows(Setting<?> setting) {
        return imported == null || !imported.assumed().contains(setting.name());
    }

    /**
     * Returns λ of the update that follows a step.
     *
     * @param reached by the run's evaluations up to the step
     */
    public double weightDecayAfter(int step, Milestones reached) {
        return configuration.schedule().weightDecay().at(step, configuration.optimizer().weightDecay(),
                lineage == null ? -1 : lineage.step(), reached);
    }

    /** Returns what the run does to its network as a fork; none of a run from scratch. */
    public Interventions interventions() {
        return lineage == null ? Interventions.NONE : lineage.interventions();
    }

    /** Returns what acts on the network at each of its updates. */
    public LastingInterventions lasting() {
        return interventions().lasting();
    }

    /**
     * Returns the version of the run directory that holds the run: the first, unless a program that knows no interventions
     * would take it for what it is not.
     */
    int schemaVersion() {
        return interventions().none() ? 1 : SCHEMA_VERSION;
    }

    /** Returns whether a run begins with a seed and nothing else: neither a fork nor imported. */
    public boolean fromScratch() {
        return lineage == null && imported == null;
    }

    /** Returns this head of a run in another folder. */
    RunHead in(String folder) {
        return new RunHead(folder, name, created, configuration, lineage, environment, imported);
    }

    /** Returns this head of a run that comes from elsewhere. */
    RunHead from(Lineage other) {
        return new RunHead(id, name, created, configuration, other, environment, imported);
    }

    /** Returns this head with another name. */
    RunHead named(String other) {
        return new RunHead(id, other, created, configuration, lineage, environment, imported);
    }
}
