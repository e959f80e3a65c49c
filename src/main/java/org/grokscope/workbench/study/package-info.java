/** Studies from the window: which one, how far it is, its report. */
@NullMarked
package org.grokscope.workbench.study;

import org.jspecify.annotations.NullMarked;
