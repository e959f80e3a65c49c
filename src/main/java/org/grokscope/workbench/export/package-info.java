/** The dialog that exports a figure, and what it can export. */
@NullMarked
package org.grokscope.workbench.export;

import org.jspecify.annotations.NullMarked;
