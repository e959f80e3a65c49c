package org.grokscope.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Alarms;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.jspecify.annotations.Nullable;

/**
 * A run as its directory tells it at one moment: what every view draws.
 *
 * @param evaluations ascending in step; a fork's begin with those it inherited
 * @param events in the order they were written; a fork's begin with those it inherited
 * @param checkpoints steps with a checkpoint of the run's own, ascending
 * @param resumable those of them that training can go on from; at a glance all are taken to be
 * @param leftOut one sentence for each thing that could not be read
 * @param notes what people said of it
 * @param whole whether its evaluations are all there; at a glance there is only the last one, which is enough for a list
 * @param fromSeed whether it can be repeated from step 0 on: the settings of all its steps are known
 * @param moved the alarms that somebody looks at it with in the place of those it records; they date its milestones
 */
public record RunHistory(RunHead head, RunState state, List<Evaluation> evaluations, List<RunEvent> events,
        List<Integer> checkpoints, List<Integer> resumable, Milestones milestones, List<String> leftOut, RunNotes notes,
        boolean whole, boolean fromSeed, Map<Milestone, Alarm> moved) {
    /** A run with the alarms that it records. */
    public RunHistory(RunHead head, RunState state, List<Evaluation> evaluations, List<RunEvent> events,
            List<Integer> checkpoints, List<Integer> resumable, Milestones milestones, List<String> leftOut,
            RunNotes notes, boolean whole, boolean fromSeed) {
        this(head, state, evaluations, events, checkpoints, resumable, milestones, leftOut, notes, whole, fromSeed,
                Map.of());
    }

    /** A run from scratch, or a fork of which nothing is known before its first checkpoint. */
    public RunHistory(RunHead head, RunState state, List<Evaluation> evaluations, List<RunEvent> events,
            List<Integer> checkpoints, List<Integer> resumable, Milestones milestones, List<String> leftOut,
            RunNotes notes, boolean whole) {
        this(head, state, evaluations, events, checkpoints, resumable, milestones, leftOut, notes, whole,
                head.fromScratch());
    }

    /** A run of which nobody said anything, read to the end, all of whose checkpoints have moments. */
    public RunHistory(RunHead head, RunState state, List<Evaluation> evaluations, List<RunEvent> events,
            List<Integer> checkpoints, Milestones milestones, List<String> leftOut) {
        this(head, state, evaluations, events, checkpoints, checkpoints, milestones, leftOut, RunNotes.NONE, true);
    }

    public RunHistory {
        evaluations = List.copyOf(evaluations);
        events = List.copyOf(events);
        checkpoints = List.copyOf(checkpoints);
        resumable = List.copyOf(resumable);
        leftOut = List.copyOf(leftOut);
        moved = Map.copyOf(moved);
    }

    /**
     * Returns this run with its milestones dated anew by other alarms in the place of some that it records; by none of
     * them, as it was recorded. A run that is known at a glance stays as it is.
     */
    public RunHistory dated(Map<Milestone, Alarm> alarms) {
        if (!whole || alarms.equals(moved)) {
            return this;
        }
        return new RunHistory(head, state, evaluations, events, checkpoints, resumable,
                recordedMilestones().redated(evaluations, recordedAlarms().with(alarms), alarms.keySet()), leftOut,
                notes, true, fromSeed, alarms);
    }

    /**
     * Returns whether what it reached is certain. Of a long log that was only glanced at, and whose events tell of nothing, it
     * is not.
     */
    public boolean milestonesKnown() {
        return whole || !milestones.reached().isEmpty() || lastStep() <= 0;
    }

    /** Returns the alarms that its milestones are dated by. */
    public Alarms alarms() {
        return recordedAlarms().with(moved);
    }

    /** Returns the alarms that it records, whatever it is looked at with. */
    public Alarms recordedAlarms() {
        return Alarms.of(head.configuration().thresholds());
    }

    private Milestones recordedMilestones() {
        return moved.isEmpty() ? milestones : Milestones.of(evaluations, recordedAlarms());
    }

    /** Returns the step at which an alarm rings, if it does. */
    public OptionalInt rings(Alarm alarm) {
        return alarm.rings(evaluations, milestones.step(Milestone.MEMORISED));
    }

    /** Returns whether any evaluation measured something. */
    public boolean measured(Measure measure) {
        return evaluations.stream().anyMatch(it -> Double.isFinite(it.value(measure)));
    }

    /** Returns grokked minus the step at which an alarm rings, when it rings and the run grokked. */
    public OptionalInt leadOf(Alarm alarm) {
        OptionalInt rings = rings(alarm);
        OptionalInt grokked = milestones.step(Milestone.GROKKED);
        return rings.isPresent() && grokked.isPresent()
                ? OptionalInt.of(grokked.getAsInt() - rings.getAsInt())
                : OptionalInt.empty();
    }

    /** Returns this run under another id, its parent under another, too. */
    public RunHistory known(String id, @Nullable Lineage lineage) {
        return new RunHistory(new RunHead(id, head.name(), head.created(), head.configuration(), lineage,
                head.environment(), head.imported()), state, evaluations, events, checkpoints, resumable, milestones,
                leftOut,
                notes, whole, fromSeed, moved);
    }

    /** Returns this run as it is when it goes on or is forked: without its {@link FinalEvaluations}. */
    RunHistory goingOn() {
        FinalEvaluations last = FinalEvaluations.of(events, head.configuration().evaluation().evaluateEvery());
        if (evaluations.stream().noneMatch(last::hold)) {
            return this;
        }
        List<Evaluation> kept = evaluations.stream().filter(it -> !last.hold(it)).toList();
        return new RunHistory(head, state, kept, events.stream().filter(it -> !last.hold(it)).toList(), checkpoints,
                resumable, Milestones.of(kept, head.configuration().thresholds()), leftOut, notes, whole, fromSeed);
    }

    /**
     * Returns the step up to which the run is known to have been, by evaluations, checkpoints and events; 0 when it has
     * not begun.
     */
    public int reached() {
        int known = Math.max(lastStep(), checkpoints.isEmpty() ? 0 : checkpoints.getLast());
        return Math.max(known, events.stream().mapToInt(RunEvent::step).max().orElse(0));
    }

    /** Returns the step of the last evaluation; 0 when there is none. */
    public int lastStep() {
        return evaluations.isEmpty() ? 0 : evaluations.getLast().step();
    }

    /**
     * Returns whether training may begin it from its seed: nothing of its own was logged that would be lost, and a fork
     * was given no checkpoint.
     */
    public boolean beginsFromSeed() {
        Lineage lineage = head.lineage();
        return lineage == null
                ? head.imported() == null && lastStep() == 0
                : fromSeed && checkpoints.isEmpty() && lastStep() <= lineage.step();
    }

    /** Returns what the run did itself: of a fork, from the step on at which it left its parent. */
    public List<Evaluation> ownEvaluations() {
        Lineage lineage = head.lineage();
        int from = lineage == null ? 0 : lineage.step();
        return evaluations.subList(StepSearch.atOrAfter(evaluations, Evaluation::step, from), evaluations.size());
    }

    /** Returns the evaluation nearest to a step; of two as near, the earlier. Empty when there is none. */
    public Optional<Evaluation> nearestEvaluation(double step) {
        return StepSearch.nearest(evaluations, Evaluation::step, step);
    }

    /** Returns the evaluation that dates a milestone, if it was reached. */
    public Optional<Evaluation> at(Milestone milestone) {
        OptionalInt step = milestones.step(milestone);
        return evaluations.stream().filter(it -> step.isPresent() && it.step() == step.getAsInt()).findFirst();
    }

    /** Returns λ of the update that follows a step, which the run has reached. */
    public double weightDecayAfter(int step) {
        return head.weightDecayAfter(step, recordedMilestones());
    }

    /** Returns what the run was computed on when it reached a step: its last home before it. */
    public Environment environmentAt(int step) {
        Environment environment = head.environment();
        for (RunEvent event : events) {
            if (event.step() <= step) {
                environment = switch (event) {
                    case RunEvent.Started it -> orHome(it.environment());
                    case RunEvent.Resumed it -> orHome(it.environment());
                    default -> environment;
                };
            }
        }
        return environment;
    }

    private Environment orHome(@Nullable Environment elsewhere) {
        return elsewhere == null ? head.environment() : elsewhere;
    }

    /** Returns whether this run is a fork that changes nothing: it must repeat its parent. */
    public boolean control() {
        Lineage lineage = head.lineage();
        return lineage != null && lineage.control();
    }
}
