/** Runs that other programs trained become run directories. */
@NullMarked
package org.grokscope.importing;

import org.jspecify.annotations.NullMarked;
