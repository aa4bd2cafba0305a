package dev.sanitiser.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Collects the format's bytes, integers, texts and offsets. */
final class FormatOutput {

    /** Bytes of an encoded integer: sign and four bytes of magnitude. */
    static final int INT_LENGTH = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FormatOutput putByte(int value) {
        bytes.write(value);
        return this;
    }

    FormatOutput putBytes(byte... values) {
        bytes.writeBytes(values);
        return this;
    }

    FormatOutput putInt(int value) {
        bytes.writeBytes(encodeInt(value));
        return this;
    }

    FormatOutput putFlag(boolean value) {
        return putInt(value ? 1 : 0);
    }

    FormatOutput putPosition(long value) {
        return putBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    FormatOutput putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return putInt(encoded.length).putBytes(encoded);
    }

    FormatOutput putText(Optional<String> text) {
        return text.map(this::putText).orElseGet(() -> putInt(-1));
    }

    FormatOutput putDecimal(long value) {
        return putText(Long.toString(value));
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    static byte[] encodeInt(int value) {
        return ByteBuffer.allocate(INT_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (value < 0 ? 1 : 0))
                .putInt(Math.abs(value))
                .array();
    }
}
