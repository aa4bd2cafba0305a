package dev.sanitiser.plan;

import static org.jooq.impl.DSL.raw;

import dev.sanitiser.fake.SharedConstants;
import dev.sanitiser.postgres.Database;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statement that asks for several proofs at once.
 *
 * <p>Plain SQL: the text of each proof, as jOOQ has rendered it, goes in verbatim.
 *
 * @param counts one for each of the proofs, in their order
 */
@Allow.PlainSQL
record ProofStatement(List<Proof> proofs, Select<?> counts) {

    static ProofStatement of(List<Proof> proofs) {
        DSLContext database = Database.withoutConnection();
        SharedConstants constants = new SharedConstants();
        List<Field<BigDecimal>> fields = proofs.stream()
                .map(p -> DSL.field(raw(constants.render(database, counted(p))), SQLDataType.NUMERIC))
                .toList();
        return new ProofStatement(proofs, DSL.with(constants.definitions()).select(fields));
    }

    private static Field<BigDecimal> counted(Proof proof) {
        Table<?> rows = proof.rows();
        return DSL.select(proof.count().cast(SQLDataType.NUMERIC)).from(rows).asField();
    }
}
