package org.grokscope.workbench.inspector;

import static org.grokscope.text.NumberText.count;
import static org.grokscope.text.NumberText.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.analysis.PeakFrequency;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.Imported;
import org.grokscope.run.Lineage;
import org.grokscope.run.Repetition;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.Passes;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.text.NumberText;

/** What the inspector says of a run. */
public final class Cards {
    /** What the card of a step tells, in this order. */
    private static final List<Measure> SHOWN = List.of(Measure.TRAIN_ACCURACY, Measure.VALIDATION_ACCURACY,
            Measure.TRAIN_LOSS, Measure.VALIDATION_LOSS, Measure.FSD, Measure.PEAK_FREQUENCY, Measure.RANK,
            Measure.RESTRICTED_LOSS, Measure.WEIGHT_NORM, Measure.WEIGHT_DECAY);
    /** The title of the card that begins the second part: what was chosen, after what came of it. */
    static final String CONFIGURATION = "Configuration";
    /** Settings that the configuration's first lines tell. */
    private static final Set<Setting<?>> TOLD_TOGETHER = Set.of(Settings.OPERATION, Settings.P, Settings.KIND,
            Settings.BLOCKS, Settings.WIDTH, Settings.HEADS, Settings.MLP_WIDTH);

    private Cards() {}

    /**
     * Returns the cards of a run.
     *
     * @param runs all that are at hand: a fork's parent is among them, and those with the same settings
     * @param cursor the step looked at; none looks at the last evaluation
     */
    public static List<Card> of(List<RunHistory> runs, RunHistory run, OptionalInt cursor) {
        List<Card> cards = new ArrayList<>();
        if (run.evaluations().isEmpty()) {
            cards.add(milestones(run, parent(runs, run)));
        } else {
            Evaluation at = run.nearestEvaluation(cursor.orElse(Integer.MAX_VALUE)).orElseThrow();
            cards.add(new Card("What am I seeing?", "step " + count(at.step()),
                    List.of(Fact.remark(run.milestonesKnown()
                            ? Explanation.of(runs, run, at)
                            : "This run is long and still being read. What it reached is known in a moment."))));
            cards.add(milestones(run, parent(runs, run)));
            cards.add(evaluation(run, at));
        }
        cards.add(configuration(run.head()));
        cards.add(environment(run.head().environment()));
        if (!run.leftOut().isEmpty()) {
            cards.add(new Card("Not read", "", run.leftOut().stream().map(Fact::remark).toList()));
        }
        return List.copyOf(cards);
    }

    private static Optional<RunHistory> parent(List<RunHistory> runs, RunHistory run) {
        Lineage lineage = run.head().lineage();
        return runs.stream().filter(it -> lineage != null && it.head().id().equals(lineage.parent())).findFirst();
    }

    private static Card milestones(RunHistory run, Optional<RunHistory> parent) {
        List<Fact> facts = new ArrayList<>(origin(run, parent));
        for (Milestone milestone : List.of(Milestone.MEMORISED, Milestone.CEILING, Milestone.GROKKED)) {
            facts.add(Fact.of(milestone.title(), stepOf(run, milestone)));
        }
        OptionalInt lead = run.milestones().lead();
        facts.add(lead.isEmpty()
                ? Fact.of("lead", none(run))
                : new Fact("lead", NumberText.signed(lead.getAsInt()),
                        lead.getAsInt() > 0 ? Fact.Tone.GOOD : Fact.Tone.PLAIN));
        if (run.milestones().step(Milestone.RESTRICTED_SYNC).isPresent()) {
            facts.add(Fact.of(Milestone.RESTRICTED_SYNC.title(), stepOf(run, Milestone.RESTRICTED_SYNC)));
        }
        facts.add(Fact.of("norm at grok", normAtGrok(run)));
        if (run.milestones().step(Milestone.DESTABILISED).isPresent()) {
            facts.add(new Fact(Milestone.DESTABILISED.title(), stepOf(run, Milestone.DESTABILISED), Fact.Tone.BAD));
        }
        boolean bad = run.state() == RunState.DIVERGED || run.state() == RunState.FAILED
                || run.state() == RunState.INTERRUPTED;
        facts.add(new Fact("state", run.state().label(), bad
                ? Fact.Tone.BAD
                : run.state() == RunState.TRAINING ? Fact.Tone.GOOD : Fact.Tone.PLAIN));
        return new Card(run.head().name(), "", facts);
    }

