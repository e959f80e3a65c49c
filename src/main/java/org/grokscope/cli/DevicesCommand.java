package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.grokscope.settings.Passes;
import org.grokscope.training.DeviceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope devices}. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Lists the devices to compute on, and says why a GPU is not used.")
final class DevicesCommand implements Callable<Integer> {
    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        DeviceReport found = DeviceReport.probe();
        Console console = output.console();
        if (console.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("cpu", found.cpu()).put("processors", found.processors()).put("bf16", found.bfloat16())
                    .put("cudaLibrary", found.cudaLibrary());
            found.gpus().forEach(node.putArray("gpus")::add);
            console.print(node.put("auto", found.usable() ? "cuda" : "cpu").put("why", found.verdict()));
        } else {
            console.print("cpu   " + found.cpu() + ", " + found.processors() + " processors");
            console.print("bf16  " + (found.bfloat16()
                    ? "the processor multiplies such numbers, which --precision bf16 trains with"
                    : "the processor has neither avx512_bf16 nor AMX, so --precision bf16 is refused"));
            console.print("gpu   " + found.verdict());
            console.print("auto  chooses " + (found.usable() ? "cuda" : "cpu"));
            console.print("pass  " + Passes.WRITTEN_OUT.label() + "; where LayerNorms stand behind the sublayers, "
                    + Passes.AUTOMATIC.label());
        }
        return 0;
    }
}
