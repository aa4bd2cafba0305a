package dev.sanitiser.torture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of tables and columns: telling ones, meaningless ones and hostile ones. */
final class Names {

    private static final List<String> TABLES = List.of(
            "users",
            "orders",
            "order_item",
            "account",
            "invoice",
            "Customer",
            "audit_log",
            "product",
            "address",
            "payment",
            "session",
            "event",
            "team",
            "membership",
            "document",
            "message");
    private static final List<String> COLUMNS = List.of(
            "email",
            "first_name",
            "lastName",
            "full_name",
            "username",
            "phone",
            "street",
            "city",
            "postcode",
            "country",
            "company",
            "job_title",
            "url",
            "ip",
            "user_agent",
            "token",
            "password_hash",
            "iban",
            "date_of_birth",
            "lat",
            "lon",
            "colour",
            "currency",
            "time_zone",
            "slug",
            "title",
            "description",
            "notes",
            "file_name",
            "mime_type",
            "created_at",
            "updated_at",
            "price",
            "amount",
            "quantity",
            "status",
            "sort",
            "is_active",
            "settings",
            "metadata",
            "tags",
            "rating",
            "weight",
            "revision",
            "code",
            "valid_from",
            "deleted_at",
            "position");
    private static final List<String> HOSTILE = List.of(
            "we\"ird",
            "a.b",
            "select",
            "x'; DROP TABLE users; --",
            "Ünï çödé",
            " spaced ",
            "$1",
            "{0}",
            "?",
            "n",
            "s",
            "t",
            "k0",
            "p0",
            "r",
            "ordinal",
            "$$",
            "C:\\temp",
            "UPPER",
            ":name",
            "%s",
            "tab\tbed",
            "ctid_",
            "--",
            "/*");

    private final Dice dice;
    private final double hostility;
    private final Set<String> taken = new HashSet<>();

    Names(Dice dice, double hostility) {
        this.dice = dice;
        this.hostility = hostility;
    }

    /** Names for another scope, no less hostile. */
    Names fresh() {
        return new Names(dice, hostility);
    }

    String table() {
        return free(dice.chance(hostility) ? dice.pick(HOSTILE) : dice.pick(TABLES));
    }

    String column() {
        if (dice.chance(hostility)) {
            return free(dice.pick(HOSTILE));
        }
        return free(dice.chance(0.3) ? "c" : dice.pick(COLUMNS));
    }

    String free(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    String schema() {
        return dice.chance(hostility) ? "Odd.\"schema\" ';" : "sales";
    }
}
