package org.grokscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A call of the command line inside this process.
 *
 * @param exitCode what the process would end with
 * @param out what it printed
 * @param err what it said
 */
record Call(int exitCode, String out, String err) {
    static Call grokscope(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        CommandLine line = CommandLines.grokscope(texts).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Call(line.execute(texts), out.toString(), err.toString());
    }
}
