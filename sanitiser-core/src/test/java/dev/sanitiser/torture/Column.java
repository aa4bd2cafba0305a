package dev.sanitiser.torture;

/**
 * A column of a random table.
 *
 * @param clause what follows the type, such as {@code DEFAULT 1}; empty for nothing
 */
record Column(String name, Flavour flavour, boolean notNull, String clause) {

    static Column of(String name, Flavour flavour) {
        return new Column(name, flavour, false, "");
    }

    static Column ofNotNull(String name, Flavour flavour) {
        return new Column(name, flavour, true, "");
    }

    String ddl() {
        return Sql.name(name) + " " + flavour.type() + (notNull ? " NOT NULL " : " ") + clause;
    }

    boolean isGenerated() {
        return clause.startsWith("GENERATED ALWAYS AS (");
    }
}
