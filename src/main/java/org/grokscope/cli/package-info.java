/** The command line, and the program's entry point. */
@NullMarked
package org.grokscope.cli;

import org.jspecify.annotations.NullMarked;
