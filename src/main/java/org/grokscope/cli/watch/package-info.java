/** Runs watched in a terminal: a table that is drawn anew as they train, or a line for each piece of news. */
@NullMarked
package org.grokscope.cli.watch;

import org.jspecify.annotations.NullMarked;
