package org.grokscope.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.text.PathEnding;
import org.grokscope.workbench.preferences.Preferences;

/** The folders of runs that the window shows: its own, and those that a person opened beside it, which are remembered. */
final class OpenFolders {
    private static final int MOST_RECENT = 8;

    private final Path home;
    private final Preferences preferences;
    private final Questions questions;
    private final BackgroundTasks tasks;

    OpenFolders(Path home, Preferences preferences, Questions questions, BackgroundTasks tasks) {
        this.home = home;
        this.preferences = preferences;
        this.questions = questions;
        this.tasks = tasks;
    }

    /** Returns all of them, the window's own first. */
    List<Path> all() {
        return Stream.concat(Stream.of(home), beside().stream()).toList();
    }

    /** Returns those that were opened beside the window's own. */
    List<Path> beside() {
        return preferences.folders().get().stream().map(Path::of).filter(folder -> !folder.equals(home)).toList();
    }

    /** Returns those that were open once and are not now. Whether they are still there is not asked: a network may be slow. */
    List<Path> recent() {
        return preferences.recentFolders().get().stream().map(Path::of).filter(folder -> !all().contains(folder))
                .toList();
    }

    /** Asks for a folder and opens it. */
    void open() {
        questions.folder().ifPresent(this::open);
    }

    /** Opens a folder beside the others; of a plan's, that of its runs. */
    void open(Path folder) {
        Path wanted = PlanFolder.isPlan(folder) ? new PlanFolder(folder).runs() : folder;
        Path absolute = wanted.toAbsolutePath().normalize();
        if (!all().contains(absolute)) {
            preferences.folders().set(with(preferences.folders().get(), absolute, false));
        }
    }

    /** Opens a folder that was open once, if it is still there. */
    void openAgain(Path folder) {
        tasks.run(() -> {
            if (!Files.isDirectory(folder)) {
                throw new FileProblem("The folder " + folder + " is not there any more.");
            }
            return folder;
        }, this::open);
    }

    /** Shows a folder's runs no more. */
    void close(Path folder) {
        preferences.folders().set(preferences.folders().get().stream().filter(it -> !it.equals(folder.toString()))
                .toList());
        preferences.recentFolders().set(with(preferences.recentFolders().get(), folder, true).stream()
                .limit(MOST_RECENT).toList());
    }

    /** Returns what a folder is called among the others: its name, with as many of those above as tell it from them. */
    String title(Path folder) {
        return plan(folder).map(it -> "plan " + it.getFileName()).orElseGet(() -> ending(folder));
    }

    /** Returns the folder of the plan whose runs are in a folder, if there is one. */
    static Optional<Path> plan(Path folder) {
        return Optional.ofNullable(folder.getParent())
                .filter(it -> new PlanFolder(it).runs().equals(folder) && PlanFolder.isPlan(it));
    }

    private String ending(Path folder) {
        return PathEnding.of(folder, Stream.concat(all().stream(), recent().stream()).toList());
    }

    private static List<String> with(List<String> folders, Path folder, boolean first) {
        List<String> all = new ArrayList<>(folders);
        all.remove(folder.toString());
        all.add(first ? 0 : all.size(), folder.toString());
        return all;
    }
}
