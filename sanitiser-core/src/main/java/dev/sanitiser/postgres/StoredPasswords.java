package dev.sanitiser.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks passwords up in {@code ~/.pgpass} by libpq's rules (PostgreSQL manual, chapter 32.16): the first line that
 * matches wins, and a file that others may read is ignored.
 */
final class StoredPasswords {

    private static final Set<PosixFilePermission> OWNERS_OWN =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path file;

    private StoredPasswords(Path file) {
        this.file = file;
    }

    /** @param given connection parameters, of which {@code passfile} says where to look */
    static StoredPasswords of(Map<String, String> given, Path home) {
        return new StoredPasswords(
                Optional.ofNullable(given.get("passfile")).map(Path::of).orElseGet(() -> home.resolve(".pgpass")));
    }

    Optional<String> find(String host, int port, String database, String user) {
        List<String> wanted = List.of(host, Integer.toString(port), database, user);
        return lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(StoredPasswords::fields)
                .filter(fields -> fields.size() >= 5 && matches(fields, wanted))
                .findFirst()
                .map(fields -> unescape(fields.get(4)));
    }

    private List<String> lines() {
        try {
            if (!Files.isRegularFile(file) || othersMayRead()) {
                return List.of();
            }
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean othersMayRead() throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNERS_OWN.containsAll(Files.getPosixFilePermissions(file));
    }

    /** Splits at the colons that no backslash precedes; the fields keep their backslashes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(line.substring(start));
        return fields;
    }

    private static boolean matches(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !unescape(fields.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String unescape(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\' && i + 1 < field.length()) {
                i++;
            }
            text.append(field.charAt(i));
        }
        return text.toString();
    }
}
