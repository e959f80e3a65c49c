/** What every view shares: colours, type, icons and how numbers are written. */
@NullMarked
package org.grokscope.workbench.control;

import org.jspecify.annotations.NullMarked;
