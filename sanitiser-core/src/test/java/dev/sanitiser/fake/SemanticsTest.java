package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    users.first_name          | text      | given-name
                    users.firstName           | text      | given-name
                    users.FIRSTNAME           | text      | given-name
                    users.fname               | text      | given-name
                    users.given_name          | text      | given-name
                    users.middle_name         | text      | given-name
                    users.last_name           | text      | family-name
                    users.lname               | text      | family-name
                    users.surname             | text      | family-name
                    users.familyName          | text      | family-name
                    users.maiden_name         | text      | family-name
                    users.full_name           | text      | full-name
                    users.name                | text      | full-name
                    auth_user.name            | text      | full-name
                    employees.name            | text      | full-name
                    people.name               | text      | full-name
                    orders.customer_name      | text      | full-name
                    orders.contact_name       | text      | full-name
                    orders.approved_by        | text      | full-name
                    posts.author              | text      | full-name
                    users.display_name        | text      | full-name
                    users.initials            | text      | initials
                    users.gender              | text      | gender
                    users.sex                 | varchar6  | gender
                    users.title               | varchar8  | name-prefix
                    users.salutation          | text      | name-prefix
                    users.job_title           | text      | job-title
                    users.occupation          | text      | job-title
                    staff.position            | text      | job-title
                    users.email               | text      | email
                    users.email_address       | text      | email
                    users.emailAddress        | text      | email
                    users.e_mail              | text      | email
                    users.mail                | text      | email
                    users.contactemail        | text      | email
                    users.backup_email        | text      | email
                    users.email2              | text      | email
                    users.email_old           | text      | email
                    users.emails              | text[]    | email
                    users.username            | text      | username
                    users.user_name           | text      | username
                    users.login               | text      | username
                    users.nickname            | text      | username
                    users.phone               | text      | phone
                    users.phone_number        | text      | phone
                    users.tel                 | text      | phone
                    users.mobile              | text      | phone
                    users.fax                 | text      | phone
                    users.phone_home          | text      | phone
                    users.mobile_no           | text      | phone
                    users.dob                 | date      | date-of-birth
                    users.birth_date          | date      | date-of-birth
                    users.date_of_birth       | date      | date-of-birth
                    users.birthday            | timestamp | date-of-birth
                    users.age                 | int4      | age
                    users.bio                 | text      | paragraph,sentence
                    users.password            | text      | password-hash
                    users.password_hash       | text      | password-hash
                    users.pwd                 | text      | password-hash
                    users.encrypted_password  | text      | password-hash
                    users.salt                | text      | token
                    sessions.token            | text      | token
                    sessions.session_key      | varchar40 | token
                    clients.api_key           | text      | token
                    users.otp                 | text      | numeric-code
                    address.street            | text      | street
                    address.address           | text      | street,full-address
                    address.addr              | text      | street,full-address
                    address.address_line_1    | text      | street
                    orders.shipping_address   | text      | street,full-address
                    orders.billing_city       | text      | city
                    address.city              | text      | city
                    address.town              | text      | city
                    address.state             | text      | region
                    orders.shipping_state     | text      | region
                    address.region            | text      | region
                    address.province          | text      | region
                    address.postcode          | text      | postcode
                    address.zip               | text      | postcode
                    address.zip_code          | text      | postcode
                    address.plz               | text      | postcode
                    address.postal_code       | text      | postcode
                    address.house_number      | text      | building-number
                    address.country           | varchar2  | country-code
                    address.country_code      | text      | country-code
                    countries.name            | text      | country
                    countries.code            | varchar3  | country-code
                    cities.name               | text      | city
                    currencies.code           | varchar3  | currency
                    languages.name            | text      | language-name
                    stores.lat                | numeric   | latitude
                    stores.latitude           | float8    | latitude
                    stores.lng                | numeric   | longitude
                    stores.longitude          | float8    | longitude
                    stores.coordinates        | point     | coordinates
                    users.time_zone           | text      | time-zone
                    users.tz                  | text      | time-zone
                    users.locale              | text      | locale
                    users.lang                | text      | language
                    companies.name            | text      | company
                    orders.company_name       | text      | company
                    users.company             | text      | company
                    users.dept                | text      | department
                    products.name             | text      | product
                    order_items.product_name  | text      | product
                    products.sku              | text      | sku
                    orders.order_number       | text      | order-number
                    invoices.number           | text      | order-number
                    companies.vat_number      | text      | vat-number
                    cars.licence_plate        | text      | licence-plate
                    cars.license_plate        | text      | licence-plate
                    pages.url                 | text      | url
                    pages.website             | text      | url
                    pages.callback_url        | text      | url
                    users.avatar_url          | text      | url
                    pages.slug                | text      | slug
                    sites.domain              | text      | domain
                    servers.host              | text      | hostname
                    servers.name              | text      | hostname
                    logs.ip                   | inet      | ip
                    logs.ip_address           | text      | ip
                    logs.ip_addr              | text      | ip
                    logs.remote_addr          | inet      | ip
                    devices.mac_address       | macaddr   | mac-address
                    logs.user_agent           | text      | user-agent
                    logs.ua                   | text      | user-agent
                    logs.status_code          | int4      | http-status
                    files.file_name           | text      | file-name
                    files.name                | text      | file-name
                    files.mime_type           | text      | mime-type
                    files.content_type        | text      | mime-type
                    files.file_size           | int8      | integer
                    apps.version              | text      | version
                    users.iban                | text      | iban
                    users.bic                 | text      | bic
                    payments.card_number      | text      | card-number
                    payments.currency         | varchar3  | currency
                    payments.amount           | numeric   | amount
                    payments.amt              | numeric   | amount
                    products.price            | numeric   | amount
                    orders.total              | int4      | amount
                    users.balance             | numeric   | amount
                    orders.discount_pct       | numeric   | percentage
                    reviews.rating            | int4      | rating
                    orders.qty                | int4      | quantity
                    users.login_count         | int4      | count
                    users.phone_count         | int4      | count
                    users.created_at          | timestamp | created-at
                    users.createdAt           | timestamp | created-at
                    users.date_joined         | timestamp | created-at
                    users.created             | date      | created-at
                    users.updated_at          | timestamp | updated-at
                    users.last_login          | timestamp | updated-at
                    users.deleted_at          | timestamp | updated-at
                    events.start_date         | date      | created-at
                    events.end_date           | date      | updated-at
                    posts.title               | text      | title
                    posts.body                | text      | paragraph,sentence
                    posts.desc                | text      | sentence
                    messages.msg              | text      | sentence
                    orders.comments           | text      | sentence
                    products.colour           | text      | colour
                    products.color            | text      | colour
                    teams.name                | text      | label
                    tags.label                | text      | label
                    """)
    void names_tell_what_columns_hold(String column, String type, String expected) {
        assertThat(String.join(",", suggested(column, Optional.empty(), type))).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    users.email_verified      | bool
                    users.email_confirmed     | text
                    users.email_id            | int4
                    users.address_id          | int8
                    users.address_id          | uuid
                    users.phone_type          | text
                    users.is_email            | bool
                    users.has_phone           | bool
                    users.email               | int4
                    users.name                | int4
                    users.city_id             | int4
                    users.company_id          | uuid
                    users.long_description_id | int4
                    jobs.state                | text
                    orders.status             | text
                    users.role                | text
                    users.id                  | int4
                    users.kind                | text
                    users.created_at          | bool
                    users.password            | bytea
                    users.avatar              | bytea
                    users.passport_photo_id   | int4
                    users.price               | text
                    users.weekend             | text
                    users.useragent_id        | text
                    """)
    void what_is_not_said_is_not_guessed(String column, String type) {
        assertThat(suggested(column, Optional.empty(), type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contacts.field1 | The e-mail address        | text | email
                    contacts.field2 | phone number of the guest | text | phone
                    contacts.field3 | IBAN for refunds          | text | iban
                    contacts.field4 | first name                | text | given-name
                    contacts.field4 | first name                | int4 |
                    contacts.field5 | name of the ship          | text |
                    contacts.email  | the city                  | text | email
                    """)
    void a_comment_decides_where_the_name_says_nothing(String column, String comment, String type, String expected) {
        assertThat(suggested(column, Optional.of(comment), type))
                .isEqualTo(Optional.ofNullable(expected).map(List::of).orElse(List.of()));
    }

    @Test
    void every_rule_names_generators_and_parameters_that_exist() {
        assertThat(SemanticRules.standard().rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.specs()).allSatisfy(spec -> {
                    assertThat(Generators.standard().names()).contains(spec.generator());
                    assertThat(Generators.standard().parameterNames().get(spec.generator()))
                            .containsAll(spec.parameters().keySet());
                }));
    }

    @Test
    void parameters_come_with_the_generator() {
        NamedSpec first = Semantics.of("md5_hash", Optional.empty(), type("text"), "files")
                .get(0);

        assertThat(first).isEqualTo(new NamedSpec("token", Map.of("length", new BigDecimal(32))));
    }

    private static List<String> suggested(String tableAndColumn, Optional<String> comment, String type) {
        List<String> parts = List.of(tableAndColumn.split("\\.", -1));
        return Semantics.of(parts.get(1), comment, type(type), parts.get(0)).stream()
                .map(NamedSpec::generator)
                .collect(Collectors.toList());
    }

    private static ColumnType type(String name) {
        if (name.endsWith("[]")) {
            ColumnType element = type(name.substring(0, name.length() - 2));
            return new ColumnType(
                    new DataType.Array(2, Sql.builtIn("_text"), element.type()), element.typeModifier(), 1, name);
        }
        if (name.startsWith("varchar")) {
            int length = Integer.parseInt(name.substring("varchar".length()));
            return new ColumnType(new DataType.Base(1, Sql.builtIn("varchar")), length + 4, 0, name);
        }
        return new ColumnType(new DataType.Base(1, Sql.builtIn(name)), -1, 0, name);
    }
}
