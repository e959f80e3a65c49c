/** The cards beside the timeline: what is known of the chosen run and of the step under the cursor. */
@NullMarked
package org.grokscope.workbench.inspector;

import org.jspecify.annotations.NullMarked;
