/** The named studies: which runs they need, what of them is there, and how the rest comes about. */
@NullMarked
package org.grokscope.study;

import org.jspecify.annotations.NullMarked;
