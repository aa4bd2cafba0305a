package dev.sanitiser.bench.variant;

import dev.sanitiser.bench.measure.GcLog;
import dev.sanitiser.bench.server.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Our dump.
 *
 * @param options for {@code sanitiser dump}, beside the database, the allow list and the output
 */
record SanitiserDump(String name, Program program, List<String> options) implements Variant {
    SanitiserDump {
        options = List.copyOf(options);
    }

    @Override
    public String description() {
        return "sanitiser dump " + String.join(" ", options);
    }

    @Override
    public long dump(Site site) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("dump"));
        arguments.addAll(options);
        arguments.addAll(
                List.of("--label=the benchmark", "--allow-list=" + allowList(site), "--output=" + site.output()));
        Map<String, String> environment = new HashMap<>(site.environment());
        environment.putAll(program.environment(List.of(GcLog.option(site.gcLog().getFileName()))));
        return site.programs().run(program.command(arguments), environment);
    }

    private static Path allowList(Site site) {
        try {
            return Files.writeString(site.allowList(), Content.allowList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
