package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zstandard and LZ4 as the format's own readers take them: archive-format 1.15. */
class FramesTest {

    private static final String END = "\\.\n\n\n";
    private static final String ROWS = SmallArchive.randomRows(40_000);
    private static final Map<Integer, TableDataSize> SIZES =
            Map.of(3, new TableDataSize(40_000, ROWS.length()), 4, new TableDataSize(0, 0));

    @TempDir
    Path folder;

    static Stream<Compression> compressions() {
        return Stream.of(
                Compression.zstd(),
                Compression.zstd(1),
                Compression.zstd(22),
                Compression.lz4(),
                Compression.lz4(2),
                Compression.lz4(12));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void the_check_reads_back_a_file(Compression compression) {
        Path archive = SmallArchive.writeCustom(folder, compression, SmallArchive.ENTRIES, ROWS);

        assertThat(check(archive, compression)).isEqualTo(SIZES);
        assertThat(ArchiveReader.read(archive).header()).isEqualTo(SmallArchive.header(compression));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void the_check_reads_back_a_folder(Compression compression) {
        Path archive = SmallArchive.writeDirectory(folder, compression, SmallArchive.ENTRIES, ROWS);

        assertThat(check(archive, compression)).isEqualTo(SIZES);
        assertThat(ArchiveReader.read(archive).header()).isEqualTo(SmallArchive.header(compression));
    }

    @Test
    void the_header_names_version_and_algorithm() throws IOException {
        assertThat(startOf(Compression.none())).startsWith('P', 'G', 'D', 'M', 'P', 1, 14, 0, 4, 8, 1, 0, 0, 0, 0, 0);
        assertThat(startOf(Compression.standard())).startsWith('P', 'G', 'D', 'M', 'P', 1, 14, 0, 4, 8, 1, 1, 1);
        assertThat(startOf(Compression.lz4(9))).startsWith('P', 'G', 'D', 'M', 'P', 1, 15, 0, 4, 8, 1, 2);
        assertThat(startOf(Compression.zstd(9))).startsWith('P', 'G', 'D', 'M', 'P', 1, 15, 0, 4, 8, 1, 3);
    }

    private int[] startOf(Compression compression) {
        byte[] toc = TocWriter.encode(
                ArchiveFormat.CUSTOM, SmallArchive.header(compression), SmallArchive.ENTRIES, Map.of());
        int[] start = new int[16];
        for (int i = 0; i < start.length; i++) {
            start[i] = toc[i] & 0xff;
        }
        return start;
    }

    @Test
    void each_chunk_of_a_file_is_one_zstandard_frame() throws IOException {
        Path archive = SmallArchive.writeCustom(folder, Compression.zstd(), SmallArchive.ENTRIES, ROWS);

        List<byte[]> chunks = chunksOf(archive, 3);

        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            assertThat(Zstd.findFrameCompressedSize(chunk)).isEqualTo(chunk.length);
            plain.write(Zstd.decompress(chunk, (int) Zstd.getFrameContentSize(chunk)));
        }
        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(plain.toString(StandardCharsets.UTF_8)).isEqualTo(ROWS + END);
    }

    @Test
    void the_chunks_of_a_file_are_lz4_frames() throws IOException {
        Path archive = SmallArchive.writeCustom(folder, Compression.lz4(), SmallArchive.ENTRIES, ROWS);

        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] chunk : chunksOf(archive, 3)) {
            frames.write(chunk);
        }

        try (InputStream plain = new LZ4FrameInputStream(new ByteArrayInputStream(frames.toByteArray()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ROWS + END);
        }
    }

