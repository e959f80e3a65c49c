/** Plans: runs to be trained elsewhere, one a line of a file, by anybody and as often as they like. */
@NullMarked
package org.grokscope.study.plan;

import org.jspecify.annotations.NullMarked;
