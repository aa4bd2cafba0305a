package dev.sanitiser.allowlist;

import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a whole list and reports everything that is wrong with it at once. */
final class AllowListReader {

    static final String NEVER_EMPTY =
            "An empty allow list never means \"nothing to hide\": list at least one table, for example"
                    + " {\"users\": [\"id\"]}";

    private static final String HEADLINE = "The allow list cannot be read";
    private static final String OPTIONS = "$options";
    private static final String SCHEMA = "$schema";

    private final Problems problems;
    private final TableReader tableReader;
    private final Map<String, Location> listedKeys = new HashMap<>();
    private final Map<QualifiedName, TableEntry> listedTables = new HashMap<>();
    private final List<TableEntry> tables = new ArrayList<>();
    private AllowListOptions options = AllowListOptions.defaults();

    private AllowListReader(Problems problems) {
        this.problems = problems;
        this.tableReader = new TableReader(problems);
    }

    static AllowList read(String source, Function<Problems, byte[]> content) {
        Problems problems = new Problems(source);
        Optional<AllowList> list = read(content, problems);
        problems.throwIfAny(HEADLINE);
        return list.orElseThrow();
    }

    static ReadAllowList examine(String source, Function<Problems, byte[]> content) {
        Problems problems = new Problems(source);
        return read(content, problems)
                .<ReadAllowList>map(ReadAllowList.WellFormed::new)
                .orElseGet(() -> new ReadAllowList.Unreadable(source, problems.all()));
    }

    /** @return empty, and problems, if it is no list */
    private static Optional<AllowList> read(Function<Problems, byte[]> content, Problems problems) {
        byte[] bytes = content.apply(problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        String text = AllowListFile.text(bytes, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        AllowListReader reader = new AllowListReader(problems);
        JsonReader.read(text, problems).ifPresent(reader::readList);
        return problems.isEmpty()
                ? Optional.of(
                        new AllowList(problems.source(), AllowListFile.sha256(bytes), reader.options, reader.tables))
                : Optional.empty();
    }

    private void readList(Json json) {
        if (!(json instanceof Json.Members list)) {
            problems.at(json.location(), "expected an object, table → kept columns; found " + json.description());
            return;
        }
        list.members().forEach(this::readMember);
        if (list.members().stream().allMatch(AllowListReader::isDirective)) {
            problems.at(list.location(), "lists no table. " + NEVER_EMPTY);
        }
    }

    private void readMember(Json.Member member) {
        if (isRepeated(member)) {
            return;
        }
        if (!isDirective(member)) {
            readTable(member);
        } else if (member.name().equals(OPTIONS)) {
            options = new OptionsReader(problems).read(member.value());
        } else if (!member.name().equals(SCHEMA)) {
            problems.at(member.location(), unknownDirective(member.name()));
        }
    }

    private boolean isRepeated(Json.Member member) {
        Location first = listedKeys.putIfAbsent(member.name(), member.location());
        if (first != null) {
            problems.at(member.location(), repeated(Quoted.json(member.name()), first));
        }
        return first != null;
    }

    private void readTable(Json.Member member) {
        Optional<TableEntry> read = tableReader.read(member);
        read.ifPresent(entry -> {
            TableEntry first = listedTables.putIfAbsent(entry.name(), entry);
            if (first == null) {
                tables.add(entry);
            } else {
                String both = Quoted.json(member.name()) + " is the same table as " + Quoted.json(spelling(first))
                        + ", which";
                problems.at(member.location(), repeated(both, first.location()));
            }
        });
    }

    /** The key as the file has it; several spellings mean one table. */
    private String spelling(TableEntry entry) {
        return listedKeys.entrySet().stream()
                .filter(key -> key.getValue().equals(entry.location()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String repeated(String what, Location first) {
        return what + " is listed already, at " + first + "; make one entry of the two";
    }

    private static boolean isDirective(Json.Member member) {
        return member.name().startsWith("$");
    }

    private static String unknownDirective(String name) {
        String quotedName = "\"" + name.replace("\"", "\"\"") + "\"";
        return "unknown key " + Quoted.json(name)
                + NearestName.of(name, List.of(OPTIONS, SCHEMA))
                        .map(NearestName::hint)
                        .orElse("; a table of this name is written " + Quoted.json(quotedName));
    }
}
