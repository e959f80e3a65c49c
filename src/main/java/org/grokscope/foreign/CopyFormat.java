package org.grokscope.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.file.TargetFolder;
import org.grokscope.settings.Activation;
import org.grokscope.settings.Mask;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.Norm;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.tensor.SafetensorsFile;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.Labelled;

/** Other programs for which a network can be written: a safetensors file, and a Python program beside it that loads it. */
public enum CopyFormat implements Labelled {
    /** TransformerLens' HookedTransformer. */
    TRANSFORMERLENS("transformerlens") {
        @Override
        void check(ModelSettings model) {
            InvalidSetting.unless(model.kind() != ModelKind.MLP_ONLY, "as",
                    "TransformerLens has no network without attention.");
            InvalidSetting.unless(model.norm() != Norm.POST, "as",
                    "TransformerLens has no LayerNorm behind a sublayer.");
            InvalidSetting.unless(model.activation() != Activation.SQUARE || !model.kind().mlp(), "as",
                    "TransformerLens has no activation x\u00b2.");
        }

        @Override
        SequencedMap<String, Tensor> tensors(ModelSettings model, Map<String, Tensor> parameters) {
            return new LensTensors(model, parameters).tensors();
        }
    },
    /** A torch module, whose names are this program's. */
    TORCH("torch") {
        @Override
        void check(ModelSettings model) {
            // Every network here can be said in torch.
        }

        @Override
        SequencedMap<String, Tensor> tensors(ModelSettings model, Map<String, Tensor> parameters) {
            return new LinkedHashMap<>(parameters);
        }
    };

    private final String label;

    CopyFormat(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** @throws InvalidSetting when the other program has no such network */
    abstract void check(ModelSettings model);

    abstract SequencedMap<String, Tensor> tensors(ModelSettings model, Map<String, Tensor> parameters);

    /**
     * Makes sure that a network can be written.
     *
     * @param folder where; it need not be there
     * @param name of the files, without their endings
     * @throws InvalidSetting when the other program has no such network, or there are such files already
     * @throws FileProblem when the folder cannot be written
     */
    public void check(Path folder, String name, ModelSettings model) throws FileProblem {
        check(model);
        new TargetFolder(folder).check();
        Path file = file(folder, name);
        Path program = program(folder, name);
        InvalidSetting.unless(Files.notExists(file) && Files.notExists(program), "to",
                "There is a file " + file.getFileName() + " or " + program.getFileName() + " in " + folder
                        + " already.");
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".safetensors");
    }

    private static Path program(Path folder, String name) {
        return folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "_") + ".py");
    }

    /**
     * Writes a network, both files or none.
     *
     * @param folder where, made when it is not there
     * @param name of the files, without their endings
     * @param p how many operands there are
     * @param metadata what the file says of itself
     * @return the safetensors file; the program beside it has the ending {@code .py}
     * @throws InvalidSetting when the other program has no such network, or there are such files already
     */
    public Path write(Path folder, String name, ModelSettings model, int p, Map<String, Tensor> parameters,
            Map<String, String> metadata) throws IOException {
        check(folder, name, model);
        new TargetFolder(folder).make();
        Path file = file(folder, name);
        SafetensorsFile.write(file, tensors(model, parameters), metadata);
        try {
            AtomicFile.write(program(folder, name), ByteBuffer
                    .wrap(program(model, p, String.valueOf(file.getFileName())).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private String program(ModelSettings model, int p, String file) throws IOException {
        String text;
        try (InputStream in = CopyFormat.class.getResourceAsStream(label + ".py")) {
            if (in == null) {
                throw new IOException("The program has lost its resource " + label + ".py.");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("FILE", '"' + file + '"');
        values.put("P", Integer.toString(p));
        values.put("TOKENS", Integer.toString(ParameterLayout.tokens(model, p)));
        values.put("POSITIONS", Integer.toString(model.sequence().positions()));
        values.put("SECOND", Integer.toString(model.sequence().second()));
        values.put("BLOCKS", Integer.toString(model.blocks()));
        values.put("WIDTH", Integer.toString(model.width()));
        values.put("HEADS", Integer.toString(model.heads()));
        values.put("HIDDEN", Integer.toString(model.mlpWidth()));
        values.put("KIND", quoted(model.kind()));
        values.put("ACTIVATION", quoted(model.activation()));
        values.put("NORM", quoted(model.norm()));
        values.put("MASK", quoted(model.mask()));
        values.put("BIASES", quoted(model.biases()));
        values.put("CAUSAL", model.mask() == Mask.CAUSAL ? "True" : "False");
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static String quoted(Labelled value) {
        return '"' + value.label() + '"';
    }
}
