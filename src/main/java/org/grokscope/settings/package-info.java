/** What determines a run: task, network, optimizer, schedule, evaluation and seeds. */
@NullMarked
package org.grokscope.settings;

import org.jspecify.annotations.NullMarked;
