package dev.sanitiser.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Names for the unfinished parts of one target. A part is locked by the process that writes it; one that can be locked
 * by somebody else was abandoned.
 */
final class PartNames {

    /** What holds the lock of a directory part. */
    static final String LOCK_FILE = ".lock";

    private static final String SUFFIX = ".sanitiser-part";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final String prefix;

    PartNames(Path target) {
        this.folder = Folder.of(target).path();
        this.prefix = "." + target.getFileName() + ".";
    }

    Path next() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return folder.resolve(prefix + HexFormat.of().formatHex(random) + SUFFIX);
    }

    static void claim(FileChannel channel) throws IOException {
        if (channel.tryLock() == null) {
            throw new IOException("another process has locked the temporary file");
        }
    }

    void removeAbandoned() {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, this::isPart)) {
            for (Path part : parts) {
                if (isAbandoned(part)) {
                    delete(part);
                }
            }
        } catch (IOException e) {
            throw new Folder(folder).failure("remove abandoned temporary files from", e);
        }
    }

    private boolean isPart(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(prefix)
                && name.endsWith(SUFFIX)
                && name.substring(prefix.length(), name.length() - SUFFIX.length())
                        .matches("[0-9a-f]{16}");
    }

    private static boolean isAbandoned(Path part) throws IOException {
        Path file = Files.isDirectory(part) ? part.resolve(LOCK_FILE) : part;
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Deletes a file, or a directory with everything in it. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
