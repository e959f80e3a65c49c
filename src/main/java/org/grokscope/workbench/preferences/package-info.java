/** What the window remembers from one start to the next, in a file of the person's own. */
@NullMarked
package org.grokscope.workbench.preferences;

import org.jspecify.annotations.NullMarked;
