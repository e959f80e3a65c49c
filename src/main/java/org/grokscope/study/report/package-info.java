/** What a study found, with the paper's numbers beside ours, as one page that needs nothing else. */
@NullMarked
package org.grokscope.study.report;

import org.jspecify.annotations.NullMarked;
