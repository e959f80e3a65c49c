package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.grokscope.file.Json;
import org.grokscope.settings.RunConfiguration;

/** A fingerprint of what determines a run's numbers: task, model, optimizer and seeds, not names, lineage or length. */
public final class ConfigurationHash {
    private ConfigurationHash() {}

    /** Returns the SHA-256 of the determining settings, in hexadecimal. */
    public static String of(RunConfiguration configuration) {
        try {
            byte[] text = Json.MAPPER.writeValueAsBytes(ConfigurationDocument.determining(configuration));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
