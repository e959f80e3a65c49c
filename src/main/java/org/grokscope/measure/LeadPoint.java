package org.grokscope.measure;

import java.util.OptionalInt;

/**
 * One run, as lead statistics see it.
 *
 * @param configuration names what determines the run's numbers: runs of one configuration count once
 * @param p the prime it calculates modulo
 * @param lead in steps, grokked minus the milestone it is the lead of; empty when the run lacks one of the two
 */
public record LeadPoint(String configuration, int p, OptionalInt lead) {}
