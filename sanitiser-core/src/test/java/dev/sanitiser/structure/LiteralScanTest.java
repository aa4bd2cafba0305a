package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiteralScanTest {

    private static final String LEAKS = "$$ SELECT 'jane@corp.com', 'jane@corp.com' -- jane@corp.com $$";

    @Test
    void findings_stop_the_run_without_quoting_the_literal() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "FUNCTION", "notify()", LEAKS),
                TestEntry.of(2, "TYPE", "client", "CREATE TYPE client AS ENUM ('+14155552671');"));

        assertThatThrownBy(() -> LiteralScan.refuseFindings(entries, Set.of()))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.PLAN))
                .hasMessage("""
                        The structure holds literals that look like real values (2 problems):
                        - FUNCTION public.notify(): a literal looks like an e-mail address (fingerprint de1f9af927c166be)
                        - TYPE public.client: a literal looks like a phone number (fingerprint f0becc2e8ff39260)
                        Remove each from the database or, if it is harmless, add its fingerprint to \
                        "$options": {"acceptedLiterals": [...]} in the allow list.""");
    }

    @Test
    void accepted_findings_pass() {
        List<ArchiveEntry> entries = List.of(TestEntry.of(1, "FUNCTION", "notify()", LEAKS));
        String fingerprint = LiteralScan.findings(entries).get(0).fingerprint();

        assertThatCode(() -> LiteralScan.refuseFindings(entries, Set.of(fingerprint)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_same_literal_in_another_place_has_another_fingerprint() {
        List<Finding> findings = LiteralScan.findings(List.of(
                TestEntry.of(1, "FUNCTION", "a()", LEAKS),
                TestEntry.of(2, "FUNCTION", "b()", LEAKS),
                TestEntry.of(3, "FUNCTION", Optional.of("sales"), "a()", LEAKS),
                TestEntry.of(4, "VIEW", "a()", LEAKS)));

        assertThat(findings).extracting(Finding::fingerprint).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void entries_of_names_and_our_own_marks_are_not_scanned() {
        List<ArchiveEntry> entries = List.of(
                TestEntry.of(1, "SEQUENCE", "s", "CREATE SEQUENCE s MAXVALUE 4111111111111111;"),
                TestEntry.of(2, "COMMENT", "SCHEMA sales", "COMMENT ON SCHEMA sales IS 'jane@corp.com';"),
                TestEntry.of(3, "COMMENT", "TABLE t", "COMMENT ON TABLE t IS 'jane@corp.com';"));

        assertThat(LiteralScan.findings(entries)).extracting(Finding::name).containsExactly("public.TABLE t");
    }
}
