package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.grokscope.study.Trial;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.slurm.BatchScript;
import org.grokscope.text.ShellWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that writes a plan of runs in the place of training them. */
final class PlanOptions {
    @Option(names = "--plan", paramLabel = "DIR", description = "train nothing: write the runs as a plan to this folder, for 'grokscope work' here or on other machines, or 'grokscope submit' to a cluster")
    private @Nullable Path folder;

    /** Returns whether a plan is wanted. */
    boolean wanted() {
        return folder != null;
    }

    /** Brings a run that a plan needs into the folder of the plan's runs. */
    interface Bringer {
        /** Returns whether the run need not be trained. */
        boolean into(Path runsFolder) throws IOException;
    }

    /** Writes the plan of some runs, and says what can be done with it. */
    int write(List<? extends Trial> trials, Console console) throws IOException {
        return write(trials, console, _ -> false);
    }

    /** As {@link #write(List, Console)}; the first run may be there already. */
    int write(List<? extends Trial> trials, Console console, Bringer first) throws IOException {
        Plan plan = Plan.of(trials);
        PlanFolder made = PlanFolder.create(Objects.requireNonNull(folder), plan);
        BatchScript.write(made);
        String place = ShellWord.of(String.valueOf(folder));
        console.print("%d runs are planned in %s, %d of them forks.".formatted(plan.lines(), folder,
                plan.lines() - plan.fromScratch()));
        if (first.into(made.runs())) {
            console.print(plan.line(1).name() + " was copied into it and is not trained again.");
        }
        console.print("Train them here: grokscope work " + place);
        console.print("Hand them to Slurm: grokscope submit " + place);
        return 0;
    }
}
