package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;
import java.nio.file.Path;
import java.util.Optional;

/** A server that somebody else runs, named by the user of the tests. */
final class ExistingServer implements ServerProvider {

    private static final String URL = "sanitiser.test.url";

    @Override
    public String name() {
        return "existing";
    }

    @Override
    public String title() {
        return "an existing server";
    }

    /** Password and TLS settings come from where libpq finds them if the URL leaves them open. */
    @Override
    public Outcome provide(Settings settings) {
        Optional<String> url = settings.get(URL);
        if (url.isEmpty()) {
            return new PassedOver("neither the system property " + URL + " nor the environment variable "
                    + Settings.variable(URL)
                    + " is set. Set one to postgresql://user@host/database, with a role that may create databases.");
        }
        ConnectionSettings found =
                ConnectionSettings.resolve(url, settings.environment(), Path.of(System.getProperty("user.home")));
        return new Found(found, found.toString());
    }
}
