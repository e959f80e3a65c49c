package org.grokscope.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.grokscope.measure.Thresholds;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.task.Labels;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.grokscope.task.Split;
import org.grokscope.task.SplitRule;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.Labelled;

/**
 * The table of settings. The order is that of run.json within a group, of the command line's help and of dialogs. A new
 * setting is a row here and a component of its group's record; it is {@link Trait#SPARSE}, with a default that leaves
 * runs as they were.
 */
public final class Settings {
    private static final List<Setting<?>> ROWS = new ArrayList<>();
    private static final SettingType<Integer> WHOLE = new SettingType.Whole();
    private static final SettingType<Double> REAL = new SettingType.Real();
    private static final SettingType<Long> A_SEED = new SettingType.Seed();

    /** Least FSD of a network that is synchronised on the irreps of a group (arXiv 2606.12966, version 2). */
    static final double GROUP_CEILING = 0.5;

    /** What is done with a and b. */
    public static final Setting<Operation> OPERATION = row(
            new SettingRow<>(new SettingType.OneOf<>(Operation.class), Group.TASK, "operation", Operation.ADD,
                    it -> it.task().operation()).help("how a and b are combined, modulo p or in a group")
                    .placeholder("NAME").following(values -> values.get(Settings.GROUP).present()
                            ? Operation.COMPOSE
                            : Operation.ADD)
                    .is(Trait.FOREMOST));
    /** The group whose elements are composed. */
    public static final Setting<GroupName> GROUP = row(
            new SettingRow<>(SettingType.A_GROUP, Group.TASK, "group", GroupName.NONE, it -> it.task().group())
                    .help("whose elements are composed: Sn, An, Dn or Cn").unless("numbers modulo p")
                    .placeholder("NAME")
                    .suggestions("S5", "A5", "D59", "C113").check(OPERATION, TaskSettings::requireOperation)
                    .is(Trait.FOREMOST, Trait.SPARSE));
    /** The modulus. */
    public static final Setting<Integer> P = row(
            new SettingRow<>(WHOLE, Group.TASK, "p", 97, it -> it.task().p()).called("Modulus p", "p")
                    .help("from 2 to " + ModularTask.LARGEST_P + "; of a group its order").placeholder("P")
                    .following(values -> values.get(GROUP).present() ? values.get(GROUP).order() : 97)
                    .suggestions("53", "71", "97", "113", "131").check(ModularTask::requireModulus)
                    .check(OPERATION, (p, operation) -> ModularTask.requirePrime(operation, p))
                    .check(GROUP, TaskSettings::requireOrder).is(Trait.FOREMOST));
    /** Share of the pairs that is trained on. */
    public static final Setting<Double> TRAIN_FRACTION = row(
            new SettingRow<>(REAL, Group.TASK, "trainFraction", 0.3, it -> it.task().trainFraction())
                    .help("share of the p\u00b2 pairs used for training").placeholder("F")
                    .check(Split::requireFraction).check(P, (fraction, p) -> Split.trainPairs(p, fraction)));
    /** Which answers are learned. */
    public static final Setting<Labels> LABELS = row(
            new SettingRow<>(new SettingType.OneOf<>(Labels.class), Group.TASK, "labels", Labels.TRUE,
                    it -> it.task().labels()).help("whether the answers are permuted over all pairs, as a control")
                    .placeholder("NAME").wording(labels -> labels.label() + " labels")
                    .is(Trait.FOREMOST, Trait.FURTHER, Trait.SPARSE));
    /** Which pairs are trained on. */
    public static final Setting<SplitRule> SPLIT = row(
            new SettingRow<>(SettingType.PAIRS, Group.TASK, "split", SplitRule.OWN, it -> it.task().split())
                    .help("python:0, torch:598",
                            "; the training pairs that another program draws with this seed, as the first of its shuffled pairs")
                    .placeholder("RULE").unless("drawn from the seed").is(Trait.FURTHER, Trait.SPARSE)
                    .checkAmong(TRAIN_FRACTION, (split, values) -> {
                        if (split.source() == SplitRule.Source.LISTED) {
                            split.check(values.get(P) * values.get(P),
                                    Split.trainPairs(values.get(P), values.get(TRAIN_FRACTION)));
                        }
                    }));
    /** Which sublayers the blocks have. */
    public static final Setting<ModelKind> KIND = row(
            new SettingRow<>(new SettingType.OneOf<>(ModelKind.class), Group.MODEL, "kind", ModelKind.FULL,
                    it -> it.model().kind()).called("Network", "kind").help("which sublayers a block has")
                    .placeholder("KIND").is(Trait.FOREMOST));
    /** How many blocks there are. */
    public static final Setting<Integer> BLOCKS = row(
            new SettingRow<>(WHOLE, Group.MODEL, "blocks", 2, it -> it.model().blocks()).help("how many, 1 to 4")
                    .check(it -> it >= 1 && it <= 4, "The network must have 1 to 4 blocks", "is not among them")
                    .is(Trait.FOREMOST));
    /** Of the residual stream. */
    public static final Setting<Integer> WIDTH = row(
            new SettingRow<>(WHOLE, Group.MODEL, "width", 128, it -> it.model().width())
                    .help("of the residual stream, 1 to 4096").is(Trait.FURTHER)
                    .check(it -> it >= 1 && it <= 4096, "The width must lie between 1 and 4096", "does not"));
    /** Attention heads. */
    public static final Setting<Integer> HEADS = row(
            new SettingRow<>(WHOLE, Group.MODEL, "heads", 4, it -> it.model().heads())
                    .help("attention heads; they divide the width").is(Trait.FURTHER)
                    .check(it -> it >= 1, "There must be at least 1 head", "is too few")
                    .check(WIDTH, (heads, width) -> InvalidSetting.unless(width % heads == 0, "heads",
                            "The heads must divide the width " + width + ", and " + heads + " does not.")));
    /** Hidden neurons of each MLP. */
    public static final Setting<Integer> MLP_WIDTH = row(
            new SettingRow<>(WHOLE, Group.MODEL, "mlpWidth", 512, it -> it.model().mlpWidth())
                    .called("MLP width", "MLP width").help("hidden neurons of each MLP, 1 to 16384").is(Trait.FURTHER)
                    .check(it -> it >= 1 && it <= 16384, "The MLP width must lie between 1 and 16384", "does not"));
    /** What the MLPs' neurons make of their sums. */
    public static final Setting<Activation> ACTIVATION = row(
            network(Activation.class, "activation", Activation.GELU, it -> it.model().activation())
                    .help("what a hidden neuron makes of its sum").check(KIND, (activation, kind) -> InvalidSetting
                            .unless(kind.mlp() || activation == Activation.GELU, "activation",
                                    "An attention-only network has no neurons that an activation could be chosen for.")));
    /** Where LayerNorms stand. */
    public static final Setting<Norm> NORM = row(network(Norm.class, "norm", Norm.PRE, it -> it.model().norm())
            .called("LayerNorm", "LayerNorm").words("norm", "layer-norm")
            .help("before each sublayer and the head, nowhere, or behind each sublayer's sum"));
    /** Which positions attend to which. */
    public static final Setting<Mask> MASK = row(network(Mask.class, "mask", Mask.NONE, it -> it.model().mask())
            .help("whether a position attends to later ones")
            .check(KIND, (mask, kind) -> InvalidSetting.unless(kind.attention() || mask == Mask.NONE, "mask",
                    "An mlp-only network has no attention that could be masked.")));
    /** Which linear layers have a bias. */
    public static final Setting<Biases> BIASES = row(
            network(Biases.class, "biases", Biases.ALL, it -> it.model().biases())
                    .help("which linear layers have one; LayerNorms keep theirs")
                    .check(KIND, (biases, kind) -> InvalidSetting.unless(kind.mlp() || biases != Biases.MLP, "biases",
                            "An attention-only network has no MLP whose biases could be kept.")));
    /** The tokens that ask the question. */
    public static final Setting<Sequence> SEQUENCE = row(
            network(Sequence.class, "sequence", Sequence.EQUALS, it -> it.model().sequence())
                    .help("the tokens 'a b =', 'a b' or 'a \u2218 b ='; the last answers"));
    /** How the weights at step 0 are drawn. */
    public static final Setting<InitialScheme> INITIAL_WEIGHTS = row(
            network(InitialScheme.class, "initialWeights", InitialScheme.UNIFORM, it -> it.model().initialWeights())
                    .help("\u00b11/\u221afan-in as torch, or N(0, 1)/\u221awidth without biases"));
    /** What the initial weights are multiplied by. */
    public static final Setting<Double> INITIAL_SCALE = row(
            new SettingRow<>(REAL, Group.MODEL, "initialScale", 1.0, it -> it.model().initialScale())
                    .help("what the initial weights are multiplied by").placeholder("ALPHA")
                    .is(Trait.FURTHER, Trait.SPARSE)
                    .check(SettingRow::positive, "The initial scale must be a positive number", "is not"));
    /** η. */
    public static final Setting<Double> LEARNING_RATE = row(
            new SettingRow<>(REAL, Group.OPTIMIZER, "learningRate", 1e-3, it -> it.optimizer().learningRate())
                    .help("\u03b7, constant after the warm-up").placeholder("ETA")
                    .check(SettingRow::positive, "The learning rate must be a positive number", "is not"));
    /** λ at step 0. */
    public static final Setting<Double> WEIGHT_DECAY = row(
            new SettingRow<>(REAL, Group.OPTIMIZER, "weightDecay", 1.0, it -> it.optimizer().weightDecay())
                    .called("Weight decay \u03bb", "\u03bb").help("AdamW's \u03bb, on every parameter; at least 0")
                    .placeholder("LAMBDA").words("\u03bb", "lambda", "decay", "weight-decay").is(Trait.FOREMOST)
                    .check(SettingRow::notNegative, "The weight decay \u03bb must be a number of at least 0",
                            "is not"));
    /** AdamW's memory of gradients. */
    public static final Setting<Double> BETA1 = row(
            new SettingRow<>(REAL, Group.OPTIMIZER, "beta1", 0.9, it -> it.optimizer().beta1())
                    .called("\u03b2\u2081", "\u03b2\u2081")
                    .help("how fast AdamW forgets gradients; at least 0, under 1")
                    .placeholder("BETA").is(Trait.FURTHER)
                    .check(it -> it >= 0 && it < 1, "\u03b2\u2081 must be at least 0 and under 1", "is not"));
    /** AdamW's memory of squared gradients. */
    public static final Setting<Double> BETA2 = row(
            new SettingRow<>(REAL, Group.OPTIMIZER, "beta2", 0.999, it -> it.optimizer().beta2())
                    .called("\u03b2\u2082", "\u03b2\u2082")
                    .help("how fast AdamW forgets squared gradients; at least 0, under 1").placeholder("BETA")
                    .is(Trait.FURTHER)
                    .check(it -> it >= 0 && it < 1, "\u03b2\u2082 must be at least 0 and under 1", "is not"));
    /** Keeps AdamW from dividing by 0. */
    public static final Setting<Double> EPSILON = row(
            new SettingRow<>(REAL, Group.OPTIMIZER, "epsilon", 1e-8, it -> it.optimizer().epsilon())
                    .called("\u03b5", "\u03b5").help("what AdamW adds to the root of the second moment")
                    .placeholder("EPS").words("epsilon", "\u03b5").is(Trait.FURTHER)
                    .check(SettingRow::positive, "\u03b5 must be a positive number", "is not"));
    /** Steps over which η rises. */
    public static final Setting<Integer> WARMUP = row(
            new SettingRow<>(WHOLE, Group.OPTIMIZER, "warmup", 0, it -> it.optimizer().warmup())
                    .called("Warm-up", "warm-up").help("steps over which \u03b7 rises linearly from 0").unless("none")
                    .wording(steps -> steps == 0 ? "" : WHOLE.said(steps)).is(Trait.FURTHER, Trait.SPARSE)
                    .check(it -> it >= 0, "The warm-up must take at least 0 steps", "is not"));
    /** Pairs a step. */
    public static final Setting<Integer> BATCH = row(
            new SettingRow<>(new SettingType.Batch(), Group.OPTIMIZER, "batch", 512, it -> it.optimizer().batch())
                    .help("pairs a step; full: all that are trained on")
                    .check(it -> it >= 1, "The batch must hold at least 1 pair", "is too few"));
    /** Of a training step's cross-entropy. */
    public static final Setting<LossPrecision> LOSS_PRECISION = row(
            new SettingRow<>(new SettingType.OneOf<>(LossPrecision.class), Group.OPTIMIZER, "lossPrecision",
                    LossPrecision.FLOAT32, it -> it.optimizer().lossPrecision())
                    .help("the numbers a step's cross-entropy is computed in").placeholder("NAME")
                    .is(Trait.FURTHER, Trait.SPARSE));
    /** Of a training step's matrix products. */
    public static final Setting<ProductPrecision> PRECISION = row(
            new SettingRow<>(new SettingType.OneOf<>(ProductPrecision.class), Group.OPTIMIZER, "precision",
                    ProductPrecision.FLOAT32, it -> it.optimizer().precision())
                    .help("the numbers a step's matrix products are computed from; bf16 needs avx512_bf16 or AMX")
                    .placeholder("NAME")
                    .is(Trait.FURTHER, Trait.SPARSE).check(NORM, Passes::require));
    /** The last step. */
    public static final Setting<Integer> STEPS = row(
            new SettingRow<>(WHOLE, Group.SCHEDULE, "steps", 8000, it -> it.schedule().steps())
                    .called("Last step", "last step").help("the last step, counted from 0").is(Trait.LOOKING)
                    .check(it -> it >= 1, "The run must take at least 1 step", "is too few"));
    /** Steps after grokking at which a run ends early. */
    public static final Setting<Integer> STOP_AFTER_GROK = row(
            new SettingRow<>(WHOLE, Group.SCHEDULE, "stopAfterGrok", 0, it -> it.schedule().stopAfterGrok())
                    .called("Stop after grokking", "stop after grok").help("stop this many steps after grokking")
                    .unless("never").wording(steps -> steps == 0 ? "" : WHOLE.said(steps)).is(Trait.LOOKING)
                    .check(it -> it >= 0, "The steps after grokking must be at least 0", "is not"));
    /** Planned changes of λ. */
    public static final Setting<WeightDecaySchedule> WEIGHT_DECAY_SCHEDULE = row(
            new SettingRow<>(new SettingType.Changes(), Group.SCHEDULE, "weightDecaySchedule",
                    WeightDecaySchedule.NONE, it -> it.schedule().weightDecay()).key("weightDecay")
                    .called("\u03bb schedule", "\u03bb schedule")
                    .help("ceiling:5, memorised:2, 4000:1",
                            "; \u03bb from a moment on, which is memorised, ceiling, grokked or a step; several with commas between")
                    .placeholder("WHEN:LAMBDA").unless("constant").is(Trait.FOREMOST));
    /** Draws the initial weights and the split. */
    public static final Setting<Long> SEED = row(
            new SettingRow<>(A_SEED, Group.SEEDS, "seed", 42L, it -> it.seeds().seed()).called("Seeds", "seed")
                    .help("draws weights and split; 1,2,3: three runs")
                    .is(Trait.FOREMOST, Trait.SEVERAL));
    /** Draws the order of the batches. */
    public static final Setting<Long> DATA_SEED = row(
            new SettingRow<>(A_SEED, Group.SEEDS, "dataSeed", 42L, it -> it.seeds().dataSeed())
                    .help("draws the order of the batches").unless("the seed", values -> values.get(SEED))
                    .is(Trait.FOREMOST, Trait.FURTHER));
    /** Steps from one evaluation to the next. */
    public static final Setting<Integer> EVALUATE_EVERY = row(
            new SettingRow<>(WHOLE, Group.EVALUATION, "evaluateEvery", 100, it -> it.evaluation().evaluateEvery())
                    .option("--eval-every", "N").called("Evaluate every", "evaluated every")
                    .help("steps between evaluations").is(Trait.LOOKING, Trait.FURTHER)
                    .check(it -> it >= 1, "Evaluations must be at least 1 step apart", "is too few"));
    /** Steps from one checkpoint to the next. */
    public static final Setting<Integer> CHECKPOINT_EVERY = row(
            new SettingRow<>(WHOLE, Group.EVALUATION, "checkpointEvery", 500, it -> it.evaluation().checkpointEvery())
                    .help("steps between checkpoints").is(Trait.LOOKING, Trait.FURTHER)
                    .check(it -> it >= 1, "Checkpoints must be at least 1 step apart", "is too few"));
    /** Of which steps' evaluations the commutator defect is measured. */
    public static final Setting<Integer> COMMUTATOR_EVERY = row(
            new SettingRow<>(WHOLE, Group.EVALUATION, "commutatorEvery", 0, it -> it.evaluation().commutatorEvery())
                    .called("Commutator every", "commutator every")
                    .help("measure the commutator defect at evaluations at multiples of so many steps")
                    .unless("never").wording(steps -> steps == 0 ? "" : WHOLE.said(steps))
                    .is(Trait.LOOKING, Trait.FURTHER, Trait.SPARSE)
                    .check(it -> it >= 0, "The steps between commutator defects must be at least 0", "is not"));
    /** Least train accuracy of a run that has memorised. */
    public static final Setting<Double> MEMORISED_ACCURACY = threshold("memorisedAccuracy", "memorised at",
            Thresholds.PAPER.memorisedAccuracy(), it -> it.memorisedAccuracy());
    /** Least FSD of a synchronised network. */
    public static final Setting<Double> CEILING_FSD = row(written("ceilingFsd", "FSD ceiling at",
            Thresholds.PAPER.ceilingFsd(), it -> it.ceilingFsd())
            .following(values -> values.get(GROUP).present() ? GROUP_CEILING : Thresholds.PAPER.ceilingFsd()));
    /** Greatest restricted loss of a restricted-synchronised network, in nats. */
    public static final Setting<Double> RESTRICTED_LOSS = threshold("restrictedLoss", "restricted sync at",
            Thresholds.PAPER.restrictedLoss(), it -> it.restrictedLoss());
    /** Least validation accuracy of a run that has grokked. */
    public static final Setting<Double> GROKKED_ACCURACY = threshold("grokkedAccuracy", "grokked at accuracy",
            Thresholds.PAPER.grokkedAccuracy(), it -> it.grokkedAccuracy());
    /** Validation accuracy under which a grokked run has lost it. */
    public static final Setting<Double> DESTABILISED_ACCURACY = threshold("destabilisedAccuracy", "destabilised under",
            Thresholds.PAPER.destabilisedAccuracy(), it -> it.destabilisedAccuracy());

