package org.grokscope.cli;

import org.grokscope.training.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"grokscope " + ProgramVersion.text(), "java " + Runtime.version()};
    }
}
