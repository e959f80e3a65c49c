/** The dialog that starts runs. */
@NullMarked
package org.grokscope.workbench.newrun;

import org.jspecify.annotations.NullMarked;
