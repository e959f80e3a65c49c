/** What is learned: pairs, operations, the split and the order of the data. Plain Java. */
@NullMarked
package org.grokscope.task;

import org.jspecify.annotations.NullMarked;
