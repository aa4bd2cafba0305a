package dev.sanitiser.bench;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.bench.report.PlanResult;
import dev.sanitiser.bench.server.Content;
import dev.sanitiser.bench.server.CreatedDatabase;
import dev.sanitiser.bench.server.ManyTables;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.PasswordFile;
import dev.sanitiser.postgres.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times plans for a database of many small tables. */
record PlanTiming(Bench bench) {

    PlanResult run(int rounds) throws IOException, InterruptedException {
        try (CreatedDatabase database = bench.databases().create("tables");
                PasswordFile passwords = PasswordFile.of(database.settings())) {
            bench.progress().say("Building a database of " + ManyTables.TABLES + " tables ...");
            Content.buildManyTables(database.settings());
            Path list = Files.writeString(bench.dumps().resolve("many_tables.json"), ManyTables.allowList());
            Map<String, String> environment = new HashMap<>(database.settings().environment(passwords));
            environment.putAll(bench.program().environment(List.of()));
            List<String> command = bench.program().command(List.of("plan", "--allow-list=" + list));
            AllowList allowList = AllowList.read(list);
            Source source = Source.of(database.settings());
            plan(source, allowList);
            List<Duration> commands = new ArrayList<>();
            List<Duration> library = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                commands.add(time(() -> bench.programs().run(command, environment)));
                library.add(time(() -> plan(source, allowList)));
                bench.progress().planned(round, commands.get(round - 1), library.get(round - 1));
            }
            return new PlanResult(ManyTables.TABLES, ManyTables.COLUMNS, ManyTables.CHECKS, commands, library);
        }
    }

    private static void plan(Source source, AllowList allowList) {
        int tables = Sanitiser.plan(source, allowList, PlanOptions.defaults())
                .tables()
                .size();
        if (tables != ManyTables.TABLES) {
            throw new IllegalStateException("a plan of " + tables + " tables");
        }
    }

    private static Duration time(Work work) throws InterruptedException {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
