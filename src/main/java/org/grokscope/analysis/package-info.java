/** What several runs say together: families of forks, alignment and comparison. Knows no chart. */
@NullMarked
package org.grokscope.analysis;

import org.jspecify.annotations.NullMarked;
