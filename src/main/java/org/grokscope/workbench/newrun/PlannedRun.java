package org.grokscope.workbench.newrun;

import org.grokscope.run.RunConfiguration;

/** A run to be made and started. */
public record PlannedRun(String name, RunConfiguration configuration) {}
