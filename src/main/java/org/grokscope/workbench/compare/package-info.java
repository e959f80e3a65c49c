/** The selected runs side by side: what differs, milestones and leads, and their curves over each other. */
@NullMarked
package org.grokscope.workbench.compare;

import org.jspecify.annotations.NullMarked;
