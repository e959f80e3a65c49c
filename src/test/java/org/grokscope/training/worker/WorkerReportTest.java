package org.grokscope.training.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.grokscope.run.Fuzz;
import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;

class WorkerReportTest {
    @Test
    void aReportIsOneLineThatReadsBack() {
        WorkerReport report = new WorkerReport("add \u00b7 97\n\"quoted\"", Phase.TRAINING, 1234, 8000, 37.25, "So so.",
                0.08);
        assertThat(report.toLine()).doesNotContain("\n");
        assertThat(WorkerReport.of(report.toLine())).contains(report);
    }

    @Test
    void whatIsNotKnownYetIsNull() {
        WorkerReport report = new WorkerReport("a", Phase.QUEUED, 0, 0, Double.NaN, "", Double.NaN);
        assertThat(report.toLine()).contains("\"stepsPerSecond\":null", "\"measuringShare\":null");
        assertThat(WorkerReport.of(report.toLine())).contains(report);
    }

    @Test
    void anythingElseIsNoReport() {
        assertThat(WorkerReport.of("OMP: Warning #96")).isEmpty();
        assertThat(WorkerReport.of("")).isEmpty();
        assertThat(WorkerReport.of("{\"name\":\"a\"}")).isEmpty();
        assertThat(WorkerReport.of("{\"name\":\"a\",\"phase\":\"dancing\",\"step\":1,\"lastStep\":2}")).isEmpty();
    }

    @Test
    void whateverAWorkerSaysIsAReportOrNone() throws IOException {
        Fuzz.damage(
                "{\"name\":\"a\",\"phase\":\"training\",\"step\":1,\"lastStep\":2,\"message\":\"m\",\"stepsPerSecond\":3.5,"
                        + "\"measuringShare\":null}",
                line -> WorkerReport.of(new String(line, StandardCharsets.UTF_8)));
    }
}
