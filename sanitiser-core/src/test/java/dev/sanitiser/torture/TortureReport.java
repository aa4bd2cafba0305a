package dev.sanitiser.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sums up what became of the cases. */
final class TortureReport {

    private static final Path FOLDER = Path.of("target");

    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<Long>> refusals = new TreeMap<>();
    private int restored;
    private int refused;

    void add(TortureCase done) throws IOException {
        switch (done.outcome().kind()) {
            case RESTORED -> restored++;
            case REFUSED -> addRefused(done);
            case FAILED -> addFailed(done, done.outcome().problems().get(0));
        }
    }

    private void addRefused(TortureCase done) throws IOException {
        refused++;
        if (Boolean.getBoolean("sanitiser.torture.refusals")) {
            write(
                    "torture-" + done.seed() + ".sql",
                    replay(done, String.join("\n", done.outcome().problems())));
        }
        done.outcome().problems().stream()
                .map(p -> kind(p, done))
                .distinct()
                .forEach(
                        k -> refusals.computeIfAbsent(k, x -> new ArrayList<>()).add(done.seed()));
    }

    private void addFailed(TortureCase done, String what) throws IOException {
        Path replay = write("torture-" + done.seed() + ".sql", replay(done, what));
        String start = what.lines().limit(12).collect(Collectors.joining("\n"));
        failures.add("seed " + done.seed() + " (" + replay + "): " + start);
    }

    private static String replay(TortureCase done, String what) {
        return "/* seed " + done.seed() + ", " + done.allowList().rule() + "\n" + what.replace("*/", "* /") + "*/\n/*\n"
                + done.allowList().json().replace("*/", "* /") + "\n*/\n"
                + done.database().script();
    }

    /** The problem without what only this database has. */
    private static String kind(String problem, TortureCase done) {
        Map<String, String> names = new HashMap<>();
        for (Table table : done.database().tables()) {
            names.put(table.schema() + "." + table.name(), "?");
            names.put(table.name(), "?");
            names.put(Sql.name(table.schema()) + "." + table.name(), "?");
            table.columns().forEach(c -> names.put(c.name(), "?"));
        }
        String kind = problem.replaceFirst(
                "^.*?(foreign key|unique index|exclusion constraint|CHECK constraint|constraint|domain)? ?(?:\"[^\"]*\"|\\S*):(?= )",
                "$1:");
        List<String> longestFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            kind = kind.replaceAll("(?<![\\w?'])" + Pattern.quote(name) + "(_\\w+)?(?!\\w)", "?");
        }
        return kind.replaceAll("\\([^()]*(\\([^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*\\)[^()]*)*\\)", "(…)")
                .replaceAll("\\?[\\w]*", "?")
                .replaceAll("\\?(([.]|, | and )\\?)+", "?")
                .replaceAll("its type .*?:", "its type ?:")
                .replaceAll("\\d+", "0");
    }

    List<String> failures() {
        return failures;
    }

    /** Also written to a file. */
    String summary() throws IOException {
        String kinds = refusals.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
                .map(e -> "%5d  %s  [%s]".formatted(e.getValue().size(), e.getKey(), seeds(e.getValue())))
                .collect(Collectors.joining("\n"));
        String summary =
                "%d cases: %d restored, %d refused, %d failed%nRefusals by kind (a case may have several):%n%s%n"
                        .formatted(restored + refused + failures.size(), restored, refused, failures.size(), kinds);
        write("torture-refusals.txt", summary);
        return summary;
    }

    private static String seeds(List<Long> seeds) {
        return seeds.stream().limit(3).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Path write(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        return Files.writeString(FOLDER.resolve(name), text).toAbsolutePath();
    }
}
