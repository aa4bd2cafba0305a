package dev.sanitiser.allowlist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gets from a file to text. */
final class AllowListFile {

    /** A list of ten thousand tables is smaller; a dump that somebody passed by mistake is not. */
    private static final int LARGEST_IN_BYTES = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AllowListFile() {}

    /** @return no bytes, and a problem, if the file cannot be read */
    static byte[] bytes(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.inFile("is a directory; expected a JSON file");
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_IN_BYTES + 1);
            if (bytes.length > LARGEST_IN_BYTES) {
                problems.inFile("is larger than 16 MiB; expected an allow list");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            problems.inFile("does not exist" + (file.isAbsolute() ? "" : "; looked for " + file.toAbsolutePath()));
        } catch (AccessDeniedException e) {
            problems.inFile("may not be read by this user");
        } catch (IOException e) {
            problems.inFile("cannot be read: the system says \"" + e.getMessage() + "\"");
        }
        return new byte[0];
    }

    /** @return the text without its byte order mark; cut, and a problem, where the bytes stop being UTF-8 */
    static String text(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String text = withoutByteOrderMark(decoded.flip().toString());
        if (result.isError()) {
            problems.at(endOf(text), "is not UTF-8 from here on; save the file as UTF-8");
        }
        return text;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Location endOf(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Location(line, text.length() - text.lastIndexOf('\n'));
    }
}
