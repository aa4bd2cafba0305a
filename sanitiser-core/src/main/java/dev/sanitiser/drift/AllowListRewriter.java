package dev.sanitiser.drift;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/** Brings the file of an allow list up to date. */
public final class AllowListRewriter {

    private AllowListRewriter() {}

    /**
     * Rewrites a file as {@link AllowListUpdate} says. It changes in one step, from one whole list to the other, and
     * keeps its permissions; where the path is a symbolic link, what it leads to is rewritten. A file that needs no
     * change is not touched.
     *
     * @param file that the list was read from
     * @param drift that was found in it
     * @return what was mended
     * @throws SanitiserException of kind ENVIRONMENT if the file cannot be written, or has changed since it was read
     */
    public static List<Finding> rewrite(Path file, AllowList allowList, Drift drift) {
        try {
            Path real = file.toRealPath();
            String text = Files.readString(real, StandardCharsets.UTF_8);
            if (!AllowList.parse(text, allowList.source()).sha256().equals(allowList.sha256())) {
                throw failure(file, "it has changed since it was read. Run again.");
            }
            AllowListUpdate update = AllowListUpdate.of(text, drift);
            if (!update.text().equals(text)) {
                if (!Files.isWritable(real)) {
                    throw failure(file, "it may not be written by this user.");
                }
                requireWellFormed(update, allowList.source());
                replace(real, update.text());
            }
            return update.mended();
        } catch (IOException e) {
            throw failure(file, "the system says \"" + e.getMessage() + "\".");
        }
    }

    /** A bug of ours must not cost anybody their list. */
    private static void requireWellFormed(AllowListUpdate update, String source) {
        try {
            AllowList.parse(update.text(), source);
        } catch (SanitiserException e) {
            throw new IllegalStateException("the update of a list is no list", e);
        }
    }

    private static void replace(Path target, String text) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + target.getFileName(), ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            keepPermissions(target, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView after = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (before != null && after != null) {
            after.setPermissions(before.readAttributes().permissions());
        }
    }

    private static SanitiserException failure(Path file, String why) {
        return new SanitiserException(FailureKind.ENVIRONMENT, "The allow list " + file + " cannot be updated: " + why);
    }
}
