package org.grokscope.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.file.FolderTree;

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
     * @param damaged those that cannot, by name
     */
    public record Contents(List<RunDirectory> runs, List<DamagedRun> damaged) {
        public Contents {
            runs = List.copyOf(runs);
            damaged = List.copyOf(damaged);
        }

        /** Returns a sentence for each that cannot be opened. */
        public List<String> problems() {
            return damaged.stream().map(DamagedRun::sentence).toList();
        }
    }

    /**
     * Looks at every run's head.
     *
     * @throws FileProblem when the folder is none that can be read
     */
    public Contents contents() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        List<DamagedRun> damaged = new ArrayList<>();
        for (Path entry : entries()) {
            try {
                if (holdsRun(entry)) {
                    runs.add(RunDirectory.open(entry));
                }
            } catch (IOException e) {
                damaged.add(DamagedRun.of(entry, e));
            }
        }
        return new Contents(inOrder(runs), damaged);
    }

    /** Returns runs oldest first, but no fork before its parent, whatever the clocks said when they were made. */
    public static List<RunDirectory> inOrder(Collection<RunDirectory> runs) {
        Map<String, RunHead> heads = new HashMap<>();
        runs.forEach(run -> heads.put(run.head().id(), run.head()));
        Map<String, Place> places = new HashMap<>();
        runs.forEach(run -> places.put(run.head().id(), place(run.head(), heads)));
        return runs.stream().sorted(Comparator.comparing(
                run -> Objects.requireNonNull(places.get(run.head().id())), Place.ORDER)).toList();
    }

    /**
     * Where a run stands in a list.
     *
     * @param depth how many of its ancestors are there
     */
    private record Place(Instant created, int depth, String id) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::created).thenComparing(Place::depth)
                .thenComparing(Place::id);
    }

    private static Place place(RunHead head, Map<String, RunHead> heads) {
        Instant created = head.created();
        Set<String> line = new HashSet<>(Set.of(head.id()));
        Lineage lineage = head.lineage();
        // Two run.json that were edited may name each other as parents.
        while (lineage != null && heads.containsKey(lineage.parent()) && line.add(lineage.parent())) {
            RunHead parent = Objects.requireNonNull(heads.get(lineage.parent()));
            created = created.isBefore(parent.created()) ? parent.created() : created;
            lineage = parent.lineage();
        }
        return new Place(created, line.size() - 1, head.id());
    }

    /**
     * Returns whether an entry of a runs folder is to be opened as a run; one that holds other things is not.
     *
     * @throws FileProblem when it should be a run and cannot be
     */
    public static boolean holdsRun(Path entry) throws IOException {
        Optional<String> wrong = DamagedRun.wrongWith(entry);
        if (wrong.isPresent()) {
            throw new FileProblem(wrong.get());
        }
        return Files.exists(entry.resolve("run.json"), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns what may be a run, by name: folders that are not hidden, and what stands in a folder's place.
     *
     * @throws FileProblem when the folder is none that can be read
     */
    public List<Path> entries() throws IOException {
        if (Files.exists(runsFolder) && !Files.isDirectory(runsFolder)) {
            throw new FileProblem("The runs folder " + runsFolder + " is a file, not a folder.");
        }
        try {
            return FolderTree.entries(runsFolder).stream()
                    .filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (AccessDeniedException e) {
            throw new FileProblem("The runs folder " + runsFolder + " cannot be read: you lack the permission.", e);
        }
    }

    /** Returns the runs that can be opened, oldest first. */
    public List<RunDirectory> runs() throws IOException {
        return contents().runs();
    }

    /**
     * Finds a run by its id, by its name if it is the only one of that name, or by its directory.
     *
     * @throws FileProblem when there is none, or more than one
     */
    public RunDirectory find(String named) throws IOException {
        for (Path candidate : candidates(named)) {
            if (Files.exists(candidate.resolve("run.json"))) {
                return RunDirectory.open(candidate);
            }
        }
        List<RunDirectory> matches = runs().stream().filter(run -> run.head().name().equals(named)).toList();
        if (matches.size() > 1) {
            throw new FileProblem("More than one run is called '" + named + "'; say which by its id: "
                    + matches.stream().map(run -> run.head().id()).collect(Collectors.joining(", ")) + ".");
        }
        if (matches.isEmpty()) {
            throw new FileProblem(named.contains("/")
                    ? "There is no run at '" + named + "'."
                    : "There is no run '" + named + "' in " + runsFolder + ".");
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
}
