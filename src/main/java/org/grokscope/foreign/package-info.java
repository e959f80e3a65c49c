/** Files of other programs, read as plain data: nothing in them is ever executed. */
@NullMarked
package org.grokscope.foreign;

import org.jspecify.annotations.NullMarked;
