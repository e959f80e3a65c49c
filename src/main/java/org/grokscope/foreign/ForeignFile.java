package org.grokscope.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.grokscope.file.FileProblem;
import org.jspecify.annotations.Nullable;

/** Another program's file of tensors, open so that they can be read. */
interface ForeignFile extends AutoCloseable {
    /**
     * Opens a file by its ending: {@code .safetensors}, or {@code .pt}, {@code .pth} and the like, which torch.save writes.
     *
     * @throws FileProblem when it is absent, damaged, or holds what is not allowed
     */
    static ForeignFile open(Path file) throws IOException {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")
                ? ForeignSafetensors.open(file)
                : TorchFile.open(file);
    }

    /**
     * Returns what it holds: {@link ForeignTensor}s, numbers, strings, truth values and null, in lists and maps.
     */
    @Nullable
    Object root();

    @Override
    void close() throws IOException;
}
