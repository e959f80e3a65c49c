/** Charts on the screen: drawn by Java2D, shown by JavaFX, when there is something new to be seen. */
@NullMarked
package org.grokscope.workbench.chart;

import org.jspecify.annotations.NullMarked;
