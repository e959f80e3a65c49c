/** A tour through runs: station by station, above the page that it shows. */
@NullMarked
package org.grokscope.workbench.tour;

import org.jspecify.annotations.NullMarked;
