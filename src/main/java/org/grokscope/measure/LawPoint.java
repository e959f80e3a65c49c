package org.grokscope.measure;

/**
 * One branch, as the law sees it.
 *
 * @param draw names what the branch shares with others of its draw: the checkpoint it left and the order of batches
 * @param weightDecay λ
 */
public record LawPoint(String draw, double weightDecay, BranchOutcome outcome) {}
