package org.grokscope.model;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A program in TorchScript, whose methods each run as one native call, with all of the tensor library's operators at hand
 * (many of which DJL does not offer) and no array made in Java. The source is a resource beside the class that uses it;
 * the archive that the tensor library loads is put together in memory.
 */
public final class Script implements AutoCloseable {
    /** What stands before the reason of a failure. */
    private static final String ERROR = "\nRuntimeError: ";

    private final PtSymbolBlock module;

    private Script(PtSymbolBlock module) {
        this.module = module;
    }

    /**
     * Compiles a script.
     *
     * @param user the class that has the source beside it
     * @param module the name of the one module that the source defines
     * @param files the source's names; what stands in them is put together in this order
     * @throws EngineException when it uses an operator that this tensor library was built without
     */
    public static Script load(NDManager manager, Class<?> user, String module, String... files) {
        // Of a program written out by hand the optimiser makes nothing faster, and its first calls slower.
        JniUtils.setGraphExecutorOptimize(false);
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        try {
            for (String file : files) {
                try (InputStream part = Objects.requireNonNull(user.getResourceAsStream(file), file)) {
                    part.transferTo(source);
                }
            }
            return new Script(JniUtils.loadModule((PtNDManager) manager,
                    new ByteArrayInputStream(archive(module, source.toByteArray())), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a zip file as torch.jit.save would make it of a module without attributes. */
    private static byte[] archive(String module, byte[] source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, module + "/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            // Pickles, protocol 2: an object of the module's class with an empty state; no constants.
            add(zip, module + "/data.pkl",
                    ("\u0080\u0002c__torch__\n" + module + "\n)\u0081}b.").getBytes(StandardCharsets.ISO_8859_1));
            add(zip, module + "/constants.pkl", "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1));
            add(zip, module + "/code/__torch__.py", source);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Runs a method.
     *
     * @param arguments stay the caller's
     * @return what it returns; the caller closes it
     * @throws EngineException with one line that says what went wrong; the trace through the script is its cause's
     */
    public ScriptValue call(String method, ScriptValue... arguments) {
        IValue[] inner = Arrays.stream(arguments).map(ScriptValue::inner).toArray(IValue[]::new);
        try {
            return new ScriptValue(IValueUtils.runMethod(module, method, inner));
        } catch (EngineException e) {
            throw new EngineException(reason(String.valueOf(e.getMessage())), e);
        }
    }

    /** Returns what went wrong, which stands behind a trace through the script. */
    private static String reason(String message) {
        int error = message.lastIndexOf(ERROR);
        return error < 0 ? message : message.substring(error + ERROR.length()).lines().findFirst().orElse(message);
    }

    /** Frees the program. */
    @Override
    public void close() {
        module.close();
    }
}
