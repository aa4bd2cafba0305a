package dev.sanitiser.bench;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.bench.server.ServerView;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.ClientProgram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what was compared with what, so that figures can be told apart later. */
final class Circumstances {

    private Circumstances() {}

    /** By name, in the order in which they are shown. */
    static Map<String, String> of(Bench bench, ComparisonOptions options) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("sanitiser", Sanitiser.version());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put("java options", String.join(" ", bench.program().javaOptions()));
        facts.put(
                "pg_dump",
                ClientProgram.find(Path.of("pg_dump"), new Cancellation()).version());
        facts.put("server", serverVersion(bench));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("jobs", Integer.toString(options.jobs()));
        facts.put("compression level", Integer.toString(options.level()));
        return facts;
    }

    private static String serverVersion(Bench bench) {
        String database = bench.server().maintenanceDatabase();
        try (ServerView view = ServerView.open(bench.server().settings(database))) {
            return view.version();
        }
    }
}
