package org.grokscope.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that chooses how results are told. */
final class OutputOptions {
    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    /** Returns where a command tells its progress and its result. */
    Console console(@Nullable CommandSpec spec) {
        CommandSpec known = Objects.requireNonNull(spec);
        return new Console(known.commandLine().getOut(), known.commandLine().getErr(), json, Terminal.here());
    }
}
