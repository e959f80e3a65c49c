package org.grokscope.workbench.newrun;

import org.grokscope.settings.RunConfiguration;

/** A run to be made and started. */
public record PlannedRun(String name, RunConfiguration configuration) {}
