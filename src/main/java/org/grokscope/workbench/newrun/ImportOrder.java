package org.grokscope.workbench.newrun;

import java.util.Map;
import org.grokscope.settings.Setting;

/**
 * What a person wants to import, and what they say of it.
 *
 * @param typed settings that the files do not say
 * @param columns of a table of curves, by {@code step} and by the measures' keys
 * @param name blank for a suggested one
 */
public record ImportOrder(ImportOffer offer, Map<Setting<?>, String> typed, Map<String, String> columns, String name) {
    public ImportOrder {
        typed = Map.copyOf(typed);
        columns = Map.copyOf(columns);
    }
}
