package dev.sanitiser.bench.jmh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Rows of an imagined table as {@code COPY … TO STDOUT} writes them: ids, words, json, numbers, times, NULLs. */
public final class CopyText {

    private static final String LETTERS = "aeioubcdfglmnprstv";
    private static final int WORDS = 2_000;

    private final SplittableRandom random = new SplittableRandom(42);
    private final String[] words = new String[WORDS];

    private CopyText() {
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 2 + i % 9; length > 0; length--) {
                word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            words[i] = word.toString();
        }
    }

    /** The same rows each time, at least so many bytes of them. */
    public static byte[] ofBytes(int size) {
        CopyText text = new CopyText();
        ByteArrayOutputStream rows = new ByteArrayOutputStream(size + 1_000);
        for (int n = 1; rows.size() < size; n++) {
            rows.writeBytes(text.row(n).getBytes(StandardCharsets.UTF_8));
        }
        return rows.toByteArray();
    }

    private String row(int number) {
        return number + "\t" + random.nextInt(200_000) + "\t" + word() + "." + word() + number + "@example.org\t"
                + (number % 7 == 0 ? "\\N" : word() + " " + word() + " " + word()) + "\t{\"path\": \"/" + word() + "/"
                + random.nextInt(1 << 20) + "\", \"query\": \"" + word() + " " + word() + "\", \"duration_ms\": "
                + random.nextInt(90_000) + "}\t" + random.nextInt(100_000) / 100.0 + "\t2024-0" + (1 + number % 9)
                + "-17 11:" + (10 + number % 50) + ":00+00\tt\n";
    }

    /** Some words are far more frequent than others. */
    private String word() {
        double pick = random.nextDouble();
        return words[(int) (WORDS * pick * pick)];
    }
}
