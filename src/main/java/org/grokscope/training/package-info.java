/** Learning itself: the optimizer, the trainer's one step, and the executor on which runs train in the background. */
@NullMarked
package org.grokscope.training;

import org.jspecify.annotations.NullMarked;
