/** Several runs at once: each in a process of its own. */
@NullMarked
package org.grokscope.training.worker;

import org.jspecify.annotations.NullMarked;
