package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;
import org.grokscope.file.LockFile;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.SafetensorsFile;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A run on disk: run.json, the logs, checkpoints/, and inherited/ in a fork. Whoever trains it writes
 * it through {@link RunWriter}; everybody else reads, and says what there is to say of it in notes.json.
 */
public final class RunDirectory {
    /** What the names of folders begin with that are still being put together. */
    static final String UNFINISHED = ".new-";

    private static final String NOTES = "notes.json";
    /** Locked by whoever writes the run, and opened by nobody else. */
    static final String LOCK = "writer.lock";
    /** Held by whoever changes the notes: several may want to at once. */
    static final String NOTES_LOCK = "notes.lock";
    private static final Pattern CHECKPOINT = Pattern.compile("step-(\\d{8,9})\\.safetensors");

    private final Path path;
    private final String notesProblem;
    private RunHead head;
    private RunNotes notes;

    private RunDirectory(Path path, RunHead head, RunNotes notes, String notesProblem) {
        this.path = path;
        this.notes = notes;
        this.head = notes.name().map(head::named).orElse(head);
        this.notesProblem = notesProblem;
    }

    /**
     * Makes a run that has not begun. It appears whole or not at all.
     *
     * @param runsFolder made when it is not there
     * @throws FileProblem when the runs folder cannot be written
     */
    public static RunDirectory create(Path runsFolder, String name, RunConfiguration configuration,
            @Nullable Lineage lineage, Environment environment) throws IOException {
        return create(runsFolder, name, configuration, lineage, environment, _ -> {});
    }

    static RunDirectory create(Path runsFolder, String name, RunConfiguration configuration,
            @Nullable Lineage lineage, Environment environment, NewRun.Initializer initializer) throws IOException {
        return create(runsFolder, new RunHead("", name, Instant.EPOCH, configuration, lineage, environment),
                initializer);
    }

    /** Makes the run of a head, which gets an id and a time. */
    static RunDirectory create(Path runsFolder, RunHead wanted, NewRun.Initializer initializer) throws IOException {
        NewRun made = NewRun.make(runsFolder, wanted, initializer);
        return new RunDirectory(made.path(), made.head(), RunNotes.NONE, "");
    }

    /**
     * Opens a run. Notes that are damaged are left out.
     *
     * @throws FileProblem when there is none, or its run.json cannot be read
     */
    public static RunDirectory open(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        RunHead head = HeadDocument.read(absolute.resolve("run.json"));
        try {
            return new RunDirectory(absolute, head, NotesDocument.read(absolute.resolve(NOTES)), "");
        } catch (IOException damaged) {
            String why = damaged instanceof FileProblem ? damaged.getMessage() : NOTES + ": it cannot be read.";
            return new RunDirectory(absolute, head, RunNotes.NONE, String.valueOf(why));
        }
    }

    /** Returns the directory. */
    public Path path() {
        return path;
    }

    /** Returns what run.json said when it was last read or written here, under the name that people gave the run. */
    public RunHead head() {
        return head;
    }

    /** Returns what people said of the run when it was last read or written here. */
    public RunNotes notes() {
        return notes;
    }

    /** Returns why the notes are left out, in a sentence; empty when they are not. */
    String notesProblem() {
        return notesProblem;
    }

