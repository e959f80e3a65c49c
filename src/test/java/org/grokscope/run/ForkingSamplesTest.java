package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples that the first start shows can be forked wherever they can be clicked. */
class ForkingSamplesTest {
    static List<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("sample-runs"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("run.json"))).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyOneOfItsOwnStepsCanBeForked(Path sample) throws IOException {
        RunHistory run = RunDirectory.open(sample).history();
        Forkable forkable = Forkable.of(run);
        int begins = run.head().lineage() instanceof Lineage it ? it.step() : 0;
        assertThat(IntStream.rangeClosed(begins, run.reached())).allMatch(step -> forkable.start(step).isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatCannotBeForkedIsSaidBeforehand(Path sample) throws IOException {
        RunHistory run = RunDirectory.open(sample).history();
        Forkable forkable = Forkable.of(run);
        assertThat(run.evaluations()).extracting(Evaluation::step).filteredOn(step -> step < forkable.first())
                .allMatch(step -> forkable.refusal(step).contains("fork its parent"));
    }
}
