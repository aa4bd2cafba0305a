package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Tells from a column's name what its values mean: {@code users.name} holds full names, {@code lng} longitudes.
 *
 * <p>The rules are in the resource {@code semantics.txt}. They look at the last words of the name, so that
 * {@code email_verified} is no e-mail address and {@code address_id} no address. Only where they say nothing does the
 * comment decide; it serves for nothing else and is in no value or message.
 */
public final class Semantics {

    private static final Field<Long> ANY_ORDINAL = DSL.field(DSL.name("n"), SQLDataType.BIGINT);

    private static final int REMEMBERED_TRIALS = 1_024;
    private static final Recent<Trial, Boolean> TRIALS = new Recent<>(REMEMBERED_TRIALS);

    private Semantics() {}

    private record Trial(NamedSpec spec, ColumnType type) {}

    /**
     * The generators whose values look like those of a column, the best first.
     *
     * <p>Each makes values that fit the type, but perhaps fewer different ones than a unique column needs: ask
     * {@link Generators#fake(String, java.util.Map, FakeRequest, Field)} with each in turn and keep the first fake that
     * satisfies the column's constraints.
     *
     * @param tableName says what a bare {@code name}, {@code title} or {@code code} belongs to
     * @return empty where neither name nor comment says anything that the type can hold
     */
    public static List<NamedSpec> of(String columnName, Optional<String> comment, ColumnType type, String tableName) {
        SemanticRules rules = SemanticRules.standard();
        List<NamedSpec> byName = fitting(rules.ofName(columnName, tableName), type);
        return byName.isEmpty()
                ? comment.map(text -> fitting(rules.ofComment(text), type)).orElse(List.of())
                : byName;
    }

    /**
     * What a name says whatever the column's type is.
     *
     * @return the names of the generators of the best rule; empty where no rule knows the name
     */
    public static List<String> meanings(String columnName, String tableName) {
        return generators(SemanticRules.standard().ofName(columnName, tableName));
    }

    /** What a comment says, as {@link #meanings(String, String)} tells of a name. */
    public static List<String> meaningsOfComment(String comment) {
        return generators(SemanticRules.standard().ofComment(comment));
    }

    private static List<String> generators(List<NamedSpec> specs) {
        return specs.stream().map(NamedSpec::generator).toList();
    }

    private static List<NamedSpec> fitting(List<NamedSpec> specs, ColumnType type) {
        return specs.stream()
                .filter(spec -> TRIALS.get(new Trial(spec, type), () -> fits(spec, type)))
                .toList();
    }

    private static boolean fits(NamedSpec spec, ColumnType type) {
        FakeRequest request = new FakeRequest(type, false, 0, 0);
        return Generators.standard().fake(spec.generator(), spec.parameters(), request, ANY_ORDINAL)
                instanceof Outcome.Fits;
    }
}