    /** Returns the steps that have a checkpoint, ascending. */
    public List<Integer> checkpointSteps() throws IOException {
        try {
            return FolderTree.entries(checkpointFolder()).stream()
                    .map(file -> CHECKPOINT.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(matcher -> Integer.valueOf(matcher.group(1))).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Reads the checkpoint of a step.
     *
     * @throws FileProblem when there is none or it is damaged
     */
    public Checkpoint checkpoint(int step) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(checkpointFile(step));
        if (checkpoint.step() != step) {
            throw new FileProblem(checkpointFile(step) + " holds step " + checkpoint.step()
                    + ", and its name says another.");
        }
        return checkpoint;
    }

    /**
     * Reads one parameter of a step's checkpoint, and not the rest of it.
     *
     * @return empty when it is of another network
     * @throws FileProblem when there is no checkpoint, or its header is damaged
     */
    public Optional<Tensor> parameter(int step, String name) throws IOException {
        return SafetensorsFile.readTensor(checkpointFile(step), name);
    }

    /** Returns whether training can go on from a step's checkpoint, from its header alone. */
    public boolean hasMoments(int step) throws IOException {
        return Checkpoint.hasMoments(checkpointFile(step));
    }

    /** Reads the run as it stands. */
    public RunHistory history() throws IOException {
        RunFeed feed = new RunFeed(path);
        feed.poll();
        return feed.history();
    }

    /** Returns the steps whose checkpoints training can go on from, ascending; those without a sound header are not. */
    public List<Integer> resumableSteps() throws IOException {
        return checkpointSteps().stream().filter(this::canGoOnFrom).toList();
    }

    /** Returns whether a step's checkpoint has a sound header and moments. */
    boolean canGoOnFrom(int step) {
        try {
            return hasMoments(step);
        } catch (IOException damaged) {
            // Another checkpoint may be whole; who asks for this one by its step is told.
            return false;
        }
    }

    /**
     * Returns what the parent's run.json said when this fork was made; empty for a run from scratch.
     *
     * @throws FileProblem when it cannot be read
     */
    public Optional<RunHead> parentHead() throws IOException {
        Path file = inheritedFolder().resolve("run.json");
        return Files.exists(file) ? Optional.of(HeadDocument.readCopy(file)) : Optional.empty();
    }

    /**
     * Returns what this fork's parent, its parent, and so on were when they were forked, the nearest first; as far as
     * they are known.
     *
     * @throws FileProblem when one of them cannot be read
     */
    public List<RunHead> ancestors() throws IOException {
        List<RunHead> ancestors = new ArrayList<>();
        Path folder = inheritedFolder();
        while (Files.exists(folder.resolve("run.json"))) {
            ancestors.add(HeadDocument.readCopy(folder.resolve("run.json")));
            folder = folder.resolve("inherited");
        }
        return ancestors;
    }

    /** Returns whether the settings of all its steps are known, from step 0 on. */
    boolean fromSeed() {
        if (head.lineage() == null) {
            return head.fromScratch();
        }
        try {
            List<RunHead> ancestors = ancestors();
            return !ancestors.isEmpty() && ancestors.getLast().fromScratch()
                    && Stream.concat(Stream.of(head), ancestors.stream()).noneMatch(ForkSurgery::hasDonor);
        } catch (IOException damaged) {
            return false;
        }
    }

    /** Returns the process that writes this run, if one does. */
    public Optional<RunOwner> owner() throws IOException {
        return RunOwner.of(path);
    }

    /** As {@link #owner}; a process on another machine is watched until that is certain, for 90 seconds at most. */
    public Optional<RunOwner> watchedOwner() throws IOException {
        return RunOwner.watched(path);
    }

    /** Calls the run something else; what training writes stays as it is. */
    public void rename(String name) throws IOException {
        annotate(now -> now.named(name));
    }

    /**
     * Says something else of the run, which may be in training.
     *
     * @param change makes other notes of those that are there now
     * @throws FileProblem when the notes are damaged, or the run is not there any more
     */
    public void annotate(UnaryOperator<RunNotes> change) throws IOException {
        RunNotes changed;
        try (LockFile _ = LockFile.hold(path.resolve(NOTES_LOCK))) {
            changed = change.apply(NotesDocument.read(notesFile()));
            NotesDocument.write(notesFile(), changed);
        } catch (NoSuchFileException e) {
            throw StandingRun.gone(path);
        }
        notes = changed;
        head = changed.name().map(head::named).orElse(head);
    }

    /**
     * Moves the run's last step, unless somebody else is writing it.
     *
     * @throws FileProblem when somebody is
     */
    public void extend(int steps) throws IOException {
        try (RunWriter writer = RunWriter.open(this)) {
            writer.extend(steps);
        }
    }

    /** For whoever holds the run's lock. */
    void rewrite(RunHead changed) throws IOException {
        HeadDocument.write(headFile(), changed);
        head = notes.name().map(changed::named).orElse(changed);
    }

    Path headFile() {
        return path.resolve("run.json");
    }

    Path notesFile() {
        return path.resolve(NOTES);
    }

    Path metricsFile() {
        return path.resolve("metrics.jsonl");
    }

    Path eventsFile() {
        return path.resolve("events.jsonl");
    }

    Path circlesFile() {
        return path.resolve(RecordedCircles.FILE);
    }

    Path inheritedFolder() {
        return path.resolve("inherited");
    }

    /** Names whoever writes the run. */
    Path ownerFile() {
        return path.resolve(RunOwner.FILE);
    }

    Path checkpointFolder() {
        return path.resolve("checkpoints");
    }

    Path checkpointFile(int step) {
        return checkpointFolder().resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step));
    }
}
