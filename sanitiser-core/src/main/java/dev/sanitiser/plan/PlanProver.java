package dev.sanitiser.plan;

import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * Asks the database for proofs: aggregates only, so no value leaves it. Many proofs share one statement; where that
 * statement fails, its halves are asked, down to the culprits.
 */
final class PlanProver {

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
        ProofStatements.forEach(proofs, statement -> failures.addAll(failures(statement)));
        return failures;
    }

    private List<Failure> failures(ProofStatement statement) {
        List<Proof> proofs = statement.proofs();
        try {
            return failed(proofs, Objects.requireNonNull(session.database().fetchOne(statement.counts())));
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
        List<Failure> failures = new ArrayList<>(failures(ProofStatement.of(proofs.subList(0, half))));
        failures.addAll(failures(ProofStatement.of(proofs.subList(half, proofs.size()))));
        return failures;
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
