package dev.sanitiser.publish;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file in the making: it lies in a folder beside its target, readable by its owner alone from its creation, and takes
 * the target's name in one step once it is complete. Until then the target is not touched.
 *
 * <p>A target that is a symbolic link is replaced itself, as by {@code mv}; what it leads to stays as it is.
 */
public final class StagedFile implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> NEW_FILE =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path target;
    private final PartFolder part;
    private final FileChannel channel;
    private long sizeInBytes;

    private StagedFile(Path target, PartFolder part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Begins a file, and removes the parts that runs which were killed left beside this target.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the folder is missing or cannot be written, or the target is a
     *     directory
     */
    public static StagedFile beside(Path target) {
        Folder folder = Folder.of(target);
        if (Files.isDirectory(target)) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The output " + target + " is a directory. Name a file, or ask for directory format.");
        }
        PartFolder part = PartFolder.beside(target);
        try {
            return new StagedFile(target, part, FileChannel.open(part.content(), NEW_FILE, OWNER_ONLY));
        } catch (IOException e) {
            part.close();
            throw folder.failure("create a file in", e);
        }
    }

    /** The file under its temporary name. */
    public Path path() {
        return part.content();
    }

    /** Open for reading and writing until this object is closed. */
    public FileChannel channel() {
        return channel;
    }

    /** Where the file will be. */
    public Path folder() {
        return Folder.of(target).path();
    }

    /** Brings everything to the disk and gives the file its target's name, atomically. */
    public void publish() {
        Folder folder = Folder.of(target);
        try {
            channel.force(true);
            sizeInBytes = channel.size();
            Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            folder.force();
        } catch (IOException e) {
            throw folder.failure("publish the dump in", e);
        }
    }

    /** The size of the published file. */
    public long sizeInBytes() {
        return sizeInBytes;
    }

    /** Deletes the file unless it was published. */
    @Override
    public void close() {
        try (part) {
            channel.close();
        } catch (IOException e) {
            throw Folder.of(target).failure("remove a temporary file from", e);
        }
    }
}