    private static final List<Setting<?>> ALL = List.copyOf(ROWS);
    private static final List<Setting<?>> FOREMOST_FIRST = Stream
            .concat(ROWS.stream().filter(it -> it.is(Trait.FOREMOST)),
                    ROWS.stream().filter(it -> !it.is(Trait.FOREMOST)))
            .toList();
    private static final List<Setting<?>> OFFERED = ROWS.stream().filter(it -> !it.is(Trait.RECORDED)).toList();

    private Settings() {}

    /** Returns every setting there is. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** Returns every setting, those first that people speak of most. */
    public static List<Setting<?>> foremostFirst() {
        return FOREMOST_FIRST;
    }

    /** Returns those that dialog and command line ask for. */
    public static List<Setting<?>> offered() {
        return OFFERED;
    }

    private static <T> Setting<T> row(SettingRow<T> written) {
        Setting<T> row = written.row();
        ROWS.add(row);
        return row;
    }

    /** A choice about the network that older runs did not have. */
    private static <E extends Enum<E> & Labelled> SettingRow<E> network(Class<E> choices, String name, E paper,
            Function<RunConfiguration, E> getter) {
        return new SettingRow<>(new SettingType.OneOf<>(choices), Group.MODEL, name, paper, getter)
                .placeholder("NAME").is(Trait.FURTHER, Trait.SPARSE);
    }

    private static Setting<Double> threshold(String name, String symbol, double paper,
            Function<Thresholds, Double> getter) {
        return row(written(name, symbol, paper, getter));
    }

    private static SettingRow<Double> written(String name, String symbol, double paper,
            Function<Thresholds, Double> getter) {
        return new SettingRow<>(REAL, Group.THRESHOLDS, name, paper, it -> getter.apply(it.thresholds()))
                .called(symbol, symbol).is(Trait.LOOKING, Trait.RECORDED);
    }
}
