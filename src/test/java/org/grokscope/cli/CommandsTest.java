package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.model.Processor;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path runs;

    @Test
    void trainMakesARunForEachSeedAndPrintsThemAsJson() throws IOException {
        Call call = train("--seed", "1,2", "--steps", "30", "--json");
        assertThat(call.exitCode()).isZero();
        JsonNode result = new ObjectMapper().readTree(call.out());
        assertThat(result.get("runs")).hasSize(2);
        assertThat(result.at("/runs/1/state").asText()).isEqualTo("finished");
        assertThat(result.at("/runs/1/measuringShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(result.at("/runs/1/configuration/seeds/dataSeed").asInt()).isEqualTo(2);
        assertThat(RunDirectory.open(runs.resolve("add-7-seed-1")).history().lastStep()).isEqualTo(30);
    }

    @Test
    void resumeExtendsAFinishedRun() throws IOException {
        train("--steps", "20");
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs).exitCode()).isEqualTo(2);
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs, "--steps", 20).exitCode()).isEqualTo(2);
        assertThat(Call.grokscope("resume", "add-7-seed-42", "--runs", runs, "--steps", 40).exitCode()).isZero();
        assertThat(RunDirectory.open(runs.resolve("add-7-seed-42")).history().lastStep()).isEqualTo(40);
    }

    @Test
    void resumeFromAnEarlierCheckpointSaysWhatItMakesAgain() throws IOException {
        train("--steps", "40");
        Path run = runs.resolve("add-7-seed-42");
        Call call = Call.grokscope("resume", run, "--from", 20);
        assertThat(call.exitCode()).isZero();
        assertThat(call.err()).contains(
                "goes on from step 20; the 2 evaluations at steps 30 to 40 are made again", "finished at step 40");
        assertThat(Files.readString(run.resolve("events.jsonl"))).contains("\"replaced\":[30,40]");
        assertThat(Call.grokscope("resume", run, "--from", 25).err()).contains("no checkpoint at step 25");
    }

    @Test
    void aDamagedNewestCheckpointNamesTheWayRoundIt() throws IOException {
        train("--steps", "40");
        Path run = runs.resolve("add-7-seed-42");
        for (int cut : List.of(5, 3000)) {
            // A damaged header, and damaged data: one rule for both.
            Path newest = run.resolve("checkpoints/step-00000040.safetensors");
            byte[] bytes = Files.readAllBytes(newest);
            Files.write(newest, Arrays.copyOf(bytes, cut));
            Call call = Call.grokscope("resume", run, "--steps", 60);
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err()).contains("at step 40", "the one at step 30 is whole: resume --from 30");
            assertThat(RunDirectory.open(run).head().configuration().schedule().steps()).isEqualTo(40);
            Files.write(newest, bytes);
        }
    }

    @Test
    void aForkOfARunElsewhereIsMadeWhereTheCallerSays() throws IOException {
        train("--steps", "20");
        Path elsewhere = runs.resolve("other/runs");
        Call call = Call.grokscope("fork", runs.resolve("add-7-seed-42"), "--at", 10, "--weight-decay", 2,
                "--no-control", "--runs", elsewhere);
        assertThat(call.exitCode()).isZero();
        assertThat(elsewhere.resolve("add-7-seed-42-fork-10-wd-2/run.json")).exists();
        assertThat(runs.resolve("add-7-seed-42-fork-10-wd-2")).doesNotExist();
    }

    @Test
    void listTellsWhereARunEndedBetweenItsEvaluationsAndWhereOneDiverged() throws IOException {
        train("--steps", "25");
        assertThat(Call.grokscope("list", "--runs", runs).out()).contains(" 25 ");
        Path events = runs.resolve("add-7-seed-42/events.jsonl");
        Files.writeString(events, Files.readString(events).replaceAll("\\{\"event\":\"finished\".*\\n",
                "{\"event\":\"diverged\",\"step\":27,\"time\":\"2026-06-11T12:00:00Z\",\"reason\":\"NaN.\"}\n"));
        assertThat(Call.grokscope("list", "--runs", runs).out()).contains("diverged").contains(" 27 ");
    }

    @Test
    void anEmptyNameOfTheRunsFolderIsNone() {
        assertThat(Call.grokscope("list", "--runs", "").err()).contains("The runs folder runs does not exist.");
    }

    @Test
    void listAndShowTellOfTheRun() throws IOException {
        train("--steps", "20", "--name", "a name");
        assertThat(Call.grokscope("list", "--runs", runs).out()).contains("add-7-seed-42").contains("finished")
                .contains("a name");
        JsonNode shown = new ObjectMapper().readTree(Call.grokscope("show", "a name", "--runs", runs, "--json").out());
        assertThat(shown.at("/configuration/task/p").asInt()).isEqualTo(7);
        assertThat(shown.at("/lastEvaluation/step").asInt()).isEqualTo(20);
        assertThat(shown.at("/environment/threads").asInt()).isPositive();
        assertThat(Call.grokscope("show", "a name", "--runs", runs).out()).contains("weight norm").contains("seeds")
                .contains("FSD ceiling").contains("restricted sync").contains("grokked")
                .contains("lead of FSD ceiling").contains("lead of restricted sync");
        assertThat(shown.has("lead")).isTrue();
        assertThat(shown.has("restrictedLead")).isTrue();
    }

    @Test
    void devicesSayWhatThereIs() throws IOException {
        JsonNode devices = new ObjectMapper().readTree(Call.grokscope("devices", "--json").out());
        assertThat(devices.get("processors").asInt()).isPositive();
        assertThat(devices.get("bf16").asBoolean()).isEqualTo(Processor.here().bfloat16());
        assertThat(devices.get("why").asText()).endsWith(".");
    }

    @Test
    void theHelpOfExportNamesEveryFigureAndPreset() {
        String help = Call.grokscope("export", "--help").out().replaceAll("\\s+", " ");
        assertThat(FigureName.all())
                .allSatisfy(figure -> assertThat(help).containsPattern("[ ;]" + figure.key() + "[,;. ]"));
        assertThat(PagePreset.values()).allSatisfy(preset -> assertThat(help).contains(preset.label() + " "));
    }

    @Test
    void everyCommandHelps() {
        for (String command : List.of("train", "fork", "resume", "list", "show", "measure", "verify", "copy",
                "devices")) {
            Call help = Call.grokscope(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: grokscope " + command).contains("--runs");
        }
        assertThat(Call.grokscope("--version").out()).startsWith("grokscope ");
    }

    private Call train(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("train", "--runs", runs, "--p", 7, "--width", 8, "--heads", 2,
                "--mlp-width", 12, "--eval-every", 10, "--checkpoint-every", 10));
        arguments.addAll(List.of(options));
        return Call.grokscope(arguments.toArray());
    }
}
