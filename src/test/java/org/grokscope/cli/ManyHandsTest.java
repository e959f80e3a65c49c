package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.ResumePoint;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunWriter;
import org.grokscope.run.Trash;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes do everything at once that two windows and a command line may do to the runs of two folders: delete, bring
 * back, empty the trash, fork, copy, annotate, go on writing. Whoever cannot is told in a sentence, and every run there is, in a
 * trash too, is whole. {@code -Dgrokscope.hands=2000} says how much each does.
 */
@Timeout(1800)
@SharesNothing
class ManyHandsTest {
    private static final int HANDS = 3;
    private static final int DEEDS = Integer.getInteger("grokscope.hands", 150);
    private static final int STEPS = 60;
    private static final int FORK = 20;
    private static final String ID = "add-7-seed-42";

    @TempDir
    Path folder;

    @Test
    void oneWinsAndTheOthersAreToldAndEveryRunIsWhole() throws Exception {
        assertThat(Program.run(Program.trainTiny(folder.resolve("first"), STEPS, 10, FORK)).exitCode()).isZero();
        List<Process> hands = new ArrayList<>();
        for (int hand = 0; hand < HANDS; hand++) {
            hands.add(new ProcessBuilder(Program.java(Hand.class, folder, DEEDS)).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("hand-" + hand).toFile()).start());
        }
        for (Process hand : hands) {
            hand.waitFor();
        }
        for (int hand = 0; hand < HANDS; hand++) {
            String said = Files.readString(folder.resolve("hand-" + hand), StandardCharsets.UTF_8);
            assertThat(said).matches("done: \\d+, told: \\d+\\R");
            System.out.print(said);
        }
        for (String runs : List.of("one", "two")) {
            assertThatRunsAreWhole(folder.resolve(runs));
            Path trash = folder.resolve(runs).resolve(Trash.FOLDER);
            if (Files.exists(trash)) {
                try (Stream<Path> deletions = Files.list(trash)) {
                    for (Path deletion : deletions.toList()) {
                        assertThatRunsAreWhole(deletion);
                    }
                }
            }
        }
    }

    private static void assertThatRunsAreWhole(Path in) throws IOException {
        RunLibrary.Contents contents = new RunLibrary(in).contents();
        assertThat(contents.problems()).isEmpty();
        try (Stream<Path> entries = Files.list(in)) {
            assertThat(entries.filter(Files::isDirectory).filter(it -> !it.endsWith(Trash.FOLDER)))
                    .as("no half-made folder").hasSize(contents.runs().size());
        }
        for (RunDirectory run : contents.runs()) {
            RunHistory history = run.history();
            assertThat(history.leftOut()).isEmpty();
            int last = history.head().lineage() == null ? STEPS : FORK;
            assertThat(history.evaluations()).as("%s", run.path()).extracting(Evaluation::step)
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, last / 10).map(it -> 10 * it).boxed().toList());
            assertThat(ResumePoint.of(run, OptionalInt.of(FORK))).get().matches(Checkpoint::resumable);
            assertThat(run.owner()).isEmpty();
        }
    }

    /** One of them: does so many things at random to the runs of two folders, and says how many it was told it could not. */
    static final class Hand {
        private final Random random = new Random();
        private final Path folder;
        private final RunDirectory first;
        private final Deque<Trash.Deletion> deleted = new ArrayDeque<>();

        private Hand(Path folder) throws IOException {
            this.folder = folder;
            this.first = RunDirectory.open(folder.resolve("first").resolve(ID));
        }

        public static void main(String[] arguments) throws IOException {
            Hand hand = new Hand(Path.of(arguments[0]));
            int told = 0;
            int deeds = Integer.parseInt(arguments[1]);
            for (int deed = 0; deed < deeds; deed++) {
                try {
                    hand.act();
                } catch (FileProblem | InvalidSetting sentence) {
                    told++;
                    if (!String.valueOf(sentence.getMessage()).endsWith(".")) {
                        throw sentence;
                    }
                }
            }
            System.out.println("done: " + (deeds - told) + ", told: " + told);
        }

        private void act() throws IOException {
            Path runs = folder.resolve(random.nextBoolean() ? "one" : "two");
            Path others = folder.resolve(runs.endsWith("one") ? "two" : "one");
            Trash trash = new Trash(runs);
            int deed = random.nextInt(10);
            List<RunDirectory> there = new RunLibrary(runs).runs();
            if (deed < 2 || there.isEmpty()) {
                copy(first, runs);
                return;
            }
            RunDirectory run = there.get(random.nextInt(there.size()));
            switch (deed) {
                case 2 -> deleted.push(trash.delete(List.of(run.path())));
                case 3 -> {
                    if (!deleted.isEmpty()) {
                        trash.restore(deleted.pop());
                    }
                }
                case 4 -> trash.empty();
                case 5, 6 -> Fork.create(run, new ForkRequest(FORK, List.of(2.0 + random.nextInt(3)), 1, true,
                        OptionalDouble.empty(), OptionalInt.of(STEPS), OptionalInt.empty()),
                        _ -> first.head().environment());
                case 7 -> copy(run, others);
                case 8 -> run.annotate(notes -> notes.starred(!notes.starred()));
                default -> goOn(run);
            }
        }

        private static void copy(RunDirectory run, Path to) throws IOException {
            new RunCopy(Set.of(FORK), Set.of()).make(run, to);
        }

        private static void goOn(RunDirectory run) throws IOException {
            try (RunWriter writer = RunWriter.open(run)) {
                int reached = run.history().reached();
                writer.cutBackTo(reached);
                writer.append(new RunEvent.Paused(reached, Instant.now(), "Stopped on request."));
            }
        }
    }
}
