package dev.sanitiser.archive.deflate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Rows of invented tables as COPY writes them. */
enum CopyTexts {
    PEOPLE {
        @Override
        String row(int id, Random random) {
            String name = word(random, 5);
            String family = word(random, 8);
            return format(
                    "%d\t%s.%s%d@mail.example\t%s %s\t+44 1372 %06d\t%d %s street\t19%02d-%02d-%02d\t\\N\tt",
                    id,
                    name,
                    family,
                    id,
                    name,
                    family,
                    random.nextInt(1_000_000),
                    random.nextInt(200),
                    word(random, 7),
                    random.nextInt(100),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28));
        }
    },
    ORDERS {
        @Override
        String row(int id, Random random) {
            String[] states = {"new", "paid", "sent", "returned"};
            return format(
                    "%d\t%d\t%s\t%d.%02d\tEUR\t{%d,%d,%d}\t2023-%02d-%02d 1%d:%02d:%02d+00\t\\N",
                    id,
                    random.nextInt(200_000),
                    states[random.nextInt(4)],
                    random.nextInt(10_000),
                    random.nextInt(100),
                    random.nextInt(999),
                    random.nextInt(99),
                    random.nextInt(9),
                    1 + id / 700 % 12,
                    1 + id / 25 % 28,
                    random.nextInt(10),
                    random.nextInt(60),
                    random.nextInt(60));
        }
    },
    EVENTS {
        @Override
        String row(int id, Random random) {
            return format(
                    "%d\t%s\t10.%d.%d.%d\t{\"path\": \"/%s/%d\", \"query\": \"%s %s\", \"position\": {\"x\": %d, \"y\": %d}}",
                    id,
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(256),
                    random.nextInt(256),
                    random.nextInt(256),
                    word(random, 5),
                    random.nextInt(1_000_000),
                    word(random, 9),
                    word(random, 6),
                    random.nextInt(2000),
                    random.nextInt(1000));
        }
    },
    MEASUREMENTS {
        @Override
        String row(int id, Random random) {
            return format(
                    "%d\t%.12f\t%d\t%.3f\tf\t%d\t%.6f",
                    id, random.nextGaussian() * 100, id * 7L, id / 13.0, random.nextInt(100_000), random.nextDouble());
        }
    },
    PROSE {
        @Override
        String row(int id, Random random) {
            StringBuilder text = new StringBuilder();
            Random dictionary = new Random(1);
            String[] words = new String[4000];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(dictionary, 1 + dictionary.nextInt(10));
            }
            for (int i = 0; i < 200; i++) {
                text.append(' ').append(words[(int) (words.length * Math.pow(random.nextDouble(), 4))]);
            }
            return id + "\t" + text;
        }
    };

    private static final String LETTERS = "eeeeeettttaaaaooooiiinnnnsssshhhrrrddlllccuummwwffggyyppbbvkjxqz";

    abstract String row(int id, Random random);

    byte[] ofSize(int size) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int id = 1; text.length() < size; id++) {
            text.append(row(id, random)).append('\n');
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
