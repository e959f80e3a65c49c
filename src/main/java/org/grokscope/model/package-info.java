/** The transformer on DJL. */
@NullMarked
package org.grokscope.model;

import org.jspecify.annotations.NullMarked;
