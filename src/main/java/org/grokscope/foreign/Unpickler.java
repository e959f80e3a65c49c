package org.grokscope.foreign;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads Python's pickle format, protocols 2 to 5, as data: None, truth values, numbers, strings, bytes, lists, tuples and
 * dicts. A pickle is a program that can call any function of any module; here every name of a class or function is handed
 * to a {@link Names}, which knows a few and refuses the rest before anything is made of it. Nothing is ever looked up by
 * name, loaded or executed.
 *
 * <p>
 * Format: Python's {@code pickletools}. Tuples and lists become {@link List}s, dicts {@link LinkedHashMap}s, whole numbers
 * Long or BigInteger.
 */
final class Unpickler {
    /** More values than any file that a person would import. */
    private static final int MOST_VALUES = 10_000_000;
    private static final int LONGEST_NUMBER = 64;

    private final String file;
    private final DataInputStream in;
    private final Names names;
    private final List<@Nullable Object> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, @Nullable Object> memo = new HashMap<>();
    private int values;

    /** The classes and functions that may stand in a pickle, and what becomes of them. */
    interface Names {
        /**
         * Returns something that stands for a name.
         *
         * @throws FileProblem when the name is not allowed
         */
        Object named(String module, String name) throws FileProblem;

        /**
         * Returns what a call gives.
         *
         * @param callee what stood for its name
         * @throws FileProblem when it cannot be called like this
         */
        Object called(@Nullable Object callee, List<?> arguments) throws FileProblem;

        /**
         * Returns what is kept outside the pickle under an id.
         *
         * @throws FileProblem when there is no such thing
         */
        Object kept(@Nullable Object id) throws FileProblem;
    }

    /** @param file its name, for sentences */
    Unpickler(String file, DataInputStream in, Names names) {
        this.file = file;
        this.in = in;
        this.names = names;
    }

    /**
     * Reads the one value that a pickle holds.
     *
     * @throws FileProblem when it is damaged or holds what is not allowed
     */
    @Nullable
    Object read() throws IOException {
        try {
            for (int code = in.readUnsignedByte(); code != '.'; code = in.readUnsignedByte()) {
                if (++values > MOST_VALUES) {
                    throw damaged("is too large");
                }
                step(code);
            }
            return pop();
        } catch (EOFException e) {
            throw new FileProblem(file + " ends too early.", e);
        } catch (ClassCastException | IndexOutOfBoundsException | NumberFormatException | NoSuchElementException
                | UnsupportedOperationException | NullPointerException e) {
            throw new FileProblem(file + " is damaged: its pickle cannot be read.", e);
        }
    }

    private void step(int code) throws IOException {
        switch (code) {
            case 0x80 -> protocol(in.readUnsignedByte());
            case 0x95 -> in.readLong(); // a frame's length
            case '(' -> marks.push(stack.size());
            case '0' -> pop();
            case '1' -> sinceMark();
            case '2' -> stack.add(stack.getLast());
            case 'N' -> stack.add(null);
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'K' -> stack.add((long) in.readUnsignedByte());
            case 'M' -> stack.add((long) unsigned(2));
            case 'J' -> stack.add((long) Integer.reverseBytes(in.readInt()));
            case 0x8a -> stack.add(whole(in.readUnsignedByte()));
            case 0x8b -> stack.add(whole(unsigned(4)));
            case 'G' -> stack.add(in.readDouble());
            case 'I' -> stack.add(typed(line()));
            case 'L' -> stack.add(Long.parseLong(line().replaceAll("L$", "")));
            case 'F' -> stack.add(Double.parseDouble(line()));
            case 0x8c -> stack.add(text(in.readUnsignedByte()));
            case 'X' -> stack.add(text(unsigned(4)));
            case 0x8d -> stack.add(text(longLength()));
            case 'C', 'U' -> stack.add(bytes(in.readUnsignedByte()));
            case 'B', 'T' -> stack.add(bytes(unsigned(4)));
            case 0x8e, 0x96 -> stack.add(bytes(longLength()));
            case ']' -> stack.add(new ArrayList<>());
            case ')' -> stack.add(List.of());
            case '}' -> stack.add(new LinkedHashMap<>());
            case 'l', 't' -> stack.add(new ArrayList<>(sinceMark()));
            case 'd' -> {
                List<@Nullable Object> pairs = sinceMark();
                stack.add(new LinkedHashMap<>());
                put(pairs);
            }
            case 0x85, 0x86, 0x87 -> tuple(code - 0x84);
            case 'a' -> list(last(1));
            case 'e' -> list(sinceMark());
            case 's' -> put(last(2));
            case 'u' -> put(sinceMark());
            case 'q' -> memo.put(in.readUnsignedByte(), stack.getLast());
            case 'r' -> memo.put(unsigned(4), stack.getLast());
            case 'p' -> memo.put(Integer.parseInt(line()), stack.getLast());
            case 0x94 -> memo.put(memo.size(), stack.getLast());
            case 'h' -> stack.add(remembered(in.readUnsignedByte()));
            case 'j' -> stack.add(remembered(unsigned(4)));
            case 'g' -> stack.add(remembered(Integer.parseInt(line())));
            default -> object(code);
        }
    }

