/** The JavaFX application: a window onto the runs folder and the training executor. */
@NullMarked
package org.grokscope.workbench;

import org.jspecify.annotations.NullMarked;
