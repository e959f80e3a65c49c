package org.grokscope.run;

/**
 * A run to be made from another's checkpoint.
 *
 * @param name what people will call it
 * @param configuration the branch's whole configuration
 * @param lineage where it comes from and what it changes
 */
public record ForkBranch(String name, RunConfiguration configuration, Lineage lineage) {}