    @Test
    void the_files_of_a_folder_are_named_after_what_compressed_them() throws IOException {
        Path zstd = SmallArchive.writeDirectory(
                Files.createDirectory(folder.resolve("z")), Compression.zstd(), SmallArchive.ENTRIES, ROWS);
        Path lz4 = SmallArchive.writeDirectory(
                Files.createDirectory(folder.resolve("l")), Compression.lz4(), SmallArchive.ENTRIES, ROWS);

        assertThat(zstd.toFile().list()).containsExactlyInAnyOrder("toc.dat", "3.dat.zst", "4.dat.zst");
        assertThat(lz4.toFile().list()).containsExactlyInAnyOrder("toc.dat", "3.dat.lz4", "4.dat.lz4");
        try (InputStream file = new ZstdInputStream(Files.newInputStream(zstd.resolve("3.dat.zst")));
                InputStream other = new LZ4FrameInputStream(Files.newInputStream(lz4.resolve("3.dat.lz4")))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ROWS + END);
            assertThat(new String(other.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ROWS + END);
        }
    }

    /** pg_restore would drop the second one in silence. */
    @Test
    void two_zstandard_frames_in_one_chunk_are_damage() throws IOException {
        byte[] frame = Zstd.compress("1\tone\n".getBytes(StandardCharsets.UTF_8));
        byte[] twice = Arrays.copyOf(frame, 2 * frame.length);
        System.arraycopy(frame, 0, twice, frame.length, frame.length);

        assertThatThrownBy(() -> ZstdFrames.plain(twice)).hasMessage("a chunk of its data is not one frame");
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void damage_is_found_wherever_it_is(Compression compression) {
        Path archive = SmallArchive.writeDirectory(folder, compression, SmallArchive.ENTRIES, SmallArchive.ROWS);
        Path data = archive.resolve("3.dat" + compression.method().suffix());
        byte[] intact = SmallArchive.read(data);

        for (int i = 0; i < intact.length; i++) {
            SmallArchive.write(data, SmallArchive.flipped(intact, i, 1));
            assertThatThrownBy(() -> check(archive, compression))
                    .as("byte %s of %s", i, intact.length)
                    .hasMessageContaining("TABLE DATA shop.full: ");
        }
        SmallArchive.write(data, Arrays.copyOf(intact, intact.length - 1));
        assertThatThrownBy(() -> check(archive, compression)).hasMessageContaining("TABLE DATA shop.full: ");
    }

    @Test
    void a_missing_library_is_named() throws Exception {
        assertThat(complaint("zstd"))
                .isEqualTo("Compression by zstd needs the library com.github.luben:zstd-jni, which is not on the class"
                        + " path or cannot be loaded here. Add it, or compress by gzip.");
        assertThat(complaint("lz4"))
                .isEqualTo(
                        "Compression by lz4 needs the library at.yawk.lz4:lz4-java, which is not on the class path or"
                                + " cannot be loaded here. Add it, or compress by gzip.");
        assertThat(complaint("standard")).isEmpty();
    }

    /** What a program hears that has neither library. */
    private static String complaint(String factory) throws Exception {
        List<URL> others = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("zstd-jni") && !entry.contains("lz4-java")) {
                others.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(others.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> compression = loader.loadClass(Compression.class.getName());
            Object chosen = compression.getMethod(factory).invoke(null);
            compression.getMethod("requireLibrary").invoke(chosen);
            Class.forName(Codecs.class.getName(), true, loader);
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getTargetException().getMessage());
        }
    }

    private static List<byte[]> chunksOf(Path archive, int dumpId) throws IOException {
        Archive read = ArchiveReader.read(archive);
        DataLocation.Block block =
                (DataLocation.Block) Objects.requireNonNull(read.dataLocations().get(dumpId));
        List<byte[]> chunks = new ArrayList<>();
        try (InputStream file = Files.newInputStream(archive)) {
            file.skipNBytes(block.position());
            FormatInput in = new FormatInput(file);
            in.readByte();
            in.readInt();
            int length = in.readInt();
            while (length > 0) {
                chunks.add(in.readBytes(length));
                length = in.readInt();
            }
        }
        return chunks;
    }

    private static Map<Integer, TableDataSize> check(Path archive, Compression compression) {
        return ArchiveCheck.check(archive, SmallArchive.header(compression), SmallArchive.ENTRIES, 2);
    }
}
