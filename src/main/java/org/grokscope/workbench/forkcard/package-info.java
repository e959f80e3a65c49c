/** The card that forks a run. */
@NullMarked
package org.grokscope.workbench.forkcard;

import org.jspecify.annotations.NullMarked;
