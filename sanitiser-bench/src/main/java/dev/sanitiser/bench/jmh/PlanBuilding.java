package dev.sanitiser.bench.jmh;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.bench.server.Content;
import dev.sanitiser.bench.server.Databases;
import dev.sanitiser.bench.server.ManyTables;
import dev.sanitiser.bench.server.PrivateServer;
import dev.sanitiser.bench.server.Server;
import dev.sanitiser.bench.server.WorkFolder;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Source;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The plan of 1,000 tables, step by step; its database is on a server that lives as long as the benchmark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class PlanBuilding {

    private final AllowList allowList = AllowList.parse(ManyTables.allowList(), "many_tables.json");
    private Optional<Tables> tables = Optional.empty();

    @Setup
    public void build() {
        tables = Optional.of(Tables.build());
    }

    @TearDown
    public void cleanUp() {
        tables.ifPresent(Tables::close);
    }

    @Benchmark
    public Catalog catalog() {
        return Sanitiser.catalog(tables.orElseThrow().source());
    }

    /** Without a database. */
    @Benchmark
    public SanitisationPlan resolve() {
        return PlanMaker.draft(tables.orElseThrow().catalog(), allowList, PlanOptions.defaults())
                .plan();
    }

    /** All of it: catalog, plan, proofs by the database. */
    @Benchmark
    public SanitisationPlan plan() {
        return Sanitiser.plan(tables.orElseThrow().source(), allowList, PlanOptions.defaults());
    }

    private record Tables(WorkFolder folder, Server server, Source source, Catalog catalog) implements AutoCloseable {

        static Tables build() {
            WorkFolder folder = WorkFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
            Server server = PrivateServer.start(folder.subfolder("server"));
            Source source = Source.of(new Databases(server).create("tables").settings());
            Content.buildManyTables(source.settings());
            return new Tables(folder, server, source, Sanitiser.catalog(source));
        }

        @Override
        public void close() {
            server.close();
            folder.close();
        }
    }
}
