package org.grokscope.workbench;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.grokscope.figure.MarkTarget;

/**
 * Keeps the pages in step: what the pointer was on last is lit on the page that comes, although the pointer had to leave it to
 * get there.
 */
final class KeptPointer {
    private MarkTarget last = MarkTarget.ITSELF;

    KeptPointer(ObjectProperty<MarkTarget> pointed, ObservableValue<Page> page) {
        pointed.subscribe(target -> {
            if (target != MarkTarget.ITSELF) {
                last = target;
            }
        });
        page.subscribe((_, _) -> pointed.set(last));
    }
}
