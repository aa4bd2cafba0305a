package dev.sanitiser.allowlist;

import dev.sanitiser.allowlist.TableEntry.Faked;
import dev.sanitiser.allowlist.TableEntry.Form;
import dev.sanitiser.allowlist.TableEntry.Kept;
import dev.sanitiser.allowlist.TableEntry.Rows;
import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entry of one table, in its short or its long form. */
final class TableReader {

    private static final List<String> KNOWN = List.of("rows", "keep", "fake");
    private static final List<String> ROWS = List.of("all", "none");

    private final Problems problems;
    private final FakeSpecReader fakeSpecReader;

    TableReader(Problems problems) {
        this.problems = problems;
        this.fakeSpecReader = new FakeSpecReader(problems);
    }

    /** @return empty, and a problem, if the key names no table */
    Optional<TableEntry> read(Json.Member member) {
        Columns columns = new Columns(member.name());
        Rows rows = Rows.ALL;
        Form form = member.value() instanceof Json.Items ? Form.SHORT : Form.LONG;
        if (member.value() instanceof Json.Items list) {
            columns.keep(list);
        } else if (member.value() instanceof Json.Members object) {
            rows = readLongForm(object, columns);
        } else {
            problems.at(
                    member.value().location(),
                    Quoted.json(member.name()) + " needs a list of the columns to keep, or an object with \"rows\","
                            + " \"keep\" or \"fake\"; found " + member.value().description());
        }
        Rows selected = rows;
        return name(member)
                .map(name -> new TableEntry(name, member.location(), form, selected, columns.keep, columns.fake));
    }

    private Optional<QualifiedName> name(Json.Member member) {
        try {
            return Optional.of(TableKey.parse(member.name()));
        } catch (IllegalArgumentException e) {
            problems.at(member.location(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Rows readLongForm(Json.Members object, Columns columns) {
        KnownMembers members = new KnownMembers(object, KNOWN, "key", problems);
        Rows rows = members.value("rows")
                .flatMap(new WordReader("rows", ROWS, problems)::read)
                .map(word -> word.equals("none") ? Rows.NONE : Rows.ALL)
                .orElse(Rows.ALL);
        if (rows == Rows.NONE) {
            members.get("keep").ifPresent(this::reportWithoutRows);
            members.get("fake").ifPresent(this::reportWithoutRows);
        }
        members.value("keep").ifPresent(columns::keep);
        members.value("fake").ifPresent(columns::fake);
        return rows;
    }

    private void reportWithoutRows(Json.Member member) {
        problems.at(
                member.location(),
                Quoted.json(member.name()) + " has no meaning beside \"rows\": \"none\"; remove one of the two");
    }

    /** Gathers the columns of one table, each once. */
    private final class Columns {
        private final String table;
        private final Map<String, String> classified = new HashMap<>();
        private final List<Kept> keep = new ArrayList<>();
        private final List<Faked> fake = new ArrayList<>();

        Columns(String table) {
            this.table = table;
        }

        void keep(Json json) {
            if (!(json instanceof Json.Items list)) {
                problems.at(json.location(), "\"keep\" needs a list of columns; found " + json.description());
                return;
            }
            for (Json item : list.items()) {
                if (!(item instanceof Json.Text text)) {
                    problems.at(item.location(), "expected the name of a column; found " + item.description());
                } else if (isNew(text.value(), text.location(), "kept")) {
                    keep.add(new Kept(text.value(), text.location()));
                }
            }
        }

        void fake(Json json) {
            if (!(json instanceof Json.Members object)) {
                problems.at(
                        json.location(), "\"fake\" needs an object, column → generator; found " + json.description());
                return;
            }
            for (Json.Member member : object.members()) {
                Optional<FakeSpec> spec = fakeSpecReader.read(member.value());
                if (isNew(member.name(), member.location(), "faked") && spec.isPresent()) {
                    Location specLocation = member.value().location();
                    fake.add(new Faked(member.name(), member.location(), spec.get(), specLocation));
                }
            }
        }

        private boolean isNew(String column, Location location, String treatment) {
            if (column.isEmpty()) {
                problems.at(location, "the name of a column is empty");
                return false;
            }
            String before = classified.putIfAbsent(column, treatment + ", at " + location);
            if (before != null) {
                problems.at(
                        location,
                        "column " + Quoted.json(column) + " of " + Quoted.json(table) + " is already " + before
                                + "; remove one of the two");
            }
            return before == null;
        }
    }
}
