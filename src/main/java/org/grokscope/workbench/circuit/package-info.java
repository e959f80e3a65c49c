/** The circuit view: the network at the cursor's step. */
@NullMarked
package org.grokscope.workbench.circuit;

import org.jspecify.annotations.NullMarked;
