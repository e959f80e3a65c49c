/** The tree of runs. */
@NullMarked
package org.grokscope.workbench.runs;

import org.jspecify.annotations.NullMarked;
