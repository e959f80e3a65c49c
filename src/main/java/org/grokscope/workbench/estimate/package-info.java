/** How long runs will take and how much they will write, said before they are started and while they train. */
@NullMarked
package org.grokscope.workbench.estimate;

import org.jspecify.annotations.NullMarked;
