package dev.sanitiser.fake;

import org.jooq.Context;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Constants as {@code jsonb}; where a statement {@linkplain SharedConstants shares} them, a reference to them. */
final class ConstantsField extends CustomField<JSONB> {

    private static final long serialVersionUID = 1L;

    private final JSONB constants;
    private final Field<JSONB> inlined;

    ConstantsField(JSONB constants) {
        super("constants", SQLDataType.JSONB);
        this.constants = constants;
        this.inlined = DSL.inline(constants);
    }

    @Override
    public void accept(Context<?> context) {
        context.visit(
                context.data(SharedConstants.class) instanceof SharedConstants shared
                        ? shared.sharedOrInlined(constants.data(), inlined)
                        : inlined);
    }
}
