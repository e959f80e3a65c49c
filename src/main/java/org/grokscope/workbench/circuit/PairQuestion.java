package org.grokscope.workbench.circuit;

/** A pair that the network of a checkpoint is asked. */
record PairQuestion(CheckpointAddress at, int a, int b) {}
