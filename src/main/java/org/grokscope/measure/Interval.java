package org.grokscope.measure;

/** A range of numbers, both ends included. */
public record Interval(double low, double high) {}
