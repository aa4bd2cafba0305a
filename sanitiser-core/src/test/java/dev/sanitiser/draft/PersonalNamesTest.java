package dev.sanitiser.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNamesTest {

    @ParameterizedTest
    @CsvSource({
        "first_name,       text, users, names of people",
        "FirstName,        text, Customer, names of people",
        "user_name,        text, audit, names of people",
        "name,             text, patients, names of people",
        "Nachname,         varchar, kunden, names of people",
        "apellido1,        text, clientes, names of people",
        "Geburtsdatum,     date, t, dates of birth and death",
        "birth_at,         timestamptz, t, dates of birth and death",
        "date_of_birth,    date, t, dates of birth and death",
        "age,              int4, t, dates of birth and death",
        "is_pregnant,      bool, t, health",
        "blood_group,      text, t, health",
        "religion_id,      int4, t, religion or belief",
        "HireDate,         timestamp, Employee, employment",
        "salary,           numeric, t, earnings and payments",
        "Gehalt,           numeric, t, earnings and payments",
        "amount,           numeric, payment, earnings and payments",
        "ssn,              int8, t, identity numbers",
        "national_id,      int8, t, identity numbers",
        "emp_no,           int4, salary, identity numbers",
        "customer_number,  int4, orders, identity numbers",
        "number,           int4, account, identity numbers",
        "straße,           text, t, addresses and places",
        "latitude,         numeric, t, addresses and places",
        "lng,              float8, t, addresses and places",
        "email_hash,       text, t, contact details",
        "phone_e164,       text, t, contact details",
        "api_key,          uuid, t, credentials",
        "password_digest,  text, t, credentials",
        "session_id,       uuid, t, credentials",
        "IBAN,             text, t, bank details",
        "last_login_ip,    text, t, network addresses",
        "notes,            text, t, free text",
        "bio,              text, t, free text",
    })
    void speaks_of_people(String column, String type, String table, String topic) {
        assertThat(PersonalNames.judge(column, Optional.empty(), type(type), table))
                .contains(new Verdict(Kind.PERSONAL_BY_NAME, "its name speaks of " + topic));
    }

    @ParameterizedTest
    @CsvSource({
        "id,              int4, users",
        "address_id,      int4, users",
        "customer_id,     uuid, orders",
        "email_verified,  bool, users",
        "email_count,     int4, users",
        "password_changed_at, timestamptz, users",
        "created_at,      timestamptz, users",
        "is_active,       bool, users",
        "quantity,        int4, order_line",
        "unit_price,      numeric, order_line",
        "status,          text, orders",
        "name,            text, category",
        "title,           text, book",
        "order_number,    int4, shipment",
        "position,        int4, playlist_item",
        "page,            int4, t",
    })
    void says_nothing_of_people(String column, String type, String table) {
        assertThat(PersonalNames.judge(column, Optional.empty(), type(type), table))
                .isEmpty();
    }

    @Test
    void comments_decide_where_the_name_says_nothing() {
        assertThat(PersonalNames.judge("f17", Optional.of("E-mail of the guest"), type("text"), "t"))
                .contains(new Verdict(Kind.PERSONAL_BY_COMMENT, "its comment speaks of contact details"));
        assertThat(PersonalNames.judge("f18", Optional.of("set by the migration"), type("text"), "t"))
                .isEmpty();
    }

    @Test
    void domains_and_enums_have_names_of_their_own() {
        DataType email = new DataType.Domain(9, new QualifiedName("b", "email"), type("text"), false, List.of());
        DataType gender = new DataType.Enumeration(8, new QualifiedName("b", "gender"), List.of("x"));

        assertThat(PersonalNames.judge("f17", Optional.empty(), new ColumnType(email, -1, 0, "b.email"), "t"))
                .contains(new Verdict(Kind.PERSONAL_BY_NAME, "the name of its type speaks of contact details"));
        assertThat(PersonalNames.judge("kind", Optional.empty(), new ColumnType(gender, -1, 0, "b.gender"), "t"))
                .contains(new Verdict(Kind.PERSONAL_BY_NAME, "the name of its type speaks of gender"));
    }

    private static ColumnType type(String name) {
        return new ColumnType(new DataType.Base(1, new QualifiedName("pg_catalog", name)), -1, 0, name);
    }
}
