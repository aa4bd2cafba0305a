package dev.sanitiser.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes a draft as people write allow lists: a table a line where it fits, otherwise its columns on lines of their
 * own.
 */
final class DraftText {

    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder("{\n  \"$schema\": \"docs/allow-list.schema.json\"");

    private DraftText() {}

    static String shortForm(AllowListDraft draft) {
        DraftText text = new DraftText();
        text.addTables(
                draft,
                table -> table.proposedAs(Proposal.PSEUDONYM).isEmpty()
                        ? list("  ", string(table.name().toString()) + ": ", kept(table))
                        : entry(table, Set.of(Proposal.PSEUDONYM)));
        return text.end();
    }

    static String longForm(AllowListDraft draft) {
        DraftText text = new DraftText();
        text.addTables(draft, table -> entry(table, Set.of(Proposal.PSEUDONYM, Proposal.FAKE)));
        return text.end();
    }

    private void addTables(AllowListDraft draft, Function<DraftTable, String> entry) {
        Optional<String> schema = Optional.empty();
        for (DraftTable table : draft.tables()) {
            boolean isNewSchema = !Optional.of(table.name().schema()).equals(schema);
            schema = Optional.of(table.name().schema());
            text.append(isNewSchema ? ",\n\n" : ",\n").append(entry.apply(table));
        }
    }

    private String end() {
        return text.append("\n}\n").toString();
    }

    private static String entry(DraftTable table, Set<Proposal> namedUnderFake) {
        List<String> faked = table.columns().stream()
                .filter(c ->
                        namedUnderFake.contains(c.proposal()) && c.verdict().kind() != Kind.COMPUTED)
                .map(c ->
                        string(c.column().name()) + (c.proposal() == Proposal.FAKE ? ": \"auto\"" : ": \"pseudonym\""))
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add(list("    ", "\"keep\": ", kept(table)));
        if (!faked.isEmpty()) {
            parts.add(wrapped("    ", "\"fake\": { ", faked, " }"));
        }
        return "  " + string(table.name().toString()) + ": {\n" + String.join(",\n", parts) + "\n  }";
    }

    private static String list(String indent, String key, List<String> items) {
        return wrapped(indent, key + "[", items, "]");
    }

    private static String wrapped(String indent, String start, List<String> items, String end) {
        String line = indent + start + String.join(", ", items) + end;
        if (line.length() < WIDTH) {
            return line;
        }
        StringBuilder lines = new StringBuilder((indent + start).stripTrailing()).append('\n');
        StringBuilder current = new StringBuilder(indent + " ");
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i < items.size() - 1 ? "," : "");
            if (current.length() > indent.length() + 1 && current.length() + item.length() + 1 > WIDTH) {
                lines.append(current).append('\n');
                current = new StringBuilder(indent + " ");
            }
            current.append(' ').append(item);
        }
        return lines.append(current)
                .append('\n')
                .append(indent)
                .append(end.strip())
                .toString();
    }

    private static List<String> kept(DraftTable table) {
        return table.proposedAs(Proposal.KEEP).stream()
                .map(c -> string(c.column().name()))
                .toList();
    }

    private static String string(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
