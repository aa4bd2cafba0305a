package dev.sanitiser.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Reduces a driver's error to what cannot hold a cell value. The server's message is passed on only for the SQLSTATE
 * classes whose messages quote names alone; otherwise SQLSTATE, constraint and table must do.
 */
public final class SqlFailures {

    /**
     * Connection, authorisation, databases, resources, shutdown: PostgreSQL manual, appendix A. Names of other objects
     * are not among them: a cast to {@code regclass} takes a value for one.
     */
    private static final Set<String> CLASSES_WITHOUT_VALUES = Set.of("08", "28", "3D", "53", "55", "57", "58");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String INVALID_PARAMETER_VALUE = "22023";

    private static final Set<String> STATES_WITHOUT_VALUES = Set.of(INSUFFICIENT_PRIVILEGE, "25006", "40P01", "0A000");

    private SqlFailures() {}

    /** @param doing completes "Could not …", for example {@code read the catalog} */
    public static SanitiserException environment(String doing, Exception failure) {
        return new SanitiserException(FailureKind.ENVIRONMENT, "Could not " + doing + ": " + describe(failure));
    }

    /** Why a session cannot act as a role. */
    static SanitiserException ofRole(String connected, String role, DataAccessException failure) {
        String state = sqlState(failure).orElse("");
        if (state.equals(INVALID_PARAMETER_VALUE)) {
            return noSuchRole(role);
        }
        return state.equals(INSUFFICIENT_PRIVILEGE)
                ? new SanitiserException(
                        FailureKind.ENVIRONMENT,
                        "The role " + connected + " may not read rows as " + role
                                + ", of which it is no member. Ask for: GRANT " + Database.quoted(role) + " TO "
                                + Database.quoted(connected) + ";")
                : environment("act as the role " + role, failure);
    }

    static SanitiserException noSuchRole(String role) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "There is no role " + role + " to read rows as. Create it, or name another one with --read-as.");
    }

    /** Whether PostgreSQL itself, and no function of the database, said that a privilege is missing. */
    public static boolean lacksPrivilege(DataAccessException failure) {
        return sqlException(failure)
                .filter(f -> INSUFFICIENT_PRIVILEGE.equals(f.getSQLState()) && !isRaisedByFunction(f))
                .isPresent();
    }

    /** SQLSTATE with the message where that is safe, else with the constraint and the table; never a value. */
    public static String describe(Exception failure) {
        return sqlException(failure)
                .map(SqlFailures::describeSql)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    public static Optional<String> sqlState(Exception failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlException(Exception failure) {
        if (failure instanceof DataAccessException access) {
            return Optional.ofNullable(access.getCause(SQLException.class)).map(SqlFailures::ofTheServer);
        }
        return failure instanceof SQLException sql ? Optional.of(ofTheServer(sql)) : Optional.empty();
    }

    /** The driver wraps what goes wrong in a batch and quotes the whole statement. */
    private static SQLException ofTheServer(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getCause() instanceof SQLException cause
                ? cause
                : failure;
    }

    private static String describeSql(SQLException failure) {
        String state = failure.getSQLState() == null ? "unknown SQLSTATE" : "SQLSTATE " + failure.getSQLState();
        if (isRaisedByFunction(failure)) {
            return "a function of the database raised an error (" + state + ")";
        }
        if (hasNoValues(failure)) {
            return message(failure) + " (" + state + ")";
        }
        return "the server refused it (" + state + place(failure) + ")";
    }

    /** RAISE takes any SQLSTATE, and any text for the message and for each name. */
    private static boolean isRaisedByFunction(SQLException failure) {
        return failure instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && "exec_stmt_raise".equals(postgres.getServerErrorMessage().getRoutine());
    }

    private static boolean hasNoValues(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && (CLASSES_WITHOUT_VALUES.contains(state.substring(0, 2)) || STATES_WITHOUT_VALUES.contains(state));
    }

    private static String message(SQLException failure) {
        if (failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            String message = postgres.getServerErrorMessage().getMessage();
            return message == null ? "no message" : message;
        }
        String message = failure.getMessage();
        return message == null ? "no message" : message;
    }

    private static String place(SQLException failure) {
        if (!(failure instanceof PSQLException postgres) || postgres.getServerErrorMessage() == null) {
            return "";
        }
        ServerErrorMessage error = postgres.getServerErrorMessage();
        StringBuilder place = new StringBuilder();
        append(place, "schema", error.getSchema());
        append(place, "table", error.getTable());
        append(place, "column", error.getColumn());
        append(place, "type", error.getDatatype());
        append(place, "constraint", error.getConstraint());
        return place.toString();
    }

    private static void append(StringBuilder place, String kind, @Nullable String name) {
        if (name != null) {
            place.append(", ").append(kind).append(' ').append(name);
        }
    }
}
