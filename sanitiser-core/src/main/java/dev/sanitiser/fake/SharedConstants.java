package dev.sanitiser.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record1;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The long lists of constants of one statement. A statement of many fakes would repeat each of them as often as a fake
 * draws from it; here they stand once, in a {@code WITH} clause. Not for use by several threads.
 */
public final class SharedConstants {

    private static final int WORTH_SHARING = 1_000;
    private static final Name COLUMN = DSL.name("constants");

    private final Map<String, Name> names = new LinkedHashMap<>();

    /** The text of a part of the statement, values inlined; its long constants are references from now on. */
    public String render(DSLContext database, QueryPart part) {
        return database.renderInlined(
                CustomQueryPart.of(context -> context.data(SharedConstants.class, this, c -> c.visit(part))));
    }

    /** What the {@code WITH} clause of the statement has to define; empty if no part has long constants. */
    public List<CommonTableExpression<Record1<JSONB>>> definitions() {
        return names.entrySet().stream()
                .map(e -> e.getValue().fields(COLUMN).as(DSL.select(DSL.inline(JSONB.valueOf(e.getKey())))))
                .toList();
    }

    Field<JSONB> sharedOrInlined(String constants, Field<JSONB> inlined) {
        return constants.length() < WORTH_SHARING ? inlined : reference(constants);
    }

    private Field<JSONB> reference(String constants) {
        Name name = names.computeIfAbsent(constants, c -> DSL.name("sanitiser constants " + names.size()));
        return DSL.select(DSL.field(COLUMN, SQLDataType.JSONB))
                .from(DSL.table(name))
                .asField();
    }
}
