package dev.sanitiser.testkit.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The server of this JVM: the first that is to be had. */
final class SharedServer {

    private static final Logger LOGGER = System.getLogger("dev.sanitiser.testkit");
    private static @Nullable PostgresServer server;

    private final List<ServerProvider> providers;
    private final Settings settings;

    SharedServer(List<ServerProvider> providers, Settings settings) {
        this.providers = providers;
        this.settings = settings;
    }

    static synchronized PostgresServer get() {
        if (server == null) {
            server = new SharedServer(
                            List.of(new ExistingServer(), new ContainerServer(), new EmbeddedServer()),
                            Settings.ofThisJvm())
                    .choose();
        }
        return server;
    }

    /** Tells in the log which one it is. */
    PostgresServer choose() {
        List<String> passedOver = new ArrayList<>();
        for (ServerProvider provider : wanted()) {
            ServerProvider.Outcome outcome = provider.provide(settings);
            if (outcome instanceof ServerProvider.Found found) {
                PostgresServer chosen = PostgresServer.of(found.settings());
                LOGGER.log(
                        Logger.Level.INFO,
                        "Tests use PostgreSQL " + chosen.version() + ": " + provider.title() + ", "
                                + found.description());
                return chosen;
            }
            passedOver.add(provider.title() + ": " + ((ServerProvider.PassedOver) outcome).reason());
        }
        throw SanitiserException.of(FailureKind.ENVIRONMENT, "There is no PostgreSQL server for the tests", passedOver);
    }

    private List<ServerProvider> wanted() {
        Optional<String> only = settings.get("sanitiser.test.server");
        if (only.isEmpty()) {
            return providers;
        }
        List<ServerProvider> wanted =
                providers.stream().filter(p -> p.name().equals(only.get())).toList();
        if (wanted.isEmpty()) {
            throw new SanitiserException(FailureKind.USAGE, "sanitiser.test.server must be one of " + names() + ".");
        }
        return wanted;
    }

    private String names() {
        return providers.stream().map(ServerProvider::name).collect(Collectors.joining(", "));
    }
}
