package org.grokscope.foreign;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that torch.save wrote: since PyTorch 1.6 a zip of a pickle, {@code …/data.pkl}, and of its tensors' elements,
 * {@code …/data/0} and so on. Only tensors, their storages, parameters and OrderedDicts are made of it beside plain data;
 * any other class or function is refused by its name. Older formats are refused, too.
 */
final class TorchFile implements ForeignFile, Unpickler.Names {
    private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String DICT = "collections.OrderedDict";
    /** What a file of before PyTorch 1.6 begins with: a pickle of this number. */
    private static final byte[] OLD_MAGIC = {(byte) 0x80, 2, (byte) 0x8a, 10, 'l', (byte) 0xfc, (byte) 0x9c, 'F',
            (byte) 0xf9, ' ', 'j', (byte) 0xa8, 'P', 0x19, '.'};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int TAR_HEADER = 512;
    private static final int LARGEST_PICKLE = 64 << 20;

    private final String name;
    private final ZipFile zip;
    private final String prefix;
    private final @Nullable Object root;

    /** A name that may stand in the pickle. */
    private record Known(String name) {}

    private TorchFile(Path file, ZipFile zip) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.zip = zip;
        ZipEntry pickle = zip.stream().filter(entry -> entry.getName().matches("[^/]*/data\\.pkl")).findFirst()
                .orElseThrow(() -> new FileProblem(name + " is a zip file, but none that torch.save wrote."));
        this.prefix = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
        if (zip.getEntry(prefix + "constants.pkl") != null) {
            throw new FileProblem(name + " is a TorchScript program; save its state_dict with torch.save.");
        }
        ZipEntry order = zip.getEntry(prefix + "byteorder");
        if (order != null && new String(bytes(order, TAR_HEADER), StandardCharsets.US_ASCII).startsWith("big")) {
            throw new FileProblem(name + " was written on a big-endian machine, and this program reads no such file.");
        }
        byte[] program = bytes(pickle, LARGEST_PICKLE);
        this.root = new Unpickler(name, new DataInputStream(new ByteArrayInputStream(program)), this).read();
    }

    /**
     * Opens a file.
     *
     * @throws FileProblem when it is absent, damaged, too old, or holds what is not allowed
     */
    static TorchFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] start = start(file);
        if (startsWith(start, OLD_MAGIC) || isTar(start)) {
            throw new FileProblem(
                    name + " is in PyTorch's format of before version 1.6; load it in PyTorch and save it "
                            + "again with torch.save.");
        }
        if (!startsWith(start, ZIP_MAGIC)) {
            throw new FileProblem(name + " is not a file that torch.save wrote.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new FileProblem(name + " is damaged or not complete: it is a zip file without a directory.", e);
        }
        try {
            return new TorchFile(file, zip);
        } catch (ZipException e) {
            zip.close();
            throw new FileProblem(name + " is damaged: what its zip file holds cannot be read.", e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try {
            OrdinaryFile.check(file);
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no file " + file + ".", e);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return in.readNBytes(TAR_HEADER);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** A tar file has the sum of its first header's bytes in it, its own eight counted as spaces. */
    private static boolean isTar(byte[] header) {
        if (header.length < TAR_HEADER) {
            return false;
        }
        String written = new String(header, 148, 8, StandardCharsets.US_ASCII).replaceAll("[^0-7]", "");
        int sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= 148 && i < 156 ? ' ' : Byte.toUnsignedInt(header[i]);
        }
        return !written.isEmpty() && written.equals(Integer.toOctalString(sum).strip())
                || !written.isEmpty() && Integer.parseInt(written, 8) == sum;
    }

    private byte[] bytes(ZipEntry entry, long most) throws IOException {
        if (entry.getSize() > most) {
            throw new FileProblem(name + " holds " + entry.getName() + " of %,d bytes, more than this program reads."
                    .formatted(entry.getSize()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            // An entry may be longer than it says.
            byte[] bytes = in.readNBytes((int) Math.max(0, entry.getSize()));
            if (bytes.length != entry.getSize()) {
                throw new FileProblem(name + " ends too early.");
            }
            return bytes;
        }
    }

    @Override
    public @Nullable Object root() {
        return root;
    }

    @Override
    public Object named(String module, String called) throws FileProblem {
        String full = module + "." + called;
        boolean known = full.equals(TENSOR) || full.equals(PARAMETER) || full.equals(DICT)
                || storageType(full).isPresent();
        if (!known) {
            throw new FileProblem(name + " holds '" + full + "', which is not read from other people's files: they may "
                    + "hold tensors, numbers, strings, lists, tuples and dicts.");
        }
        return new Known(full);
    }

    private static Optional<ElementType> storageType(String full) {
        return full.startsWith("torch.")
                ? ElementType.ofStorage(full.substring("torch.".length()))
                : Optional.empty();
    }

    @Override
    public Object called(@Nullable Object callee, List<?> arguments) throws FileProblem {
        String function = callee instanceof Known known ? known.name : "";
        if (function.equals(DICT) && arguments.isEmpty()) {
            return new LinkedHashMap<>();
        }
        if (function.equals(TENSOR) && arguments.size() >= 4
                && arguments.get(0) instanceof ForeignTensor.Storage storage && arguments.get(1) instanceof Long offset
                && arguments.get(2) instanceof List<?> shape && arguments.get(3) instanceof List<?> strides) {
            return ForeignTensor.of(name, storage, offset, longs(shape), longs(strides));
        }
        if (function.equals(PARAMETER) && !arguments.isEmpty() && arguments.getFirst() instanceof ForeignTensor it) {
            return it;
        }
        throw new FileProblem(name + " calls '" + function + "' in a way that torch.save does not.");
    }

    private static long[] longs(List<?> numbers) {
        return numbers.stream().mapToLong(number -> (Long) number).toArray();
    }

    /** An id names a storage: {@code ('storage', torch.FloatStorage, '0', 'cpu', elements)}. */
    @Override
    public Object kept(@Nullable Object id) throws FileProblem {
        if (id instanceof List<?> parts && parts.size() == 5 && parts.get(1) instanceof Known type
                && parts.get(2) instanceof String key && parts.get(4) instanceof Long elements) {
            ElementType element = storageType(type.name).orElseThrow();
            ZipEntry entry = zip.getEntry(prefix + "data/" + key);
            if (entry == null || entry.getSize() / element.bytes() < elements || elements < 0
                    || elements > Integer.MAX_VALUE / element.bytes()) {
                throw new FileProblem(name + " is damaged: it lacks some of its tensors' data.");
            }
            return new Stored(element, elements.intValue(), entry);
        }
        throw new FileProblem(name + " names data that torch.save does not.");
    }

    /** Elements in an entry of the zip file. */
    private final class Stored implements ForeignTensor.Storage {
        private final ElementType type;
        private final int elements;
        private final ZipEntry entry;

        Stored(ElementType type, int elements, ZipEntry entry) {
            this.type = type;
            this.elements = elements;
            this.entry = entry;
        }

        @Override
        public ElementType type() {
            return type;
        }

        @Override
        public int elements() {
            return elements;
        }

        @Override
        public ByteBuffer read() throws IOException {
            return ByteBuffer.wrap(bytes(entry, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4)));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
