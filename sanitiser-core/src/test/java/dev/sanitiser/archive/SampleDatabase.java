package dev.sanitiser.archive;

import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** A database whose tables are hard on an archive, and archives made of it. */
final class SampleDatabase implements AutoCloseable {

    private static final String SCRIPT = """
            CREATE SCHEMA "odd ""schema; x";
            CREATE TABLE "odd ""schema; x"."ta""ble
            ünïcode" (id int PRIMARY KEY, "a \\ b" text);
            INSERT INTO "odd ""schema; x"."ta""ble
            ünïcode" VALUES (1, E'tab\\t newline\\n backslash \\\\ \\\\. end'), (2, NULL), (3, ''), (4, E'\\\\.');
            CREATE TABLE empty_table (a int);
            CREATE TABLE zero_columns ();
            INSERT INTO zero_columns DEFAULT VALUES;
            INSERT INTO zero_columns DEFAULT VALUES;
            CREATE TABLE rows_bigger_than_a_block (id int, body text);
            INSERT INTO rows_bigger_than_a_block
              SELECT n, (SELECT string_agg(md5((n * 100000 + i)::text), '') FROM generate_series(1, 20000) i)
              FROM generate_series(1, 3) n;
            CREATE TABLE several_blocks (id int PRIMARY KEY, other int REFERENCES several_blocks, body text);
            INSERT INTO several_blocks SELECT n, n / 2 + 1, repeat(md5(n::text), 2) FROM generate_series(1, 20000) n;
            CREATE INDEX ON several_blocks (body);
            """;

    private final TestDatabase database;
    private final ArchiveHeader structureHeader;
    private final List<ArchiveEntry> entries;

    private SampleDatabase(TestDatabase database) {
        this.database = database;
        Archive structure = readStructure();
        structureHeader = structure.header();
        entries = withTableData(structure.entries());
    }

    static SampleDatabase create() {
        return new SampleDatabase(TestDatabase.create().run(SCRIPT));
    }

    TestDatabase database() {
        return database;
    }

    List<ArchiveEntry> entries() {
        return entries;
    }

    ArchiveHeader header(Compression compression) {
        return new ArchiveHeader(
                "copy",
                structureHeader.serverVersion(),
                structureHeader.pgDumpVersion(),
                structureHeader.createdAt(),
                compression.method());
    }

    /** Writes the whole database into {@code folder/archive}. */
    Path writeCustom(Path folder, Compression compression) {
        Path path = folder.resolve("archive");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                CompressionPool pool = new CompressionPool(2);
                ArchiveWriter writer = ArchiveWriter.custom(
                        file, Path.of("folder"), header(compression), entries, compression, pool)) {
            writeRows(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** Writes the whole database into the directory {@code folder/archive}. */
    Path writeDirectory(Path folder, Compression compression) {
        try (CompressionPool pool = new CompressionPool(2)) {
            Path path = Files.createDirectory(folder.resolve("archive"));
            try (ArchiveWriter writer =
                    ArchiveWriter.directory(path, Path.of("folder"), header(compression), entries, compression, pool)) {
                writeRows(writer);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each table its number of rows and a checksum of them. */
    static List<String> fingerprint(TestDatabase database) {
        return Stream.of(
                        "SELECT count(*), sum(hashtext(t::text)) FROM \"odd \"\"schema; x\".\"ta\"\"ble\nünïcode\" t",
                        "SELECT count(*) FROM empty_table",
                        "SELECT count(*) FROM zero_columns",
                        "SELECT count(*), sum(hashtext(t::text)) FROM rows_bigger_than_a_block t",
                        "SELECT count(*), sum(hashtext(t::text)) FROM several_blocks t")
                .flatMap(sql -> database.query(sql).stream())
                .toList();
    }

    private Archive readStructure() {
        try {
            Path file = Files.createTempFile("structure", ".dump");
            CommandLine dump = CommandLine.run(
                    "pg_dump", "-Fc", "--section=pre-data", "--section=post-data", "-f", "" + file, database.name());
            if (dump.exitCode() != 0) {
                throw new IllegalStateException(dump.errors());
            }
            Archive structure = ArchiveReader.read(file);
            Files.delete(file);
            return structure;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ArchiveEntry> withTableData(List<ArchiveEntry> structure) {
        int nextId = structure.stream().mapToInt(ArchiveEntry::dumpId).max().orElse(0);
        List<ArchiveEntry> data = new ArrayList<>();
        for (ArchiveEntry entry : structure) {
            if (entry.description().equals("TABLE")) {
                nextId++;
                data.add(tableData(nextId, entry));
            }
        }
        List<ArchiveEntry> all = new ArrayList<>(structure);
        int postData = (int) structure.stream()
                .takeWhile(e -> e.section() != Section.POST_DATA)
                .count();
        all.addAll(postData, data);
        return List.copyOf(all);
    }

    static ArchiveEntry tableData(int dumpId, ArchiveEntry table) {
        String drop = table.dropStatement().orElseThrow();
        String name = drop.substring("DROP TABLE ".length(), drop.length() - ";\n".length());
        return new ArchiveEntry(
                dumpId,
                true,
                0,
                table.catalogOid(),
                table.tag(),
                "TABLE DATA",
                Section.DATA,
                Optional.empty(),
                Optional.empty(),
                Optional.of("COPY " + name + " FROM stdin;\n"),
                table.schema(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(table.dumpId()));
    }

    private void writeRows(ArchiveWriter writer) {
        try (Connection connection = database.connect()) {
            for (ArchiveEntry entry : entries) {
                if (entry.hasData()) {
                    copyOut(connection, entry, writer);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        writer.finish();
    }

    private static void copyOut(Connection connection, ArchiveEntry entry, ArchiveWriter writer) throws SQLException {
        String sql = entry.copyStatement().orElseThrow().replace(" FROM stdin;\n", " TO STDOUT");
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try (TableDataStream rows = writer.open(entry.dumpId())) {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                rows.write(row, 0, row.length);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
