package org.grokscope.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that chooses how results are told. */
final class OutputOptions {
    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Returns where the command tells its progress and its result. */
    Console console() {
        CommandSpec known = Objects.requireNonNull(command);
        return new Console(known.commandLine().getOut(), known.commandLine().getErr(), json);
    }
}
