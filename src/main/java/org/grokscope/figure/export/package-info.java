/** Figures on paper: drawn again on a page of some millimetres, and written as a file. */
@NullMarked
package org.grokscope.figure.export;

import org.jspecify.annotations.NullMarked;
