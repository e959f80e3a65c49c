package org.grokscope.run;

import org.grokscope.settings.RunConfiguration;

/**
 * A run to be made from another's checkpoint.
 *
 * @param name what people will call it
 * @param configuration the branch's whole configuration
 * @param lineage where it comes from and what it changes
 */
public record ForkBranch(String name, RunConfiguration configuration, Lineage lineage) {
    /**
     * Returns whether a run left the same parent at the same step with settings that give the same numbers at the same steps.
     */
    boolean sameAs(RunHead run) {
        Lineage other = run.lineage();
        return other != null && other.interventions().sameAs(lineage.interventions())
                && other.parent().equals(lineage.parent()) && other.step() == lineage.step()
                && run.configuration().evaluation().evaluateEvery() == configuration.evaluation().evaluateEvery()
                && ConfigurationHash.of(run.configuration()).equals(ConfigurationHash.of(configuration));
    }
}
