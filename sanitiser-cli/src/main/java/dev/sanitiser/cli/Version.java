package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import picocli.CommandLine.IVersionProvider;

/** The version of the library, which is this program's too. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Sanitiser " + Sanitiser.version()};
    }
}
