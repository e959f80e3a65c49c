package org.grokscope.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.measure.Milestone;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.InvalidSetting;

/** The studies there are: the tables of arXiv 2606.12966, and one control that it does not report. */
public final class Catalogue {
    private static final int STEPS = 8000;
    private static final int AFTER_GROKKING = 1500;
    private static final int BRANCH_AFTER_GROKKING = 500;
    private static final int BRANCH_EVALUATED_EVERY = 20;
    private static final int LAW_AFTER_GROKKING = 200;
    private static final BranchPoint CEILING = new BranchPoint.Reached(Milestone.CEILING);
    private static final BranchPoint HALF = BranchPoint.parse("fsd>=0.5 while memorised");
    private static final int DRAWS = 5;
    private static final List<Long> SEEDS = List.of(42L, 123L, 0L, 1L, 2L);
    private static final List<Long> GROUP_SEEDS = List.of(0L, 1L, 2L, 7L, 42L, 123L);
    private static final double GROUP_TRAIN_FRACTION = 0.7;
    private static final List<Long> TRIGGERED_SEEDS = List.of(42L, 0L, 1L);
    private static final List<Double> WEIGHT_DECAYS = List.of(1.0, 2.0, 3.0, 5.0);
    private static final List<String> TRIGGERS = List.of("ceiling", "memorised", "500");
    private static final List<Double> HIGH = List.of(3.0, 5.0, 10.0);

    private static final List<Study> ALL = List.of(leads(), forkLaw(), architectures(), ablation(), triggered(),
            falseAlarms(), groups(), RaceProtocol.read().study(), InterventionProtocol.read().study());

    private Catalogue() {}

    /** Returns all studies, in the order of the paper. */
    public static List<Study> all() {
        return ALL;
    }

    /**
     * Finds a study.
     *
     * @throws InvalidSetting when there is none of this name
     */
    public static Study of(String name) {
        return ALL.stream().filter(study -> study.name().equals(name)).findFirst()
                .orElseThrow(() -> new InvalidSetting("study", "There is no study '" + name + "'; there are "
                        + ALL.stream().map(Study::name).collect(Collectors.joining(", ")) + "."));
    }

    private static Study leads() {
        List<Trial> cells = new ArrayList<>();
        SEEDS.forEach(seed -> cells.add(lead(Operation.ADD, 97, seed)));
        List.of(53, 71, 113, 131).forEach(p -> cells.add(lead(Operation.ADD, p, 42)));
        List.of(42L, 123L).forEach(seed -> cells.add(lead(Operation.SUBTRACT, 97, seed)));
        RunConfiguration multiplication = task(Operation.MULTIPLY, 97, 42);
        cells.add(new Trained("multiply p=97 seed=42",
                multiplication.ending(15_000, AFTER_GROKKING)));
        return new Study("leads", "Does synchronisation lead?",
                "By how many steps does the FSD ceiling come before grokking, over primes, seeds and operations?",
                cells, Set.of("add p=97 seed=42", "add p=97 seed=123", "add p=113 seed=42", "add p=131 seed=42"));
    }

    /** A run of the first table; other studies begin from these. */
    private static Trained lead(Operation operation, int p, long seed) {
        return new Trained("%s p=%d seed=%d".formatted(operation.label(), p, seed),
                task(operation, p, seed).ending(STEPS, AFTER_GROKKING));
    }

    /** At the paper's ceiling and earlier, at half of it or so, where there is more of a wait to shorten. */
    private static Study forkLaw() {
        List<Trial> cells = new ArrayList<>();
        for (BranchPoint at : List.of(CEILING, HALF)) {
            for (int p : List.of(131, 53)) {
                for (int draw = 1; draw <= DRAWS; draw++) {
                    cells.addAll(branches(lead(Operation.ADD, p, 42), at, draw));
                }
            }
            SEEDS.forEach(seed -> cells.addAll(branches(lead(Operation.ADD, 97, seed), at, 1)));
        }
        Set<String> few = branches(lead(Operation.ADD, 131, 42), CEILING, 1).stream().map(Forked::name)
                .collect(Collectors.toSet());
        return new Study("fork-law", "Delay against weight decay",
                "How long after a fork, at the FSD ceiling or before it, does a network grok, when its weight decay is \u03bb?",
                cells, few);
    }

