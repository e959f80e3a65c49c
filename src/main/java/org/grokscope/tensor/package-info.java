/** Arrays of numbers, and the safetensors files that hold them, in plain Java. */
@NullMarked
package org.grokscope.tensor;

import org.jspecify.annotations.NullMarked;
