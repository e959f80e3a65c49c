/** Files as such: JSON, atomic replacement, folder trees, and what is said of a file that is damaged. */
@NullMarked
package org.grokscope.file;

import org.jspecify.annotations.NullMarked;
