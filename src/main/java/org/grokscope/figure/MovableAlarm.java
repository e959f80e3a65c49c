package org.grokscope.figure;

import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;

/**
 * A milestone whose level can be moved.
 *
 * @param alarm what dates it now
 */
public record MovableAlarm(Milestone milestone, Alarm alarm) {}
