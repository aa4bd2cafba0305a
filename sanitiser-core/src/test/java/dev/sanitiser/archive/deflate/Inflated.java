package dev.sanitiser.archive.deflate;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the JDK reads out of deflate data. */
final class Inflated {

    /** Takes small steps, so that the inflater has 32 KiB of history and refuses a match from farther away. */
    private static final int STEP = 1000;

    private final byte[] plain;
    private final boolean isFinished;
    private final int leftOver;

    private Inflated(byte[] plain, boolean isFinished, int leftOver) {
        this.plain = plain;
        this.isFinished = isFinished;
        this.leftOver = leftOver;
    }

    byte[] plain() {
        return plain;
    }

    /** Whether the data say that they are complete. */
    boolean isFinished() {
        return isFinished;
    }

    /** How many bytes were not needed. */
    int leftOver() {
        return leftOver;
    }

    static Inflated of(byte[] packed) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(packed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] step = new byte[STEP];
        try {
            int count = inflater.inflate(step);
            while (count > 0) {
                plain.write(step, 0, count);
                count = inflater.inflate(step);
            }
            return new Inflated(plain.toByteArray(), inflater.finished(), inflater.getRemaining());
        } catch (DataFormatException e) {
            throw new AssertionError("the data are damaged behind byte " + plain.size(), e);
        } finally {
            inflater.end();
        }
    }
}
