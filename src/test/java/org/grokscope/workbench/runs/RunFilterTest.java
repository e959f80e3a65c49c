package org.grokscope.workbench.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Fuzz;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunNotes;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class RunFilterTest {
    /** p = 97, seed 42, λ = 2, grokked at about 4,000 of 8,000 steps. */
    private static final RunHistory RUN = Runs.of("add-97", 0, 97, 42, 2.0, RunState.FINISHED, 8000);
    private static final RunHistory YOUNG = Runs.run("young", "A young run", 0, RunState.TRAINING, 1000);

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingTypedKeepsEveryRun(String typed) {
        assertThat(RunFilter.of(typed)).accepts(RUN, YOUNG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=97", "p>96", "p<98", "λ=2", "λ>1.5", "λ<2.5", "lambda=2", "decay=2", "Λ=2", "seed=42",
            "seed>-1", "seed<43", "blocks=2", "blocks>1", "blocks<3", "step=8000", "step=8,000", "step>7999",
            "step<8001", "grokked>3000", "grokked<5000"})
    void aComparisonThatHoldsKeepsTheRun(String typed) {
        assertThat(RunFilter.of(typed)).accepts(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=96", "p>97", "p<97", "λ=1", "λ>2", "λ<2", "lambda=1", "decay=1", "seed=41", "seed>42",
            "seed<42", "blocks=1", "blocks>2", "blocks<2", "step=7999", "step>8000", "step<8,000", "grokked>5000",
            "grokked<3000"})
    void aComparisonThatDoesNotHoldLeavesTheRunOut(String typed) {
        assertThat(RunFilter.of(typed)).rejects(RUN);
    }

    @Test
    void grokkedIsComparedWithTheStepOfTheMilestone() {
        int step = RUN.milestones().step(Milestone.GROKKED).orElseThrow();
        assertThat(RunFilter.of("grokked=" + step)).accepts(RUN);
        assertThat(RunFilter.of("grokked=" + (step + 1))).rejects(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grokked<9999", "grokked>0", "grokked"})
    void aRunThatHasNotGrokkedIsInNoComparisonOfGrokking(String typed) {
        assertThat(RunFilter.of(typed)).rejects(YOUNG);
    }

    @Test
    void grokkedAloneKeepsTheRunsThatHave() {
        assertThat(RunFilter.of("grokked")).accepts(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"young run", "YOUNG", "oun", "training", "live", "add", "full"})
    void wordsAreFoundInNameStateOperationAndKind(String typed) {
        assertThat(RunFilter.of(typed)).accepts(YOUNG);
    }

    @Test
    void aRunIsFoundByItsId() {
        assertThat(RunFilter.of("add-97")).accepts(RUN).rejects(YOUNG);
    }

    @Test
    void onlyARunInTrainingIsLive() {
        assertThat(RunFilter.of("live")).rejects(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"young old", "young p=96", "p=97 step=999"})
    void allPartsMustHold(String typed) {
        assertThat(RunFilter.of(typed)).rejects(YOUNG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"rate=3; Unknown filter 'rate'. Try p, \u03bb, seed, kind:, tag:",
            "p=many; 'many' is not a number that p could be", "p=; p= needs a number after it, as in p=97",
            "kind:; kind: needs a word after it, as in kind:mlp-only",
            "kind>full; kind has no order. Write kind:full"}, ignoreLeadingAndTrailingWhitespace = true)
    void whatIsNotUnderstoodIsSaidAndLeftOut(String typed, String problem) {
        assertThat(RunFilter.of(typed).problem()).startsWith(problem);
        assertThat(RunFilter.of(typed)).accepts(RUN, YOUNG);
    }

    @Test
    void whatIsUnderstoodLeavesNothingToSay() {
        assertThat(RunFilter.of("p=97 \u03bb>1 grokked kind:full -starred add").problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind:full", "operation:add", "state:finished", "memorised", "-starred", "-p=53", "p!=53",
            "p\u226597", "p<=97", "validation>95", "validation>95%", "-kind:mlp-only", "-young"})
    void wordsFlagsAndTheirOppositesAreHeld(String typed) {
        assertThat(RunFilter.of(typed)).accepts(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind:mlp-only", "operation:multiply", "state:new", "starred", "fork", "damaged", "noted",
            "tag:paper", "folder:other", "-grokked", "lead<0"})
    void wordsAndFlagsThatDoNotHoldLeaveTheRunOut(String typed) {
        assertThat(RunFilter.of(typed)).rejects(RUN);
    }

    @Test
    void starsAndTagsAreFound() {
        RunHistory marked = new RunHistory(RUN.head(), RUN.state(), RUN.evaluations(), RUN.events(), RUN.checkpoints(),
                RUN.resumable(),
                RUN.milestones(), RUN.leftOut(),
                new RunNotes(Optional.empty(), true, "", List.of("Paper", "slow")), true);
        assertThat(RunFilter.of("starred tag:paper tag:sl")).accepts(marked);
    }

    @Test
    void theLastWordIsCompletedWithKeysAndValuesThatOccur() {
        List<RunHistory> runs = List.of(RUN, YOUNG, Runs.of("b", 0, 53, 7, 1, RunState.PAUSED, 0));
        assertThat(FilterCompletion.of("grokked s", runs)).contains("starred", "seed=", "step>", "state:");
        assertThat(FilterCompletion.of("p=", runs)).containsExactly("p=53", "p=97");
        assertThat(FilterCompletion.of("grokked p=9", runs)).containsExactly("p=97");
        assertThat(FilterCompletion.of("state:p", runs)).containsExactly("state:paused");
        assertThat(FilterCompletion.of("-state:p", runs)).containsExactly("-state:paused");
        assertThat(FilterCompletion.of("p=97", runs)).isEmpty();
        assertThat(FilterCompletion.with("grokked p=9", "p=97")).isEqualTo("grokked p=97");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=53 or p=97", "p=53 or state:finished seed=42", "(p=53 or p=97) seed=42",
            "-(p=53 or seed=41)", "(p=53 or (seed=42 grokked))", "p=97 or", "or p=97", "(p=97", "(p=97 or",
            "rate=3 or p=97", "()"})
    void alternativesAndBracketsAreRead(String typed) {
        assertThat(RunFilter.of(typed)).accepts(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p=53 or p=59", "(p=53 or p=97) seed=41", "-(p=53 or p=97)", "p=97 seed=41 or p=53",
            "(p=53 or (seed=42 fork))"})
    void alternativesThatDoNotHoldLeaveTheRunOut(String typed) {
        assertThat(RunFilter.of(typed)).rejects(RUN);
    }

    @Test
    void quotesKeepSpacesAndSignsTogether() {
        RunHistory named = Runs.run("named", "A very young (old) p=5 or so", 0, RunState.TRAINING, 1000);
        assertThat(RunFilter.of("\"young (old)\"")).accepts(named).rejects(YOUNG);
        assertThat(RunFilter.of("\"young run\"")).accepts(YOUNG).rejects(named);
        assertThat(RunFilter.of("\"p=5 or")).accepts(named).rejects(YOUNG);
        assertThat(RunFilter.of("-\"young run\" young")).accepts(named).rejects(YOUNG);
    }

    @Test
    void aTagWithASpaceIsProposedInQuotesAndFound() {
        RunHistory tagged = new RunHistory(RUN.head(), RUN.state(), RUN.evaluations(), RUN.events(), RUN.checkpoints(),
                RUN.resumable(), RUN.milestones(), RUN.leftOut(),
                new RunNotes(Optional.empty(), true, "", List.of("for the paper")), true);
        assertThat(FilterCompletion.of("(tag:for", List.of(tagged))).containsExactly("tag:\"for the paper\"");
        assertThat(FilterCompletion.of("tag:\"for the p", List.of(tagged))).containsExactly("tag:\"for the paper\"");
        assertThat(FilterCompletion.with("p=97 or (tag:for", "tag:\"for the paper\""))
                .isEqualTo("p=97 or (tag:\"for the paper\"");
        assertThat(RunFilter.of("p=53 or (tag:\"for the paper\")")).accepts(tagged).rejects(RUN);
        assertThat(RunFilter.of("tag:\"for the p")).accepts(tagged).rejects(RUN);
    }

    @Property
    void bracketsQuotesAndOrAreAFilterInAnyOrder(
            @ForAll @Chars({'(', ')', '"', 'o', 'r', ' ', '-', 'p', '=', '9', '7'}) String typed) {
        assertThatCode(() -> RunFilter.of(typed).test(RUN)).doesNotThrowAnyException();
    }

    @Property
    void whateverIsTypedIsAFilter(@ForAll String typed) {
        assertThatCode(() -> RunFilter.of(typed).test(RUN)).doesNotThrowAnyException();
    }

    @Property
    void aMalformedComparisonIsAFilter(
            @ForAll @Chars({'p', 'λ', '<', '=', '>', '-', '.', ',', '0', '9', ' '}) String typed) {
        assertThatCode(() -> RunFilter.of("p=" + typed).test(RUN)).doesNotThrowAnyException();
    }

    @Test
    void whateverIsTypedIsUnderstoodOrLeft() throws IOException {
        Fuzz.damage("p=97 λ>1.5 grokked<5000 state:finished \"a name\" -tag:paper is:starred",
                typed -> RunFilter.of(new String(typed, StandardCharsets.UTF_8)).test(RUN));
    }
}
