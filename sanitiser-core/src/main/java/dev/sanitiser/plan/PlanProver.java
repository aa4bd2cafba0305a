package dev.sanitiser.plan;

import static org.jooq.impl.DSL.raw;

import dev.sanitiser.fake.SharedConstants;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Asks the database for proofs: aggregates only, so no value leaves it. Many proofs share one statement; where that
 * statement fails, its halves are asked, down to the culprits.
 *
 * <p>Plain SQL: the text of each proof, as jOOQ has rendered it, goes in verbatim.
 */
@Allow.PlainSQL
final class PlanProver {

    private static final int PROOFS_IN_ONE_STATEMENT = 50;

    private final Session session;

    private final Savepoint savepoint;

    /** @param session holds the key that rows will be copied with, and reads in physical order from now on */
    PlanProver(Session session) {
        this.session = session;
        session.readInPhysicalOrder();
        this.savepoint = setSavepoint(session);
    }

    /**
     * A proof that failed.
     *
     * @param problem the proof's own, perhaps with what PostgreSQL said
     */
    record Failure(Proof proof, String problem) {}

    /** Those of the proofs that failed, in their order. */
    List<Failure> failures(List<Proof> proofs) {
        List<Failure> failures = new ArrayList<>();
        for (int from = 0; from < proofs.size(); from += PROOFS_IN_ONE_STATEMENT) {
            failures.addAll(batch(proofs.subList(from, Math.min(proofs.size(), from + PROOFS_IN_ONE_STATEMENT))));
        }
        return failures;
    }

    private List<Failure> batch(List<Proof> proofs) {
        try {
            return failed(proofs, counts(proofs));
        } catch (DataAccessException e) {
            rollback(e);
            return proofs.size() == 1
                    ? List.of(new Failure(
                            proofs.get(0), proofs.get(0).problem() + " (PostgreSQL: " + SqlFailures.describe(e) + ")"))
                    : halves(proofs);
        }
    }

    private List<Failure> halves(List<Proof> proofs) {
        int half = proofs.size() / 2;
        List<Failure> failures = new ArrayList<>(batch(proofs.subList(0, half)));
        failures.addAll(batch(proofs.subList(half, proofs.size())));
        return failures;
    }

    private Record counts(List<Proof> proofs) {
        SharedConstants constants = new SharedConstants();
        List<Field<BigDecimal>> fields = proofs.stream()
                .map(p -> DSL.field(raw(constants.render(session.database(), counted(p))), SQLDataType.NUMERIC))
                .toList();
        return Objects.requireNonNull(
                session.database().with(constants.definitions()).select(fields).fetchOne());
    }

    private static Field<BigDecimal> counted(Proof proof) {
        Table<?> rows = proof.rows();
        return DSL.select(proof.count().cast(SQLDataType.NUMERIC)).from(rows).asField();
    }

    private static List<Failure> failed(List<Proof> proofs, Record counts) {
        return IntStream.range(0, proofs.size())
                .filter(i ->
                        exceeds(counts.get(i, BigInteger.class), proofs.get(i).atMost()))
                .mapToObj(i -> new Failure(proofs.get(i), proofs.get(i).problem()))
                .toList();
    }

    private static boolean exceeds(BigInteger count, BigInteger limit) {
        return count.compareTo(limit) > 0;
    }

    private static Savepoint setSavepoint(Session session) {
        try {
            return session.connection().setSavepoint();
        } catch (SQLException e) {
            throw SqlFailures.environment("set a savepoint", e);
        }
    }

    /** A lost connection, a cancelled statement or a missing privilege is no finding about the plan. */
    private void rollback(DataAccessException cause) {
        String state = SqlFailures.sqlState(cause).orElse("");
        if (state.startsWith("08") || state.startsWith("57") || SqlFailures.lacksPrivilege(cause)) {
            throw SqlFailures.environment("prove the plan", cause);
        }
        try {
            session.connection().rollback(savepoint);
        } catch (SQLException e) {
            throw SqlFailures.environment("prove the plan", e);
        }
    }
}
