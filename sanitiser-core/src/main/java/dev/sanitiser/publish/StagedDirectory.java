package dev.sanitiser.publish;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory in the making, beside its target. No file system replaces a directory that holds files in one step, so an
 * existing archive steps aside first and comes back if the new one cannot take its place.
 *
 * <p>A target that is a symbolic link to an archive is replaced itself, as by {@code mv -T}; the archive it leads to
 * stays as it is.
 */
public final class StagedDirectory implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** What pg_dump and this library write into one; anything else is somebody's own. */
    private static final Pattern ARCHIVE_FILE =
            Pattern.compile("toc\\.dat|\\d+\\.dat(\\.\\w+)?|blobs(_\\d+)?\\.toc(\\.\\w+)?|blob_\\d+\\.dat(\\.\\w+)?");

    private final Path target;
    private final PartFolder part;
    private long sizeInBytes;

    private StagedDirectory(Path target, PartFolder part) {
        this.target = target;
        this.part = part;
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
        PartFolder part = PartFolder.beside(target);
        try {
            bringBack(target);
            Files.createDirectory(part.content(), OWNER_ONLY);
            return new StagedDirectory(target, part);
        } catch (IOException e) {
            part.close();
            throw folder.failure("create a directory in", e);
        }
    }

    private static void checkReplaceable(Path target) {
        if (exists(target) && !isReplaceable(target)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The output " + target + " exists and is not a directory archive. It is left alone: name another.");
        }
    }

    /** Whether it is an empty directory, or an archive and nothing more: everything in it will be deleted. */
    private static boolean isReplaceable(Path target) {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            List<String> names = files.map(f -> f.getFileName().toString()).toList();
            return names.isEmpty()
                    || (names.contains("toc.dat")
                            && names.stream()
                                    .allMatch(n -> ARCHIVE_FILE.matcher(n).matches()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A run that was killed between the two renames left the old archive aside. */
    private static void bringBack(Path target) throws IOException {
        Path aside = aside(target);
        if (exists(aside) && !exists(target)) {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } else if (exists(aside)) {
            PartFolder.delete(aside);
        }
    }

    private static Path aside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".sanitiser-old");
    }

    /** The directory under its temporary name, empty at first. */
    public Path path() {
        return part.content();
    }

    /** Where the directory will be. */
    public Path folder() {
        return Folder.of(target).path();
    }

    /** Gives the directory its target's name; the files in it must be on the disk already. */
    public void publish() {
        Folder folder = Folder.of(target);
        try {
            sizeInBytes = sizeOf(path());
            replace();
            folder.force();
            if (exists(aside(target))) {
                PartFolder.delete(aside(target));
            }
        } catch (IOException e) {
            throw folder.failure("publish the dump in", e);
        }
    }

    private void replace() throws IOException {
        if (!exists(target)) {
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
        part.close();
    }
}
