package dev.sanitiser.review;

import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import dev.sanitiser.Strategy;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymNumber;
import dev.sanitiser.plan.RowSelection;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/** A plan made by hand, with a treatment of every kind, and a report of its dump. */
final class SmallPlan {

    private static final QualifiedName USERS = new QualifiedName("public", "users");
    private static final QualifiedName SESSION = new QualifiedName("public", "session");
    private static final QualifiedName ORDERS = new QualifiedName("sales", "orders");

    private SmallPlan() {}

    static SanitisationPlan plan() {
        return new SanitisationPlan(
                AllowList.parse("{\"users\": [\"id\"]}", "allow_list.json"),
                new PlanOptions(
                        Set.of("public", "sales"),
                        Set.of(new QualifiedName("public", "old")),
                        PlanOptions.UnclassifiedColumns.ERROR),
                List.of(users(), session(), orders()),
                List.of("sales.orders.note is NULL in every row."));
    }

    static DumpReport report() {
        return new DumpReport(
                plan(),
                Strategy.SCRATCH,
                Compression.standard(),
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:06Z"),
                Duration.ofMillis(65_432),
                Map.of(DumpStep.FILL, Duration.ofMillis(40_000), DumpStep.PLAN, Duration.ofMillis(400)),
                "15.4",
                "16.1",
                List.of(new DumpReport.Table(USERS, 12_345, 1_234_567), new DumpReport.Table(ORDERS, 1, 80)),
                List.of("COMMENT TABLE users", "ACL public.users"),
                7_654_321);
    }

    private static TablePlan users() {
        return table(
                USERS,
                RowSelection.all("listed"),
                12_345,
                column("id", "bigint", new ColumnTreatment.Keep("listed under keep")),
                column("email", "text", fake("email", "not kept; generator \"email\" chosen by its name")),
                column(
                        "settings",
                        "jsonb",
                        new ColumnTreatment.KeepPaths(
                                List.of(
                                        new DocumentPath("settings", List.of(DocumentPath.Step.to("theme"))),
                                        new DocumentPath("settings", List.of(DocumentPath.Step.ELEMENTS))),
                                "paths listed under keep")),
                column("full_name", "text", new ColumnTreatment.Computed("generated column: computed from its row")));
    }

    private static TablePlan session() {
        return table(SESSION, RowSelection.none("listed with \"rows\": \"none\""), 1);
    }

    private static TablePlan orders() {
        return table(
                ORDERS,
                RowSelection.all("listed as sales.orders"),
                -1,
                column(
                        "user_id",
                        "bigint",
                        new ColumnTreatment.Reference("orders_user_fkey", USERS, 0, "some existing key of users")),
                column(
                        "agent_id",
                        "bigint",
                        new ColumnTreatment.Pseudonym(
                                "staff.id",
                                new PseudonymNumber.Permutation("staff", 8),
                                new Fake("integer", DSL.inline(1), BigInteger.TEN),
                                "listed under keep, but its key is faked; pseudonym of staff.id")),
                column("contact_email", "text", new ColumnTreatment.Keep("listed under keep")),
                column("note", "text", new ColumnTreatment.AlwaysNull("null was asked for")));
    }

    private static TablePlan table(QualifiedName name, RowSelection rows, long estimate, ColumnPlan... columns) {
        return new TablePlan(1, name, rows, List.of(columns), List.of(), Optional.empty(), estimate, 81_920);
    }

    private static ColumnTreatment fake(String generator, String reason) {
        return new ColumnTreatment.FakeValue(new Fake(generator, DSL.inline("x"), BigInteger.ONE), reason);
    }

    private static ColumnPlan column(String name, String type, ColumnTreatment treatment) {
        return new ColumnPlan(column(name, type), treatment);
    }

    static Column column(String name, String type) {
        return new Column(
                1,
                name,
                new ColumnType(new DataType.Base(25, new QualifiedName("pg_catalog", type)), -1, 0, type),
                false,
                Column.Generation.NONE,
                Column.Identity.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
