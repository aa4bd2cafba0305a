package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the format's bytes, integers, texts and offsets, and trusts none of them. */
final class FormatInput {

    /** Far above any statement, and small enough that a wrong length cannot exhaust memory. */
    private static final int LONGEST_TEXT = 16 << 20;

    private static final int INT_SIZE = 4;

    private final InputStream in;
    private long position;

    FormatInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been read. */
    long position() {
        return position;
    }

    int readByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw endOfInput();
        }
        position++;
        return value;
    }

    byte[] readBytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw endOfInput();
        }
        position += count;
        return bytes;
    }

    int readInt() throws IOException {
        int sign = readByte();
        int magnitude = littleEndian(INT_SIZE).getInt();
        boolean negativeZero = sign == 1 && magnitude == 0;
        if (sign > 1 || magnitude < 0 || negativeZero) {
            throw new CorruptArchiveException("it holds a malformed number");
        }
        return sign == 0 ? magnitude : -magnitude;
    }

    int readNonNegativeInt() throws IOException {
        int value = readInt();
        if (value < 0) {
            throw new CorruptArchiveException("it holds a negative number where none can be");
        }
        return value;
    }

    boolean readFlag() throws IOException {
        int value = readInt();
        if (value != 0 && value != 1) {
            throw new CorruptArchiveException("it holds a malformed flag");
        }
        return value == 1;
    }

    long readPosition() throws IOException {
        long value = littleEndian(Long.BYTES).getLong();
        if (value < 0) {
            throw new CorruptArchiveException("it holds a malformed position");
        }
        return value;
    }

    Optional<String> readText() throws IOException {
        int length = readInt();
        if (length < -1 || length > LONGEST_TEXT) {
            throw new CorruptArchiveException("it holds a text of an impossible length");
        }
        return length < 0 ? Optional.empty() : Optional.of(decode(readBytes(length)));
    }

    String readRequiredText() throws IOException {
        return readText().orElseThrow(() -> new CorruptArchiveException("it lacks a text that every archive has"));
    }

    long readDecimal() throws IOException {
        return parseDecimal(readRequiredText());
    }

    static long parseDecimal(String digits) throws CorruptArchiveException {
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new CorruptArchiveException("it holds a malformed decimal number");
        }
        return Long.parseLong(digits);
    }

    private ByteBuffer littleEndian(int size) throws IOException {
        return ByteBuffer.wrap(readBytes(size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String decode(byte[] bytes) throws CorruptArchiveException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CorruptArchiveException("its texts are not UTF-8; make it with pg_dump -E UTF8");
        }
    }

    private static CorruptArchiveException endOfInput() {
        return new CorruptArchiveException("it ends too early");
    }
}
