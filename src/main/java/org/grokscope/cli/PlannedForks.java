package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Milestone;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.ForkBranch;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.text.InvalidSetting;

/**
 * Branches as lines of a plan, which come after the run that they leave.
 *
 * @param parent the run they leave, as it stands
 * @param step where they leave it
 * @param trials the lines
 */
record PlannedForks(RunHistory parent, int step, List<Trial> trials) {
    /**
     * Plans the branches of a request.
     *
     * @param at the milestone they leave at, by its key
     * @throws InvalidSetting when a plan has no words for them
     */
    static PlannedForks of(RunHistory parent, String at, ForkRequest request) throws IOException {
        String id = parent.head().id();
        Milestone milestone = Milestone.of(at).orElseThrow(() -> new InvalidSetting("at",
                "With --plan, --at takes memorised, ceiling or grokked, not '" + at + "'."));
        InvalidSetting.unless(parent.head().fromScratch(), "plan",
                "A plan begins from scratch, and " + id + " does not; fork it without --plan.");
        RunConfiguration configuration = parent.head().configuration();
        Trained trained = new Trained(id, configuration);
        List<Trial> trials = new ArrayList<>(List.of(trained));
        for (ForkBranch branch : ForkPlan.of(parent, request).branches()) {
            trials.add(line(trained, milestone, branch));
        }
        return new PlannedForks(parent, request.step(), trials);
    }

    private static Forked line(Trained parent, Milestone at, ForkBranch branch) {
        RunConfiguration wanted = branch.configuration();
        RunConfiguration from = parent.configuration();
        double weightDecay = wanted.optimizer().weightDecay();
        int draw = (int) (wanted.seeds().dataSeed() - from.seeds().dataSeed()) + 1;
        RunConfiguration planned = from.withWeightDecay(weightDecay).with(Settings.DATA_SEED,
                wanted.seeds().dataSeed());
        InvalidSetting.unless(draw >= 1 && branch.lineage().interventions().none()
                && ConfigurationHash.of(planned).equals(ConfigurationHash.of(wanted)), "plan",
                "With --plan, branches differ in --weight-decay and --draws alone.");
        return new Forked(branch.name(), parent, at, weightDecay, draw, wanted.schedule().steps(),
                wanted.schedule().stopAfterGrok(), wanted.evaluation().evaluateEvery());
    }

    /**
     * Copies the parent, if it has ended and can be forked, into the folder of the plan's runs: then it need not be trained
     * again.
     *
     * @return whether it was
     */
    boolean bring(RunDirectory run, Path runsFolder) throws IOException {
        OptionalInt checkpoint = run.resumableSteps().stream().mapToInt(Integer::intValue).filter(it -> it <= step)
                .max();
        if (checkpoint.isEmpty() || parent.state() != RunState.FINISHED) {
            return false;
        }
        new RunCopy(Set.of(checkpoint.getAsInt()), Set.of()).make(run, runsFolder);
        return true;
    }
}
