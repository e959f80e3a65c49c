/** The timeline view: the figure of the chosen runs, with crosshair, cursor, zoom and pan. */
@NullMarked
package org.grokscope.workbench.timeline;

import org.jspecify.annotations.NullMarked;
