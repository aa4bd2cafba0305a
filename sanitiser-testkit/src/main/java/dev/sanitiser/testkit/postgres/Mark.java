package dev.sanitiser.testkit.postgres;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells this JVM's databases from all others: a random key, which stands in their names and is the key of the
 * advisory lock that the JVM holds while it lives.
 */
record Mark(long key, AtomicInteger counter) {

    static final String COMMENT =
            "Made by Sanitiser's test kit for a test run; dropped at its end, or by the next run if it was killed.";

    private static final Pattern NAME = Pattern.compile("sanitiser_test_([0-9a-f]{16})_\\d+");

    static Mark random() {
        return new Mark(ThreadLocalRandom.current().nextLong(), new AtomicInteger());
    }

    String nextName() {
        return String.format(Locale.ROOT, "sanitiser_test_%016x_%d", key, counter.incrementAndGet());
    }

    /** The key of the run that made a database of this name; empty for the databases of others. */
    static OptionalLong keyOf(String databaseName) {
        Matcher matcher = NAME.matcher(databaseName);
        return matcher.matches() ? OptionalLong.of(Long.parseUnsignedLong(matcher.group(1), 16)) : OptionalLong.empty();
    }
}
