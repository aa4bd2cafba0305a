package dev.sanitiser.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoreErrorsTest {

    private static final Set<String> NAMES = Set.of("users", "email", "users_email_key", "slug");

    @Test
    void keeps_names_and_drops_what_rows_hold() {
        assertRedacted("""
                pg_restore: error: could not execute query: ERROR:  duplicate key value violates unique constraint "users_email_key"
                DETAIL:  Key (email)=(elif@quillmail.example) already exists.
                CONTEXT:  COPY users, line 3, column email: "elif@quillmail.example"
                """, """
                pg_restore: error: could not execute query: ERROR:  duplicate key value violates unique constraint "users_email_key"
                CONTEXT:  COPY users, line 3, column email
                (1 line that may quote values not shown)""");
    }

    @Test
    void drops_quotes_that_are_no_names() {
        assertRedacted(
                "pg_restore: error: COPY failed for table \"users\": ERROR:  invalid input syntax for type integer: \"Elif\"",
                "pg_restore: error: COPY failed for table \"users\": ERROR:  invalid input syntax for type integer: \"…\"");
    }

    @Test
    void drops_what_a_function_says() {
        assertRedacted("""
                pg_restore: error: COPY failed for table "users": ERROR:  Elif Tregenza is not welcome
                CONTEXT:  PL/pgSQL function public.refuse() line 1 at RAISE
                COPY users, line 1: "1\tElif Tregenza"
                pg_restore: warning: errors ignored on restore: 1
                """, """
                pg_restore: error: COPY failed for table "users": ERROR:  a function of the database failed
                pg_restore: warning: errors ignored on restore: 1
                (2 lines that may quote values not shown)""");
    }

    @Test
    void drops_statements() {
        assertRedacted("""
                pg_restore: while PROCESSING TOC:
                pg_restore: from TOC entry 215; 1259 16388 TABLE users postgres
                pg_restore: error: could not execute query: ERROR:  relation "users" already exists
                Command was: CREATE TABLE public.users (
                    email text DEFAULT 'elif@quillmail.example'
                );
                """, """
                pg_restore: while PROCESSING TOC:
                pg_restore: from TOC entry 215; 1259 16388 TABLE users postgres
                pg_restore: error: could not execute query: ERROR:  relation "users" already exists
                (3 lines that may quote values not shown)""");
    }

    private static void assertRedacted(String errors, String shown) {
        assertThat(RestoreErrors.redacted(errors, NAMES)).isEqualTo(shown);
    }
}
