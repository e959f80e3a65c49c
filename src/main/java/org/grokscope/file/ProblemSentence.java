package org.grokscope.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What a person is told of an exception: its own words where they are for people, never a class name. */
public final class ProblemSentence {
    private ProblemSentence() {}

    /** Returns what went wrong, without a full stop where the exception's own words have none. */
    public static String of(Throwable problem) {
        String message = Objects.requireNonNullElse(problem.getMessage(), "");
        return switch (problem) {
            case NoSuchFileException it -> it.getFile() + " is not there";
            case AccessDeniedException it -> "you may not read or write " + it.getFile();
            case FileSystemException it when it.getReason() != null -> it.getReason() + ": " + it.getFile();
            case FileSystemException it -> it.getFile() + " cannot be read or written";
            case OutOfMemoryError _ when message.contains("native thread") ->
                "the system lets this user start no more threads (ulimit -u)";
            case OutOfMemoryError _ -> "there is not enough memory";
            // Java advises on several lines how to mend Java.
            case IOException _ when !message.isBlank() -> message.strip().lines().findFirst().orElseThrow().strip();
            case IOException _ -> "a file cannot be read or written";
            default -> !message.isBlank() && !(problem instanceof NullPointerException)
                    ? message
                    : "the program itself is at fault; its log has the details";
        };
    }
}