    /** Says where a fork comes from and, of a control, how far it repeated that. */
    private static List<Fact> origin(RunHistory run, Optional<RunHistory> parent) {
        Lineage lineage = run.head().lineage();
        if (lineage == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact
                .remark("Forked from " + parent.map(it -> it.head().name()).orElse(lineage.parentFolder()) + " at step "
                        + count(lineage.step())
                        + (lineage.coldStart() ? ", a cold start: AdamW's moments began at zero." : ".")));
        if (!lineage.interventions().none()) {
            facts.add(Fact.of("does", Stream.concat(Stream.of(lineage.interventions().label()),
                    lineage.interventions().kept().stream().map(it -> "kept: " + it.label()))
                    .filter(it -> !it.isEmpty()).collect(Collectors.joining(", "))));
        }
        if (run.control() && parent.isPresent()) {
            Repetition repetition = Repetition.of(parent.get(), run);
            if (repetition.differsFrom().isPresent()) {
                facts.add(new Fact("", "Control " + repetition.text() + ".", Fact.Tone.BAD));
            } else if (repetition.atTheEnd()) {
                facts.add(Fact.remark("Control " + repetition.text() + "."));
            } else if (repetition.exactTo().isPresent()) {
                facts.add(new Fact("bit-exact to", "step " + count(repetition.exactTo().getAsInt()) + " \u2713",
                        Fact.Tone.GOOD));
            }
        }
        return facts;
    }

    private static String stepOf(RunHistory run, Milestone milestone) {
        OptionalInt step = run.milestones().step(milestone);
        return step.isPresent() ? count(step.getAsInt()) : none(run);
    }

    private static String normAtGrok(RunHistory run) {
        return run.at(Milestone.GROKKED).map(at -> Measure.WEIGHT_NORM.text(at)).orElse(none(run));
    }

    private static String none(RunHistory run) {
        return run.milestonesKnown() ? NumberText.NONE : NumberText.NOT_READ;
    }

    private static Card evaluation(RunHistory run, Evaluation at) {
        boolean checkpoint = run.checkpoints().contains(at.step());
        List<Fact> facts = SHOWN.stream().map(measure -> Fact.of(measure.words(),
                measure == Measure.PEAK_FREQUENCY ? PeakFrequency.of(run, at) : measure.text(at))).toList();
        return new Card("Step " + count(at.step()), checkpoint ? "checkpoint" : "", facts);
    }

    private static Card configuration(RunHead head) {
        RunConfiguration configuration = head.configuration();
        ModelSettings model = configuration.model();
        Imported imported = head.imported();
        List<Fact> facts = new ArrayList<>();
        if (imported != null) {
            facts.add(Fact.remark("Imported " + imported.text() + ". What is not listed its source does not say."));
        }
        facts.add(Fact.of("task", configuration.learnedTask().question("a", "b")));
        boolean network = imported == null || !imported.curves();
        if (network) {
            facts.add(Fact.of("network", model.kind().label() + ", " + count(model.blocks(), "block")));
            facts.add(Fact.of("width, heads, MLP", model.width() + ", " + model.heads() + ", " + model.mlpWidth()));
        }
        for (Setting<?> setting : Settings.offered()) {
            String value = setting.said(configuration);
            boolean told = !TOLD_TOGETHER.contains(setting) && !setting.silent(configuration) && !value.isEmpty();
            if (told && head.knows(setting)) {
                facts.add(Fact.of(setting.symbol(), value));
            }
        }
        if (network) {
            facts.add(Fact.of("passes", Passes.of(model).label()));
        }
        return new Card(CONFIGURATION, "", facts);
    }

    private static Card environment(Environment environment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("device", environment.device()));
        if (!environment.deviceName().equalsIgnoreCase(environment.device())) {
            facts.add(Fact.of("processor", environment.deviceName()));
        }
        facts.add(Fact.of("threads", Integer.toString(environment.threads())));
        environment.versions().forEach((what, version) -> facts.add(Fact.of(what, version)));
        facts.removeIf(fact -> fact.value().isBlank());
        return new Card("Computed on", "", facts);
    }
}
