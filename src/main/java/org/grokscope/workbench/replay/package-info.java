/** Plays a saved run back along its steps, all views in step. */
@NullMarked
package org.grokscope.workbench.replay;

import org.jspecify.annotations.NullMarked;
