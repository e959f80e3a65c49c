/** The line at the foot of the window. */
@NullMarked
package org.grokscope.workbench.status;

import org.jspecify.annotations.NullMarked;