    /** What would make an object of Python's, or keeps one elsewhere. */
    private void object(int code) throws IOException {
        switch (code) {
            case 'c' -> stack.add(names.named(line(), line()));
            case 0x93 -> {
                String name = (String) pop();
                stack.add(names.named(String.valueOf(pop()), String.valueOf(name)));
            }
            case 'R', 0x81 -> {
                List<?> arguments = (List<?>) pop();
                stack.add(names.called(pop(), arguments == null ? List.of() : arguments));
            }
            case 'b' -> {
                // An OrderedDict's own attributes say how torch names its modules; any other object was refused before.
                pop();
                if (!(stack.getLast() instanceof Map)) {
                    throw damaged("sets the attributes of an object");
                }
            }
            case 'Q' -> stack.add(names.kept(pop()));
            default -> throw damaged("holds the pickle instruction 0x%02x, which no state_dict needs".formatted(code));
        }
    }

    private void protocol(int number) throws FileProblem {
        if (number > 5) {
            throw damaged("is a pickle of protocol " + number + ", and 5 is the newest that this program reads");
        }
    }

    private @Nullable Object pop() {
        return stack.removeLast();
    }

    private List<@Nullable Object> last(int count) {
        List<@Nullable Object> tail = stack.subList(stack.size() - count, stack.size());
        List<@Nullable Object> taken = new ArrayList<>(tail);
        tail.clear();
        return taken;
    }

    private List<@Nullable Object> sinceMark() throws FileProblem {
        if (marks.isEmpty()) {
            throw damaged("is damaged: its pickle cannot be read");
        }
        return last(stack.size() - marks.pop());
    }

    private void tuple(int length) {
        stack.add(last(length));
    }

    @SuppressWarnings("unchecked") // what stands in lists is looked at by whoever takes it out
    private void list(List<@Nullable Object> further) {
        ((List<@Nullable Object>) stack.getLast()).addAll(further);
    }

    @SuppressWarnings("unchecked") // what stands in dicts is looked at by whoever takes it out
    private void put(List<@Nullable Object> pairs) throws FileProblem {
        Map<@Nullable Object, @Nullable Object> map = (Map<@Nullable Object, @Nullable Object>) stack.getLast();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            if (!(key instanceof String || key instanceof Number)) {
                // A list that holds itself, as a key, would never end.
                throw damaged("holds a dict whose keys are neither names nor numbers");
            }
            map.put(key, pairs.get(i + 1));
        }
    }

    private @Nullable Object remembered(int place) throws FileProblem {
        if (!memo.containsKey(place)) {
            throw damaged("is damaged: its pickle cannot be read");
        }
        return memo.get(place);
    }

    private int unsigned(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.readUnsignedByte() << 8 * i;
        }
        return length(value);
    }

    private int longLength() throws IOException {
        return length(Long.reverseBytes(in.readLong()));
    }

    private int length(long value) throws FileProblem {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw damaged("is damaged: its pickle cannot be read");
        }
        return (int) value;
    }

    private Object whole(int bytes) throws IOException {
        if (bytes > LONGEST_NUMBER) {
            throw damaged("holds a whole number of " + bytes + " bytes");
        }
        byte[] number = new byte[bytes + 1];
        for (int i = bytes; i >= 1; i--) {
            number[i] = in.readByte();
        }
        number[0] = (byte) (bytes > 0 && number[1] < 0 ? -1 : 0);
        BigInteger value = new BigInteger(number);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static Object typed(String line) {
        return switch (line) {
            case "00" -> false;
            case "01" -> true;
            default -> Long.parseLong(line);
        };
    }

    private String text(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** Memory is taken as bytes come, whatever length is claimed. */
    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (line.length() > 1000) {
                throw damaged("is damaged: its pickle cannot be read");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private FileProblem damaged(String how) {
        return new FileProblem(file + " " + how + ".");
    }
}
