package dev.sanitiser.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a page says, whatever it is about.
 *
 * @param kind what the page is, in two or three words
 * @param introduction one or two sentences below the heading
 * @param facts where it comes from
 * @param figures the first to be read
 * @param notes complete sentences
 * @param valueHeading what {@link ReviewColumn#value()} tells
 * @param tables in name order
 * @param run present once something was done
 */
record Review(
        String kind,
        String introduction,
        List<Fact> facts,
        List<Figure> figures,
        List<String> notes,
        String valueHeading,
        List<ReviewTable> tables,
        Optional<RunAccount> run) {
    Review {
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** The tables by schema, both in name order. */
    Map<String, List<ReviewTable>> schemas() {
        return tables.stream()
                .collect(Collectors.groupingBy(t -> t.name().schema(), TreeMap::new, Collectors.toList()));
    }

    long concerns() {
        return tables.stream().mapToLong(ReviewTable::concerns).sum();
    }

    /** @param values what belongs to the name, each on a line of its own */
    record Fact(String name, List<String> values) {
        Fact {
            values = List.copyOf(values);
        }

        Fact(String name, String value) {
            this(name, List.of(value));
        }
    }

    /** A number and what it counts. */
    record Figure(String value, String meaning) {}
}
