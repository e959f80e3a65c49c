package org.grokscope.foreign;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a file holds for one step.
 *
 * @param step as the file says it; empty when it does not
 * @param tensors by the names that the other program gave them, without what wrappers put before them
 * @param optimizer the state_dict of torch's optimizer beside them
 */
record SavedState(OptionalInt step, Map<String, ForeignTensor> tensors, @Nullable Map<?, ?> optimizer) {}
