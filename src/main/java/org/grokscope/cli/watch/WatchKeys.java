package org.grokscope.cli.watch;

/** What keys do to the table. */
final class WatchKeys {
    private static final int INTERRUPT = 3;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private WatchKeys() {}

    /**
     * What came of a key.
     *
     * @param stays whether the table stays on the terminal
     */
    record Pressed(WatchTable table, boolean stays) {}

    /**
     * Presses a key that is a character.
     *
     * @param key negative when the terminal is gone
     */
    static Pressed press(WatchTable table, int key) {
        if (key < 0 || key == INTERRUPT) {
            return new Pressed(table, false);
        }
        if (table.typing()) {
            return new Pressed(type(table, key), true);
        }
        return switch (key) {
            case 'q', 'Q' -> new Pressed(table, false);
            case 's' -> stay(new WatchTable(table.order().next(), table.reversed(), table.filter(), 0, false));
            case 'r' -> stay(new WatchTable(table.order(), !table.reversed(), table.filter(), 0, false));
            case '/' -> stay(new WatchTable(table.order(), table.reversed(), table.filter(), 0, true));
            default -> stay(table);
        };
    }

    private static Pressed stay(WatchTable table) {
        return new Pressed(table, true);
    }

    private static WatchTable type(WatchTable table, int key) {
        String filter = table.filter();
        if (key == '\r' || key == '\n') {
            return filtered(table, filter, false);
        }
        if (key == BACKSPACE || key == DELETE) {
            return filtered(table, filter.isEmpty() ? "" : filter.substring(0, filter.length() - 1), true);
        }
        return Character.isISOControl(key) ? table : filtered(table, filter + Character.toString(key), true);
    }

    private static WatchTable filtered(WatchTable table, String filter, boolean typing) {
        return new WatchTable(table.order(), table.reversed(), filter, 0, typing);
    }

    /**
     * Presses a key that a terminal names with Escape and more; Escape alone clears the filter.
     *
     * @param rest what follows Escape
     * @param shown rows that are seen at once
     * @param rows of the table
     */
    static WatchTable escape(WatchTable table, String rest, int shown, int rows) {
        int by = switch (rest) {
            case "[A", "OA" -> -1;
            case "[B", "OB" -> 1;
            case "[5~" -> -shown;
            case "[6~" -> shown;
            default -> 0;
        };
        if (rest.isEmpty()) {
            return filtered(table, "", false);
        }
        return new WatchTable(table.order(), table.reversed(), table.filter(),
                Math.clamp((long) table.first() + by, 0, Math.max(0, rows - shown)), table.typing());
    }
}
