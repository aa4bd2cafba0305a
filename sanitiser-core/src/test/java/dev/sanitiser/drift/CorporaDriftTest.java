package dev.sanitiser.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.draft.DraftOptions;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that were drafted for a database agree with it; after ten changes of its schema, they say these ten. */
class CorporaDriftTest {

    private static final PlanOptions STRICT = new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.ERROR);

    @ParameterizedTest
    @MethodSource
    void says_what_ten_changes_mean(String corpus, String migration, List<String> findings) {
        Corpus found = Corpus.orSkip(corpus);
        try (TestDatabase database = found.restore()) {
            String text = Sanitiser.draft(database.dataSource(), DraftOptions.defaults())
                    .toStrictJson();
            assertThat(drift(database, text)).isEmpty();

            database.run(migration);

            assertThat(drift(database, text)).containsExactlyInAnyOrderElementsOf(findings);
            assertThat(mended(database, text)).isEmpty();
        }
    }

    static Stream<Arguments> says_what_ten_changes_mean() {
        return Stream.of(
                arguments(
                        "pagila",
                        """
                        ALTER TABLE staff ADD COLUMN mobile text;
                        ALTER TABLE customer RENAME COLUMN email TO email_address;
                        ALTER TABLE address DROP COLUMN address2 CASCADE;
                        CREATE TABLE newsletter (id int PRIMARY KEY, customer_id int REFERENCES customer);
                        ALTER TABLE film_category RENAME TO film_genre;
                        DROP TABLE store CASCADE;
                        ALTER TABLE rental ALTER COLUMN last_update TYPE timestamp;
                        CREATE SCHEMA lookup; ALTER TABLE film_actor SET SCHEMA lookup;
                        CREATE TABLE payment_p2022_08 PARTITION OF payment
                            FOR VALUES FROM ('2022-08-01') TO ('2022-09-01');
                        ALTER TABLE actor ADD COLUMN initials text
                            GENERATED ALWAYS AS (left(first_name, 1) || left(last_name, 1)) STORED;
                        """,
                        List.of(
                                "unclassified-column staff.mobile",
                                "unknown-column customer.email ~ email_address",
                                "unclassified-column customer.email_address ~ email",
                                "unknown-column address.address2",
                                "unlisted-table newsletter",
                                "unknown-table film_category ~ film_genre",
                                "unlisted-table film_genre ~ film_category",
                                "unknown-table store",
                                "unknown-table film_actor ~ lookup.film_actor",
                                "unlisted-table lookup.film_actor ~ film_actor")),
                arguments(
                        "chinook_mixed",
                        """
                        ALTER TABLE "Customer" ADD COLUMN "Phone2" text;
                        ALTER TABLE "Employee" RENAME COLUMN "Title" TO "JobTitle";
                        ALTER TABLE "Track" DROP COLUMN "Composer";
                        CREATE TABLE "Wish" ("WishId" int PRIMARY KEY, "Text" text);
                        ALTER TABLE "Playlist" RENAME TO "Mix";
                        DROP TABLE "PlaylistTrack";
                        ALTER TABLE "InvoiceLine" ALTER COLUMN "Quantity" TYPE bigint;
                        CREATE SCHEMA "Shop"; ALTER TABLE "Genre" SET SCHEMA "Shop";
                        CREATE VIEW "Titles" AS SELECT "Title" FROM "Album";
                        ALTER TABLE "Album" ADD COLUMN "Sort" text GENERATED ALWAYS AS (lower("Title")) STORED;
                        """,
                        List.of(
                                "unclassified-column Customer.Phone2",
                                "unknown-column Employee.Title ~ JobTitle",
                                "unclassified-column Employee.JobTitle ~ Title",
                                "unknown-column Track.Composer",
                                "unlisted-table Wish",
                                "unknown-table Playlist ~ Mix",
                                "unlisted-table Mix ~ Playlist",
                                "unknown-table PlaylistTrack",
                                "unknown-table Genre ~ Shop.Genre",
                                "unlisted-table Shop.Genre ~ Genre")),
                arguments(
                        "northwind",
                        """
                        ALTER TABLE employees ADD COLUMN passport text;
                        ALTER TABLE customers RENAME COLUMN contact_name TO contact;
                        ALTER TABLE orders DROP COLUMN ship_region;
                        CREATE TABLE coupons (code text PRIMARY KEY);
                        ALTER TABLE us_states RENAME TO federal_states;
                        DROP TABLE customer_customer_demo;
                        ALTER TABLE products ALTER COLUMN unit_price TYPE numeric(10, 2);
                        CREATE SCHEMA hr; ALTER TABLE employee_territories SET SCHEMA hr;
                        ALTER TABLE shippers ADD CONSTRAINT named CHECK (company_name <> '');
                        ALTER TABLE suppliers ADD COLUMN label text GENERATED ALWAYS AS (upper(company_name)) STORED;
                        """,
                        List.of(
                                "unclassified-column employees.passport",
                                "unknown-column customers.contact_name ~ contact",
                                "unclassified-column customers.contact ~ contact_name",
                                "unknown-column orders.ship_region",
                                "unlisted-table coupons",
                                "unknown-table us_states ~ federal_states",
                                "unlisted-table federal_states ~ us_states",
                                "unknown-table customer_customer_demo",
                                "unknown-table employee_territories ~ hr.employee_territories",
                                "unlisted-table hr.employee_territories ~ employee_territories")),
                arguments(
                        "employee",
                        """
                        ALTER TABLE employee ADD COLUMN tax_id text;
                        ALTER TABLE department RENAME COLUMN dept_name TO label;
                        ALTER TABLE title DROP COLUMN to_date;
                        CREATE TABLE office (id int PRIMARY KEY, city text);
                        ALTER TABLE salary RENAME TO pay;
                        DROP TABLE dept_manager CASCADE;
                        ALTER TABLE employee ALTER COLUMN gender TYPE varchar(10);
                        CREATE SCHEMA private; ALTER TABLE audit SET SCHEMA private;
                        CREATE INDEX ON title (title);
                        ALTER TABLE employee ADD COLUMN full_name text
                            GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED;
                        """,
                        List.of(
                                "unclassified-column employee.tax_id",
                                "unknown-column department.dept_name ~ label",
                                "unclassified-column department.label ~ dept_name",
                                "unknown-column title.to_date",
                                "unlisted-table office",
                                "unknown-table salary ~ pay",
                                "unlisted-table pay ~ salary",
                                "unknown-table dept_manager",
                                "unknown-table audit ~ private.audit",
                                "unlisted-table private.audit ~ audit")),
                arguments(
                        "graphile",
                        """
                        ALTER TABLE relay.users ADD COLUMN phone text;
                        ALTER TABLE relay.spectacles RENAME COLUMN model_number TO model;
                        ALTER TABLE a.post DROP COLUMN headline CASCADE;
                        CREATE TABLE cjk."新しい" (id int PRIMARY KEY);
                        ALTER TABLE c.null_test_record RENAME TO nullability;
                        DROP TABLE partitions.measurements_y2022, geometry.geom CASCADE;
                        ALTER TABLE c.left_arm ALTER COLUMN mood TYPE varchar(40);
                        ALTER TABLE c.person_secret SET SCHEMA a;
                        CREATE TABLE partitions.measurements_y2025 PARTITION OF partitions.measurements
                            FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                        ALTER TABLE c.edge_case ADD COLUMN twice int GENERATED ALWAYS AS (row_id * 2) STORED;
                        """,
                        List.of(
                                "unclassified-column relay.users.phone",
                                "unknown-column relay.spectacles.model_number ~ model",
                                "unclassified-column relay.spectacles.model ~ model_number",
                                "unknown-column a.post.headline",
                                "unlisted-table cjk.新しい",
                                "unknown-table c.null_test_record ~ c.nullability",
                                "unlisted-table c.nullability ~ c.null_test_record",
                                "unknown-table geometry.geom",
                                "unknown-table c.person_secret ~ a.person_secret",
                                "unlisted-table a.person_secret ~ c.person_secret")));
    }

    private static List<String> drift(TestDatabase database, String text) {
        return found(database, text).findings().stream()
                .map(CorporaDriftTest::shortly)
                .toList();
    }

    private static List<String> mended(TestDatabase database, String text) {
        return drift(database, AllowListUpdate.of(text, found(database, text)).text());
    }

    private static Drift found(TestDatabase database, String text) {
        return Sanitiser.drift(database.dataSource(), AllowList.parse(text, "list.json"), STRICT);
    }

    private static String shortly(Finding finding) {
        return finding.kind().id() + " "
                + finding.table().map(QualifiedName::toString).orElse("")
                + finding.column().map(c -> "." + c).orElse("")
                + finding.nearest().map(n -> " ~ " + n).orElse("");
    }
}
