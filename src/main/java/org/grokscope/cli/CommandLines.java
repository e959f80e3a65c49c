package org.grokscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.grokscope.file.FileProblem;
import org.grokscope.file.ProblemSentence;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.OneLine;
import org.grokscope.workbench.NoDisplay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line as a whole: how errors become a sentence and an exit code. */
final class CommandLines {
    /** What the caller named is wrong or absent. */
    static final int WRONG_CALL = 2;
    /** It failed while working. */
    static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    private CommandLines() {}

    /** Runs a command; returns its exit code, which tells of a result that could not be written, too. */
    static int run(ResultStream results, String... arguments) {
        PrintWriter out = results.writer();
        CommandLine line = grokscope(arguments).setOut(out);
        int exitCode = execute(line, arguments);
        out.flush();
        return results.lost().map(why -> say(line, "The result could not be written (" + why + ").",
                exitCode == 0 ? FAILED : exitCode)).orElse(exitCode);
    }

    /** Returns the command line with what is needed to read some arguments. */
    static CommandLine grokscope(String... arguments) {
        CommandLine line = new CommandLine(new GrokscopeCommand());
        GrokscopeCommand.commands(arguments).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(false);
        line.setParameterExceptionHandler((problem, _) -> say(problem.getCommandLine(),
                sentence(problem) + " See '" + problem.getCommandLine().getCommandSpec().qualifiedName()
                        + " --help'.",
                WRONG_CALL));
        line.setExecutionExceptionHandler((problem, command, parsed) -> switch (problem) {
            case InvalidSetting it -> say(command, sentence(it), WRONG_CALL);
            case FileProblem it -> say(command, sentence(it), WRONG_CALL);
            case NoDisplay it -> say(command, sentence(it), FAILED);
            case IOException it -> say(command, "Reading or writing failed: " + sentence(it), FAILED);
            default -> {
                LOG.debug("The command failed.", problem);
                yield say(command, "It failed: " + sentence(problem), FAILED);
            }
        });
        return line;
    }

    private static int say(CommandLine command, String sentence, int exitCode) {
        command.getErr().println("grokscope: " + OneLine.of(sentence));
        command.getErr().flush();
        return exitCode;
    }

    private static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error broken) {
            // Too few files, too little memory, a library that cannot be loaded.
            LOG.debug("The command failed.", broken);
            return say(line, "It failed: " + sentence(root(broken)), FAILED);
        }
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static String sentence(Throwable problem) {
        if (problem instanceof ParameterException && problem.getCause() instanceof InvalidSetting cause) {
            return String.valueOf(cause.getMessage());
        }
        String text = ProblemSentence.of(problem).strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
