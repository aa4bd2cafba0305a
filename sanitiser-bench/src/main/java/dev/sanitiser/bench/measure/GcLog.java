package dev.sanitiser.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a JVM logged about its collections and about its heap at the end. */
public final class GcLog {

    /** Such as {@code GC(3) Pause Young (Normal) (G1 Evacuation Pause) 28M->5M(64M) 2.318ms}. */
    private static final Pattern COLLECTION = Pattern.compile("GC\\(\\d+\\) .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Such as {@code garbage-first heap total 65536K, used 13824K [0x…}. */
    private static final Pattern AT_THE_END = Pattern.compile(
            "(?:garbage-first heap|def new generation|tenured generation|PSYoungGen|ParOldGen)\\s+total \\d+K, used (\\d+)K");

    private GcLog() {}

    /** The option that makes a JVM write the log; a path relative to its working folder may hold no comma or space. */
    public static String option(Path file) {
        return "-Xlog:gc,gc+heap+exit:file=" + file;
    }

    /** @return empty if there is no log, or it says nothing of the heap */
    public static Optional<HeapUse> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<HeapUse> parse(List<String> lines) {
        List<MatchResult> collections = matches(lines, COLLECTION).toList();
        long atTheEnd = matches(lines, AT_THE_END)
                .mapToLong(m -> Long.parseLong(m.group(1)) << 10)
                .sum();
        long peak = Math.max(atTheEnd, most(collections, 1));
        return peak == 0 ? Optional.empty() : Optional.of(new HeapUse(peak, most(collections, 2)));
    }

    private static Stream<MatchResult> matches(List<String> lines, Pattern pattern) {
        return lines.stream().flatMap(line -> pattern.matcher(line).results());
    }

    private static long most(List<MatchResult> collections, int group) {
        return collections.stream()
                .mapToLong(m -> Long.parseLong(m.group(group)) << 20)
                .max()
                .orElse(0);
    }
}
