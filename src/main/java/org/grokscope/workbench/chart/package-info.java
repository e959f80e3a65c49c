/** Charts on the screen: JFreeChart-FX shows them, Java2D draws them, when there is something new to be seen. */
@NullMarked
package org.grokscope.workbench.chart;

import org.jspecify.annotations.NullMarked;
