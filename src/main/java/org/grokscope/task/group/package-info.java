/** Finite groups, their real irreducible representations, and the task of composing two elements. */
@NullMarked
package org.grokscope.task.group;

import org.jspecify.annotations.NullMarked;
