package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.Column;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.SQLDataType;

/**
 * What generators can see of a table: its kept columns under their own names, the ordinal and ranks of the row, and for
 * each treated column whether it is NULL, or the keyed number of its value, or the kept paths of its document. All but
 * the first take names that no kept column has.
 */
final class TableScope {

    private static final Name ALIAS = name("s");

    private final Set<String> keptNames;

    TableScope(List<Column> keptColumns) {
        keptNames = keptColumns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    }

    Name alias() {
        return ALIAS;
    }

    /** The number of the row within its table's copy, from 1. */
    Field<Long> ordinal() {
        return field(ALIAS.append(ordinalName()), SQLDataType.BIGINT);
    }

    String ordinalName() {
        return free("n");
    }

    /** The number of the row by some rank, from 1. */
    Field<Long> rank(int number) {
        return field(ALIAS.append(rankName(number)), SQLDataType.BIGINT);
    }

    String rankName(int number) {
        return free("rank_" + number);
    }

    Field<Object> kept(Column column) {
        return field(ALIAS.append(column.name()));
    }

    Field<Boolean> isNull(Column column) {
        return field(ALIAS.append(isNullName(column)), SQLDataType.BOOLEAN);
    }

    String isNullName(Column column) {
        return free("null_" + column.number());
    }

    /** What a pseudonym is made of; NULL where the value is. */
    Field<Long> pseudonymNumber(Column column) {
        return field(ALIAS.append(pseudonymNumberName(column)), SQLDataType.BIGINT);
    }

    String pseudonymNumberName(Column column) {
        return free("number_" + column.number());
    }

    /** What the copy holds of a document, as the text of a {@code jsonb}. */
    Field<String> document(Column column) {
        return field(ALIAS.append(documentName(column)), SQLDataType.CLOB);
    }

    String documentName(Column column) {
        return free("document_" + column.number());
    }

    private String free(String wanted) {
        String name = wanted;
        while (keptNames.contains(name)) {
            name += "_";
        }
        return name;
    }
}
