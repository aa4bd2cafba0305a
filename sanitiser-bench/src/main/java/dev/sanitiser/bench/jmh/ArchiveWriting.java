package dev.sanitiser.bench.jmh;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.archive.Section;
import dev.sanitiser.archive.TableDataStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 32 MB of rows into a file of custom format, in pieces as the server sends them; without the sync at the end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ArchiveWriting {

    private static final int SIZE = 32 << 20;
    private static final int PIECE = 8 << 10;
    private static final int DUMP_ID = 1;

    @Param({"1", "6"})
    public int level;

    @Param({"1", "2"})
    public int jobs;

    private byte[] rows = new byte[0];
    private Path file = Path.of("");

    @Setup
    public void prepare() throws IOException {
        rows = CopyText.ofBytes(SIZE);
        file = Files.createTempFile("archive", ".dump");
    }

    @TearDown
    public void cleanUp() throws IOException {
        Files.delete(file);
    }

    /** @return the size of the file, in bytes */
    @Benchmark
    public long write() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                CompressionPool pool = new CompressionPool(jobs);
                ArchiveWriter archive =
                        ArchiveWriter.custom(channel, file, header(), List.of(entry()), new Compression(level), pool)) {
            try (TableDataStream stream = archive.open(DUMP_ID)) {
                for (int start = 0; start < rows.length; start += PIECE) {
                    stream.write(rows, start, Math.min(PIECE, rows.length - start));
                }
            }
            return channel.size();
        }
    }

    private static ArchiveHeader header() {
        return new ArchiveHeader("bench", "15.0", "15.0", Instant.EPOCH, true);
    }

    private static ArchiveEntry entry() {
        return new ArchiveEntry(
                DUMP_ID,
                true,
                0,
                0,
                "rows",
                "TABLE DATA",
                Section.DATA,
                Optional.empty(),
                Optional.empty(),
                Optional.of("COPY public.rows FROM stdin;\n"),
                Optional.of("public"),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }
}
