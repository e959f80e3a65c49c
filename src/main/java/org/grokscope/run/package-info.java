/** A run is a directory: its configuration, logs, checkpoints, and how they are read and written. */
@NullMarked
package org.grokscope.run;

import org.jspecify.annotations.NullMarked;
