/** What is seen in a network: pure functions on arrays, after the formulas of arXiv 2606.12966. */
@NullMarked
package org.grokscope.measure;

import org.jspecify.annotations.NullMarked;
