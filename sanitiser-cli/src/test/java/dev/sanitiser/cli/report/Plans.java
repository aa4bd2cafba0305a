package dev.sanitiser.cli.report;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.RowSelection;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** A plan made by hand, with a treatment of every kind. */
public final class Plans {

    public static final QualifiedName USERS = new QualifiedName("public", "users");
    public static final QualifiedName ORDERS = new QualifiedName("sales", "orders");
    public static final QualifiedName SESSION = new QualifiedName("public", "session");

    private Plans() {}

    public static SanitisationPlan small() {
        return new SanitisationPlan(
                AllowList.parse("{\"users\": [\"id\"]}", "allow_list.json"),
                PlanOptions.defaults(),
                List.of(users(), session(), orders()),
                List.of("Column sales.orders.user_id is NULL in every row."));
    }

    private static TablePlan users() {
        return table(
                USERS,
                RowSelection.all("listed"),
                12_345,
                column("id", new ColumnTreatment.Keep("listed under keep")),
                column(
                        "a_column_name_of_more_than_twenty_four_characters",
                        fake("text.words", "not kept; chosen by its type character varying(40), unique in its index")),
                column("full_name", new ColumnTreatment.Computed("generated column")));
    }

    private static TablePlan session() {
        return table(SESSION, RowSelection.none("not listed"), 99);
    }

    private static TablePlan orders() {
        return table(
                ORDERS,
                RowSelection.all("listed"),
                -1,
                column("user_id", new ColumnTreatment.Reference("orders_user_fkey", USERS, 0, "some existing key")),
                column(
                        "settings",
                        new ColumnTreatment.KeepPaths(
                                List.of(
                                        new DocumentPath("settings", List.of(DocumentPath.Step.to("theme"))),
                                        new DocumentPath("settings", List.of(DocumentPath.Step.ELEMENTS))),
                                "paths listed under keep")),
                column("odd\n\u001b[31mname", new ColumnTreatment.AlwaysNull("null was asked for")));
    }

    private static TablePlan table(QualifiedName name, RowSelection rows, long estimate, ColumnPlan... columns) {
        return new TablePlan(1, name, rows, List.of(columns), List.of(), Optional.empty(), estimate, 0);
    }

    private static ColumnTreatment fake(String generator, String reason) {
        return new ColumnTreatment.FakeValue(new Fake(generator, DSL.inline("x"), BigInteger.ONE), reason);
    }

    private static ColumnPlan column(String name, ColumnTreatment treatment) {
        ColumnType text = new ColumnType(new DataType.Base(25, new QualifiedName("pg_catalog", "text")), -1, 0, "text");
        return new ColumnPlan(
                new Column(
                        1,
                        name,
                        text,
                        false,
                        Column.Generation.NONE,
                        Column.Identity.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                treatment);
    }
}
