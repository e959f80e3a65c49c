package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of a folder. Reads their heads and not their logs.
 *
 * @param runsFolder need not be there: then there are no runs
 */
public record RunLibrary(Path runsFolder) {
    /**
     * What a folder holds.
     *
     * @param runs those that can be opened, oldest first
     * @param problems a sentence for each that cannot
     */
    public record Contents(List<RunDirectory> runs, List<String> problems) {
        public Contents {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    /** Looks at every run's head. */
    public Contents contents() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                runs.add(RunDirectory.open(folder));
            } catch (RunProblem e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        runs.sort(Comparator.comparing((RunDirectory run) -> run.head().created())
                .thenComparing(run -> run.head().id()));
        return new Contents(runs, problems);
    }

    /** Returns the runs that can be opened, oldest first. */
    public List<RunDirectory> runs() throws IOException {
        return contents().runs();
    }

    /**
     * Finds a run by its id, by its name if it is the only one of that name, or by its directory.
     *
     * @throws RunProblem when there is none, or more than one
     */
    public RunDirectory find(String named) throws IOException {
        for (Path candidate : candidates(named)) {
            if (Files.exists(candidate.resolve("run.json"))) {
                return RunDirectory.open(candidate);
            }
        }
        List<RunDirectory> matches = runs().stream().filter(run -> run.head().name().equals(named)).toList();
        if (matches.size() > 1) {
            throw new RunProblem("More than one run is called '" + named + "'; say which by its id: "
                    + matches.stream().map(run -> run.head().id()).collect(Collectors.joining(", ")) + ".");
        }
        if (matches.isEmpty()) {
            throw new RunProblem("There is no run '" + named + "' in " + runsFolder + ".");
        }
        return matches.getFirst();
    }

    private List<Path> candidates(String named) {
        try {
            return named.isBlank() ? List.of() : List.of(runsFolder.resolve(named), Path.of(named));
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(runsFolder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> Files.exists(entry.resolve("run.json"))).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
