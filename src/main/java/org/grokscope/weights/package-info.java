/** The weights a network begins with, its parts, and what a fork may do to them. */
@NullMarked
package org.grokscope.weights;

import org.jspecify.annotations.NullMarked;
