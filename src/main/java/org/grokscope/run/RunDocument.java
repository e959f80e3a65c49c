package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.grokscope.settings.RunConfiguration;

/** Parts of run.json for whoever tells of a run in the same words. */
public final class RunDocument {
    private RunDocument() {}

    /** Returns a configuration as it stands in run.json. */
    public static ObjectNode configuration(RunConfiguration configuration) {
        return ConfigurationDocument.write(configuration);
    }

    /** Returns where an imported run comes from as it stands in run.json. */
    public static ObjectNode imported(Imported imported) {
        return HeadDocument.imported(imported);
    }

    /** Returns an environment as it stands in run.json. */
    public static ObjectNode environment(Environment environment) {
        return HeadDocument.environment(environment);
    }
}
