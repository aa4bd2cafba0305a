package dev.sanitiser.publish;

import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A folder beside a target, for its owner alone, in which the target's next content is made. A lock file in it is
 * locked as long as the process lives that makes it; a folder whose lock can be had was abandoned.
 *
 * <p>The lock has a file of its own because a process loses its locks on a file when it closes any stream of it, and
 * content is read back before it is published.
 */
final class PartFolder implements AutoCloseable {

    private static final String SUFFIX = ".sanitiser-part";
    private static final String LOCK_FILE = "lock";
    private static final String CONTENT = "content";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** In the names of this process's parts, whose lock files it must not open a second time. */
    private static final String PROCESS = randomHex();

    private final Folder folder;
    private final Path path;
    private final FileChannel lock;

    private PartFolder(Folder folder, Path path, FileChannel lock) {
        this.folder = folder;
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates a folder, and removes those that runs which were killed left beside this target.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the folder is missing or cannot be written
     */
    static PartFolder beside(Path target) {
        Folder folder = Folder.of(target);
        String prefix = "." + target.getFileName() + ".";
        removeAbandoned(folder, prefix);
        Path path = folder.path().resolve(prefix + PROCESS + randomHex() + SUFFIX);
        try {
            Files.createDirectory(path, OWNER_ONLY);
        } catch (IOException e) {
            throw folder.failure("create a file in", e);
        }
        try {
            return new PartFolder(folder, path, lock(path));
        } catch (IOException e) {
            SanitiserException failure = folder.failure("create a file in", e);
            removeIfPossible(path);
            throw failure;
        }
    }

    private static String randomHex() {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another process has locked the temporary file");
        }
        return channel;
    }

    private static void removeAbandoned(Folder folder, String prefix) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder.path(), p -> isPart(p, prefix))) {
            for (Path part : parts) {
                if (isAbandoned(part)) {
                    removeIfPossible(part);
                }
            }
        } catch (IOException e) {
            throw folder.failure("look for abandoned temporary files in", e);
        }
    }

    private static boolean isPart(Path path, String prefix) {
        String name = path.getFileName().toString();
        return name.startsWith(prefix)
                && name.substring(prefix.length()).matches("[0-9a-f]{16}\\Q" + SUFFIX + "\\E")
                && !name.startsWith(prefix + PROCESS);
    }

    private static boolean isAbandoned(Path part) {
        Path file = part.resolve(LOCK_FILE);
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Another user's, perhaps: then it is that user's to remove.
            return false;
        }
    }

    private static void removeIfPossible(Path part) {
        try {
            delete(part);
        } catch (IOException e) {
            // It harms nobody but the disk's free space, and is tried again by the next run.
            return;
        }
    }

    /** Deletes a file, or a directory with everything in it; of a symbolic link, the link. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where the content is to be made; nothing is there yet. */
    Path content() {
        return path.resolve(CONTENT);
    }

    /** The folder that the target stands in. */
    Folder surroundings() {
        return folder;
    }

    /** Deletes the folder with what is in it. */
    @Override
    public void close() {
        try (lock) {
            if (Files.exists(path)) {
                delete(path);
            }
        } catch (IOException e) {
            throw folder.failure("remove a temporary file from", e);
        }
    }
}
