package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The structure of a test's database, as stock pg_dump writes it and as psql runs it. */
final class StructureDump {

    private static final int FORMAT_WITH_RELATION_KIND = 16;

    private final ByteBuffer bytes;
    private final int minorVersion;

    private StructureDump(byte[] archive) {
        bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        minorVersion = archive[6];
    }

    static List<ArchiveEntry> of(TestDatabase database) {
        try {
            Path archive = Files.createTempFile("structure", ".dump");
            CommandLine dump = CommandLine.run(
                    "pg_dump",
                    "-Fc",
                    "--section=pre-data",
                    "--section=post-data",
                    "-f",
                    archive.toString(),
                    "-d",
                    database.name());
            assertThat(dump).isEqualTo(new CommandLine(0, "", ""));
            List<ArchiveEntry> entries = new StructureDump(Files.readAllBytes(archive)).entries();
            Files.delete(archive);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the entries' statements in their order, as {@code user}, stopping at the first error. */
    static CommandLine restore(List<ArchiveEntry> entries, TestDatabase into, String user) {
        try {
            Path script = Files.createTempFile("structure", ".sql");
            Files.writeString(script, script(entries));
            CommandLine run = CommandLine.run(
                    "psql",
                    "-Xq",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-U",
                    user,
                    "-o",
                    "/dev/null",
                    "-f",
                    script.toString(),
                    into.name());
            Files.delete(script);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(List<ArchiveEntry> entries) {
        // The setting that pg_restore makes as well.
        StringBuilder script = new StringBuilder("SET check_function_bodies = false;\n");
        entries.stream()
                .filter(entry -> !entry.description().equals("DATABASE"))
                .map(ArchiveEntry::definition)
                .flatMap(Optional::stream)
                .forEach(definition -> script.append(definition).append('\n'));
        return script.toString();
    }

    private List<ArchiveEntry> entries() {
        bytes.position(11);
        skipHeader();
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            entries.add(entry());
        }
        return entries;
    }

    private void skipHeader() {
        if (minorVersion >= 15) {
            bytes.get();
        } else {
            number();
        }
        for (int timeField = 0; timeField < 7; timeField++) {
            number();
        }
        for (int name = 0; name < 3; name++) {
            text();
        }
    }

    private ArchiveEntry entry() {
        int dumpId = number();
        boolean hasData = number() != 0;
        long catalogTableOid = Long.parseLong(text().orElseThrow());
        long catalogOid = Long.parseLong(text().orElseThrow());
        String tag = text().orElseThrow();
        String description = text().orElseThrow();
        Section section = section(number());
        Optional<String> definition = text();
        Optional<String> dropStatement = text();
        Optional<String> copyStatement = text();
        Optional<String> schema = text();
        Optional<String> tablespace = text();
        Optional<String> tableAccessMethod = text();
        int relationKind = minorVersion >= FORMAT_WITH_RELATION_KIND ? number() : 0;
        Optional<String> owner = text();
        text();
        List<Integer> dependencies = dependencies();
        bytes.position(bytes.position() + 9);
        return new ArchiveEntry(
                dumpId,
                hasData,
                catalogTableOid,
                catalogOid,
                tag,
                description,
                section,
                definition,
                dropStatement,
                copyStatement,
                schema,
                tablespace,
                tableAccessMethod,
                relationKind,
                owner,
                dependencies);
    }

    private List<Integer> dependencies() {
        List<Integer> dependencies = new ArrayList<>();
        for (Optional<String> id = text(); id.isPresent(); id = text()) {
            dependencies.add(Integer.valueOf(id.get()));
        }
        return dependencies;
    }

    private static Section section(int code) {
        return switch (code) {
            case 1 -> Section.NONE;
            case 2 -> Section.PRE_DATA;
            case 3 -> Section.DATA;
            default -> Section.POST_DATA;
        };
    }

    private int number() {
        int sign = bytes.get() == 0 ? 1 : -1;
        return sign * bytes.getInt();
    }

    private Optional<String> text() {
        int length = number();
        if (length < 0) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8)).filter(value -> !value.isEmpty());
    }
}