    private static List<Forked> branches(Trained parent, BranchPoint at, int draw) {
        String where = at.equals(CEILING) ? "" : " " + at.key();
        return WEIGHT_DECAYS.stream()
                .map(weightDecay -> new Forked(
                        "%s%s \u03bb=%.0f draw=%d".formatted(parent.name(), where, weightDecay, draw), parent, at,
                        weightDecay, draw, STEPS, LAW_AFTER_GROKKING, BRANCH_EVALUATED_EVERY, BranchDeed.CONTROL))
                .toList();
    }

    private static Study architectures() {
        RunConfiguration paper = lead(Operation.ADD, 97, 42).configuration();
        RunConfiguration mlpOnly = paper.with(Settings.KIND, ModelKind.MLP_ONLY);
        List<Trial> cells = List.of(new Trained("two blocks", paper),
                new Trained("one block", paper.with(Settings.BLOCKS, 1)),
                new Trained("attention only", paper.with(Settings.KIND, ModelKind.ATTENTION_ONLY)),
                new Trained("MLP only", mlpOnly.ending(3000, AFTER_GROKKING)));
        return new Study("architectures", "Other architectures",
                "Which networks synchronise and grok, and in which order?", cells,
                Set.of("two blocks", "attention only", "MLP only"));
    }

    private static Study ablation() {
        Trained run = lead(Operation.ADD, 97, 42);
        return new Study("ablation", "Zero ablation at grokking",
                "What can the network still do when one of its parts is silenced?",
                List.of(new Trained(run.name(), run.configuration(), Finding.ABLATION)), Set.of(run.name()));
    }

    private static Study triggered() {
        List<Trial> cells = new ArrayList<>();
        for (long seed : TRIGGERED_SEEDS) {
            cells.add(lead(Operation.ADD, 97, seed));
        }
        for (long seed : TRIGGERED_SEEDS) {
            for (String trigger : TRIGGERS) {
                for (double high : HIGH) {
                    cells.add(raised(seed, trigger, high));
                }
            }
        }
        return new Study("triggered", "Weight decay raised during training",
                "How many steps are saved when \u03bb is raised at the FSD ceiling, at memorisation or early on, and "
                        + "what does it cost?",
                cells, Set.of("add p=97 seed=42", raised(42, "ceiling", 3).name(), raised(42, "ceiling", 5).name(),
                        raised(42, "memorised", 10).name()));
    }

    private static Trained raised(long seed, String trigger, double high) {
        String schedule = "%s:%.0f".formatted(trigger, high);
        return new Trained("add p=97 seed=%d %s".formatted(seed, schedule), task(Operation.ADD, 97, seed)
                .ending(STEPS, BRANCH_AFTER_GROKKING)
                .with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse(schedule)));
    }

    private static Study falseAlarms() {
        RunConfiguration plain = task(Operation.ADD, 97, 42).ending(5000, 0);
        List<Trial> cells = List.of(alarm("\u03bb=0", plain.withWeightDecay(0)),
                alarm("\u03bb=0.1", plain.withWeightDecay(0.1)),
                alarm("shuffled labels", plain.with(Settings.LABELS, Labels.SHUFFLED)),
                alarm("\u03bb=10", plain.withWeightDecay(10)));
        return new Study("false-alarms", "Synchronised without grokking",
                "How often does the FSD cross its ceiling in networks that do not grok?", cells,
                Set.of("shuffled labels", "\u03bb=10"));
    }

    private static Study groups() {
        RunConfiguration s5 = RunConfiguration.PAPER.composing(GroupName.parse("S5"))
                .with(Settings.TRAIN_FRACTION, GROUP_TRAIN_FRACTION).ending(STEPS, BRANCH_AFTER_GROKKING);
        List<Trial> cells = new ArrayList<>();
        GROUP_SEEDS.forEach(seed -> cells.add(new Trained("S5 seed=" + seed, s5.withSeed(seed))));
        return new Study("groups", "Permutations of five things",
                "Do neurons agree on an irrep of S\u2085 before the network groks, and what does the FSD of numbers make of it?",
                cells, Set.of("S5 seed=2", "S5 seed=123"));
    }

    private static Trained alarm(String name, RunConfiguration configuration) {
        return new Trained(name, configuration, Finding.PERMUTATION);
    }

    private static RunConfiguration task(Operation operation, int p, long seed) {
        return RunConfiguration.PAPER.with(Settings.OPERATION, operation).with(Settings.P, p).withSeed(seed);
    }
}
