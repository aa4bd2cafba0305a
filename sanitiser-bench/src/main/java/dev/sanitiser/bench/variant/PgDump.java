package dev.sanitiser.bench.variant;

import java.util.ArrayList;
import java.util.List;

/**
 * The raw dump.
 *
 * @param options for pg_dump, beside the database and the output
 */
record PgDump(String name, List<String> options) implements Variant {
    PgDump {
        options = List.copyOf(options);
    }

    @Override
    public String description() {
        return "pg_dump " + String.join(" ", options);
    }

    @Override
    public long dump(Site site) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("pg_dump"));
        command.addAll(options);
        command.add("--file=" + site.output());
        return site.programs().run(command, site.environment());
    }
}
