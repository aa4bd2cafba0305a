package dev.sanitiser.cli;

/** A role that may do little, until it is closed. */
record Role(String name, FailingRuns runs) implements AutoCloseable {

    /** @param grants a script in which {@code %1$s} stands for the role and {@code %2$s} for the database */
    static Role in(FailingRuns runs, String grants) {
        String database = runs.source().name();
        Role role = new Role("reader_of_" + database, runs);
        runs.source().run("CREATE ROLE " + role.name + " LOGIN; " + grants.formatted(role.name, database));
        return role;
    }

    @Override
    public void close() {
        runs.source().run("DROP OWNED BY " + name + "; DROP ROLE " + name);
    }
}
