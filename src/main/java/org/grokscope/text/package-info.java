/** Numbers and words as people read and type them, and what is said of input that cannot be used. */
@NullMarked
package org.grokscope.text;

import org.jspecify.annotations.NullMarked;
