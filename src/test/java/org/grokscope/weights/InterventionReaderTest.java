package org.grokscope.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grokscope.SharesNothing;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interventions as they are typed and recorded. */
@SharesNothing
class InterventionReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            remove-frequency 14               | − k 14
            remove-frequency 3,14             | − k 3,14
            keep-frequencies 14               | only k 14
            ablate-neurons block=1 3,17       | − 2 neurons
            ablate-neurons block=0 3 of k=5   | − neuron 3 of k 5
            ablate-neurons block=0 dominant=5 | − neurons of k 5
            freeze embedding                  | frozen embedding
            reset block 0 mlp                 | reset block 0 mlp
            transplant head from add-53@1000  | head of add-53@1000
            reset-moments                     | zero moments
            reset-moments keep-count          | zero moments, count kept
            scale-norm 0.5                    | norm × 0.5
            hold-norm 1                       | norm held
            weight-decay embedding=0          | λ 0 on embedding
            """)
    void whatIsWrittenIsReadAgain(String text, String label) {
        Intervention read = InterventionReader.one(text);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove-frequency", "remove-frequency x", "freeze", "freeze tail", "reset-moments maybe",
            "scale-norm 0", "hold-norm -1", "weight-decay embedding", "transplant head", "paint it black"})
    void whatCannotBeMeantIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> InterventionReader.one(text)).isInstanceOf(InvalidSetting.class)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({"embedding,token_embedding.weight,true", "block 0 mlp,blocks.0.ln2.bias,true",
            "block 0 mlp,blocks.0.attention.qkv.weight,false", "block 1,blocks.1.mlp.up.bias,true",
            "block 1,blocks.0.mlp.up.bias,false", "attention,blocks.1.ln1.weight,true",
            "head,final_norm.weight,true", "position,position_embedding.weight,true"})
    void aPartHoldsItsParameters(String part, String parameter, boolean held) {
        assertThat(NetworkPart.parse(part.replace(' ', '-')).holds(parameter)).isEqualTo(held);
    }
}
