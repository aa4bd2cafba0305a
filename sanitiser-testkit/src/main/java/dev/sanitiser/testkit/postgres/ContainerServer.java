package dev.sanitiser.testkit.postgres;

/** A container, where Docker answers. */
final class ContainerServer implements ServerProvider {

    private static final OptionalLibrary LIBRARY =
            new OptionalLibrary("org.testcontainers:testcontainers", "org.testcontainers.containers.GenericContainer");

    @Override
    public String name() {
        return "testcontainers";
    }

    @Override
    public String title() {
        return "Testcontainers";
    }

    @Override
    public Outcome provide(Settings settings) {
        return LIBRARY.isAbsent() ? LIBRARY.passedOver() : Containers.start(settings);
    }
}
