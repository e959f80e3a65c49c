/** The branches of a run side by side: the law, the norm, the table. */
@NullMarked
package org.grokscope.workbench.forks;

import org.jspecify.annotations.NullMarked;
