package dev.sanitiser.publish;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A directory in the making, beside its target. No file system replaces a directory that holds files in one step, so an
 * existing archive steps aside first and comes back if the new one cannot take its place.
 */
public final class StagedDirectory implements AutoCloseable {

    /** Stands beside the lock file: an archive holds its own files only. */
    private static final String CONTENT = "archive";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path target;
    private final Path part;
    private final FileChannel lock;
    private long sizeInBytes;

    private StagedDirectory(Path target, Path part, FileChannel lock) {
        this.target = target;
        this.part = part;
        this.lock = lock;
    }

    /**
     * Begins a directory, and removes the parts that runs which were killed left beside this target.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the folder is missing or cannot be written, or the target
     *     exists and is neither empty nor a directory archive
     */
    public static StagedDirectory beside(Path target) {
        Folder folder = Folder.of(target);
        checkReplaceable(target);
        try {
            bringBack(target);
            PartNames names = new PartNames(target);
            names.removeAbandoned();
            Path part = Files.createDirectory(names.next(), OWNER_ONLY);
            Files.createDirectory(part.resolve(CONTENT), OWNER_ONLY);
            FileChannel lock = FileChannel.open(
                    part.resolve(PartNames.LOCK_FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            PartNames.claim(lock);
            return new StagedDirectory(target, part, lock);
        } catch (IOException e) {
            throw folder.failure("create a directory in", e);
        }
    }

    private static void checkReplaceable(Path target) {
        if (Files.exists(target) && !(Files.isDirectory(target) && (isEmpty(target) || isArchive(target)))) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The output " + target + " exists and is not a directory archive. It is left alone: name another.");
        }
    }

    private static boolean isArchive(Path directory) {
        return Files.isRegularFile(directory.resolve("toc.dat"));
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** A run that was killed between the two renames left the old archive aside. */
    private static void bringBack(Path target) throws IOException {
        Path aside = aside(target);
        if (Files.exists(aside) && !Files.exists(target)) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } else if (Files.exists(aside)) {
            PartNames.delete(aside);
        }
    }

    private static Path aside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".sanitiser-old");
    }

    /** The directory under its temporary name, empty at first. */
    public Path path() {
        return part.resolve(CONTENT);
    }

    /** Where the directory will be. */
    public Path folder() {
        return Folder.of(target).path();
    }

    /** Gives the directory its target's name; the files in it must be on the disk already. */
    public void publish() {
        try {
            new Folder(path()).force();
            sizeInBytes = sizeOf(path());
            replace();
            Folder.of(target).force();
            Path aside = aside(target);
            if (Files.exists(aside)) {
                PartNames.delete(aside);
            }
        } catch (IOException e) {
            throw Folder.of(target).failure("publish the dump in", e);
        }
    }

    private void replace() throws IOException {
        if (!Files.exists(target)) {
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path aside = aside(target);
        Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    private static long sizeOf(Path directory) throws IOException {
        long size = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** The size of all published files together. */
    public long sizeInBytes() {
        return sizeInBytes;
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        try (lock) {
            PartNames.delete(part);
        } catch (IOException e) {
            throw Folder.of(target).failure("remove a temporary directory from", e);
        }
    }
}
