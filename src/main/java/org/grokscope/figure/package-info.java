/** Charts as JFreeChart objects: the same on screen and on paper. */
@NullMarked
package org.grokscope.figure;

import org.jspecify.annotations.NullMarked;
