package org.grokscope.workbench.circuit;

/**
 * Where a checkpoint is.
 *
 * @param run the run's id
 */
record CheckpointAddress(String run, int step) {}
