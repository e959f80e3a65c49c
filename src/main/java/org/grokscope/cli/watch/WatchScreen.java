package org.grokscope.cli.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** The table on the whole of a terminal, read anew twice a second, until q is pressed. */
public final class WatchScreen {
    private static final long PERIOD_MILLIS = 500;
    /** A key is heard at once; for so long it waits for one before it shows what was read meanwhile. */
    private static final long KEY_MILLIS = 100;
    private static final int ESCAPE = 27;
    /** How long after Escape the rest of an arrow's name may take. */
    private static final long REST_MILLIS = 50;
    private static final int NOTHING = NonBlockingReader.READ_EXPIRED;

    private final WatchReader reader;
    private WatchTable table = WatchTable.START;
    private WatchThread.Seen seen = WatchThread.Seen.NOTHING;

    /** @param reader reads what is shown */
    public WatchScreen(WatchReader reader) {
        this.reader = reader;
    }

    /** Shows the table until q or Ctrl+C is pressed, or the terminal is gone. */
    public void show() throws Exception {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
            Attributes before = terminal.enterRawMode();
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.cursor_invisible);
            try {
                follow(terminal, new Display(terminal, true));
            } finally {
                terminal.puts(Capability.cursor_visible);
                terminal.puts(Capability.exit_ca_mode);
                terminal.setAttributes(before);
                terminal.flush();
            }
        }
    }

    private void follow(Terminal terminal, Display display) throws Exception {
        try (WatchThread thread = new WatchThread(this::read, PERIOD_MILLIS)) {
            boolean goesOn = true;
            while (goesOn) {
                seen = thread.seen();
                draw(terminal, display);
                int key = terminal.reader().read(KEY_MILLIS);
                goesOn = key == NOTHING || press(key, terminal);
            }
        }
    }

    private WatchThread.Seen read() throws IOException, InterruptedException {
        return new WatchThread.Seen(reader.read(), reader.problem());
    }

    private void draw(Terminal terminal, Display display) {
        int width = Math.max(20, terminal.getSize().getColumns());
        int height = Math.max(4, terminal.getSize().getRows());
        display.resize(Size.of(width, height));
        List<String> lines = new ArrayList<>(table.lines(seen.runs(), width - 1, height));
        String problem = seen.problem();
        if (!problem.isEmpty()) {
            lines.set(0, problem.substring(0, Math.min(problem.length(), width - 1)));
        }
        display.update(IntStream.range(0, lines.size())
                .mapToObj(i -> styled(lines.get(i), i == 1 || i == lines.size() - 1)).toList(), 0);
    }

    private static AttributedString styled(String line, boolean strong) {
        return new AttributedStringBuilder().append(line, strong ? AttributedStyle.BOLD : AttributedStyle.DEFAULT)
                .toAttributedString();
    }

    /** Acts on a key; returns whether the table stays. */
    private boolean press(int key, Terminal terminal) throws IOException {
        if (key == ESCAPE) {
            escape(terminal);
            return true;
        }
        WatchKeys.Pressed pressed = WatchKeys.press(table, key);
        table = pressed.table();
        return pressed.stays();
    }

    /** Arrows and pages come as Escape and more. */
    private void escape(Terminal terminal) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int next = terminal.reader().read(REST_MILLIS); next >= 0; next = terminal.reader().read(REST_MILLIS)) {
            rest.append((char) next);
        }
        table = WatchKeys.escape(table, rest.toString(), WatchTable.shown(terminal.getSize().getRows()),
                table.rows(seen.runs()).size());
    }
}
