package org.grokscope.workbench.runs;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tours beside runs.
 *
 * @param offered whether there is one beside a run, by its id
 * @param take begins it
 */
record RunTours(Predicate<String> offered, Consumer<String> take) {}
