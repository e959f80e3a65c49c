package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final List<String> XEON = List.of("processor\t: 0", "vendor_id\t: GenuineIntel", "cpu family\t: 6",
            "model\t\t: 207", "model name\t: Intel(R) Xeon(R) Processor", "stepping\t: 2",
            "flags\t\t: fpu avx avx2 avx512f avx512_bf16 amx_bf16", "", "processor\t: 1", "vendor_id\t: GenuineIntel");
    private static final List<String> EPYC = List.of("processor\t: 0", "vendor_id\t: AuthenticAMD", "cpu family\t: 26",
            "model\t\t: 2", "model name\t: AMD EPYC", "stepping\t: 1", "flags\t\t: fpu avx avx2 avx512f");
    private static final List<String> OLDER_EPYC = List.of("processor\t: 0", "vendor_id\t: AuthenticAMD",
            "cpu family\t: 25", "model\t\t: 1", "model name\t: AMD EPYC", "stepping\t: 1", "flags\t\t: fpu avx avx2");
    private static final List<String> ARM = List.of("processor\t: 0", "Features\t: fp asimd sve", "CPU part\t: 0xd40");

    @Test
    void aProcessorIsReadAsLinuxDescribesIt() {
        Processor xeon = Processor.of(XEON);
        assertThat(xeon.vendor()).isEqualTo("GenuineIntel");
        assertThat(xeon.model()).isEqualTo("Intel(R) Xeon(R) Processor, family 6, model 207, stepping 2");
        assertThat(xeon.instructions()).isEqualTo("amx_bf16 avx512_bf16 avx512f avx2 avx");
        assertThat(Processor.of(ARM).vendor()).isEmpty();
        assertThat(Processor.of(ARM).instructions()).isEqualTo("asimd sve");
        assertThat(Processor.of(List.of()).name()).endsWith(" processor");
    }

    @Test
    void bfloat16ProductsNeedInstructionsForThemAndALibraryThatComputesThemRight() {
        assertThatCode(() -> Products.requireNarrow(Processor.of(XEON), () -> true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Products.requireNarrow(Processor.of(XEON), () -> false))
                .isInstanceOf(InvalidSetting.class).hasMessage("This machine's tensor library computes wrong products "
                        + "of bf16 numbers, so nothing trains with them here.");
        assertThatThrownBy(() -> Products.requireNarrow(Processor.of(EPYC), () -> true))
                .isInstanceOf(InvalidSetting.class).hasMessage("Products of bf16 numbers need a processor with "
                        + "avx512_bf16 or AMX, and this one (AMD EPYC) has neither.");
        assertThatThrownBy(() -> Products.requireNarrow(true)).isInstanceOf(InvalidSetting.class)
                .hasMessage("Products of bf16 numbers are computed on a processor alone, not on a GPU.");
    }

    @Test
    void theUsualOperatorsAreForIntelForWhereThereIsNoAvx512AndForWhereOneDnnIsWrong() {
        assertThat(Products.of(Processor.of(XEON), () -> true)).isEqualTo(Products.USUAL);
        assertThat(Products.of(Processor.of(EPYC), () -> true)).isEqualTo(Products.ONEDNN);
        assertThat(Products.of(Processor.of(OLDER_EPYC), () -> true)).isEqualTo(Products.USUAL);
        assertThat(Products.of(Processor.of(EPYC), () -> false)).isEqualTo(Products.USUAL);
        assertThat(Products.of(Processor.of(ARM), () -> true)).isEqualTo(Products.ONEDNN);
    }
}
