package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands one connection's password to libpq's programs: a file that only this user can read, in a folder of its own,
 * gone when closed. A password in the environment would be visible to every process of the user and in crash reports.
 */
public final class PasswordFile implements AutoCloseable {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
    private static final String NAME = "pgpass";

    private final Optional<Path> folder;

    private PasswordFile(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * Writes the file, unless there is no password.
     *
     * @throws SanitiserException of kind USAGE if the password has a line break, which the format cannot express; of
     *     kind ENVIRONMENT if the folder for temporary files cannot be written
     */
    public static PasswordFile of(ConnectionSettings settings) {
        if (settings.password().isEmpty()) {
            return new PasswordFile(Optional.empty());
        }
        if (LINE_BREAK.matcher(settings.password()).find()) {
            throw new SanitiserException(
                    FailureKind.USAGE,
                    "The password has a line break, which libpq's password file cannot express. Change the password.");
        }
        try {
            return write(line(settings));
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The password file for pg_dump cannot be written: the folder "
                            + System.getProperty("java.io.tmpdir") + " must take new files.");
        }
    }

    private static PasswordFile write(String line) throws IOException {
        PasswordFile passwordFile =
                new PasswordFile(Optional.of(Files.createTempDirectory("sanitiser-", only("rwx------"))));
        try (var channel = Files.newByteChannel(
                passwordFile.path().orElseThrow(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                only("rw-------"))) {
            channel.write(StandardCharsets.UTF_8.encode(line));
            return passwordFile;
        } catch (IOException e) {
            passwordFile.close();
            throw e;
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static String line(ConnectionSettings settings) {
        return Stream.of(
                        settings.host(),
                        Integer.toString(settings.port()),
                        settings.database(),
                        settings.user(),
                        settings.password())
                .map(PasswordFile::field)
                .collect(Collectors.joining(":", "", "\n"));
    }

    private static String field(String text) {
        return LINE_BREAK.matcher(text).find()
                ? "*"
                : text.replace("\\", "\\\\").replace(":", "\\:");
    }

    /** What {@code PGPASSFILE} must say; empty where there is no password. */
    public Optional<Path> path() {
        return folder.map(path -> path.resolve(NAME));
    }

    @Override
    public void close() {
        folder.ifPresent(path -> {
            try {
                Files.deleteIfExists(path.resolve(NAME));
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        });
    }
}
