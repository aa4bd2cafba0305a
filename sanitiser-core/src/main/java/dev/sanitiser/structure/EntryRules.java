package dev.sanitiser.structure;

import static dev.sanitiser.structure.EntryRule.DROP;
import static dev.sanitiser.structure.EntryRule.DROP_UNLESS_ASKED;
import static dev.sanitiser.structure.EntryRule.KEEP;
import static dev.sanitiser.structure.EntryRule.KEEP_AND_SCAN;
import static dev.sanitiser.structure.EntryRule.OURS;
import static dev.sanitiser.structure.EntryRule.REFUSE;
import static dev.sanitiser.structure.EntryRule.REWRITE;

import dev.sanitiser.archive.ArchiveEntry;
import java.util.Map;

/**
 * The allow list of entry kinds: every description that pg_dump 14 to 18 writes, with what becomes of it.
 *
 * <p>A kind that is not listed is refused, so that objects of a newer PostgreSQL cannot travel unseen.
 */
final class EntryRules {

    private static final Map<String, EntryRule> RULES = Map.ofEntries(
            // What pg_restore itself needs.
            Map.entry("ENCODING", KEEP),
            Map.entry("STDSTRINGS", KEEP),
            Map.entry("SEARCHPATH", KEEP),

            // Without a DATABASE entry, pg_restore --create would fill the database it merely connects to.
            Map.entry("DATABASE", REWRITE),
            // ALTER DATABASE and ALTER ROLE … SET: application settings, secrets among them.
            Map.entry("DATABASE PROPERTIES", DROP),

            // Names and structure.
            Map.entry("EXTENSION", KEEP),
            Map.entry("PROCEDURAL LANGUAGE", KEEP),
            Map.entry("ACCESS METHOD", KEEP),
            Map.entry("TRANSFORM", KEEP),
            Map.entry("CAST", KEEP),
            Map.entry("OPERATOR", KEEP),
            Map.entry("OPERATOR CLASS", KEEP),
            Map.entry("OPERATOR FAMILY", KEEP),
            Map.entry("CONVERSION", KEEP),
            Map.entry("SHELL TYPE", KEEP),
            Map.entry("COLLATION", KEEP),
            Map.entry("FK CONSTRAINT", KEEP),
            Map.entry("INDEX ATTACH", KEEP),
            Map.entry("ROW SECURITY", KEEP),
            Map.entry("SEQUENCE", KEEP),
            Map.entry("SEQUENCE OWNED BY", KEEP),

            // Definitions that may hold literals.
            Map.entry("SCHEMA", KEEP_AND_SCAN),
            Map.entry("TYPE", KEEP_AND_SCAN),
            Map.entry("DOMAIN", KEEP_AND_SCAN),
            Map.entry("FUNCTION", KEEP_AND_SCAN),
            Map.entry("PROCEDURE", KEEP_AND_SCAN),
            Map.entry("AGGREGATE", KEEP_AND_SCAN),
            Map.entry("TABLE", KEEP_AND_SCAN),
            Map.entry("TABLE ATTACH", KEEP_AND_SCAN),
            Map.entry("DEFAULT", KEEP_AND_SCAN),
            Map.entry("CONSTRAINT", KEEP_AND_SCAN),
            Map.entry("CHECK CONSTRAINT", KEEP_AND_SCAN),
            Map.entry("INDEX", KEEP_AND_SCAN),
            Map.entry("STATISTICS", KEEP_AND_SCAN),
            Map.entry("VIEW", KEEP_AND_SCAN),
            Map.entry("MATERIALIZED VIEW", KEEP_AND_SCAN),
            Map.entry("RULE", KEEP_AND_SCAN),
            Map.entry("POLICY", KEEP_AND_SCAN),
            Map.entry("TRIGGER", KEEP_AND_SCAN),
            Map.entry("TEXT SEARCH PARSER", KEEP_AND_SCAN),
            Map.entry("TEXT SEARCH TEMPLATE", KEEP_AND_SCAN),
            Map.entry("TEXT SEARCH DICTIONARY", KEEP_AND_SCAN),
            Map.entry("TEXT SEARCH CONFIGURATION", KEEP_AND_SCAN),

            // A REFRESH, which fills the view from the copy's own rows.
            Map.entry("MATERIALIZED VIEW DATA", KEEP),

            // Free text, roles and their rights.
            Map.entry("COMMENT", DROP_UNLESS_ASKED),
            Map.entry("ACL", DROP),
            Map.entry("DEFAULT ACL", DROP),
            Map.entry("SECURITY LABEL", DROP),

            // Would act in the restored database, or reach out of it with the source's addresses and passwords.
            Map.entry("EVENT TRIGGER", DROP),
            Map.entry("FOREIGN DATA WRAPPER", DROP),
            Map.entry("SERVER", DROP),
            Map.entry("USER MAPPING", DROP),
            Map.entry("FOREIGN TABLE", DROP),
            Map.entry("SUBSCRIPTION", DROP),
            Map.entry("SUBSCRIPTION TABLE", DROP),
            Map.entry("PUBLICATION", DROP),
            Map.entry("PUBLICATION TABLE", DROP),
            Map.entry("PUBLICATION TABLES IN SCHEMA", DROP),

            // Real values. Sequences continue from the copied rows instead.
            Map.entry("STATISTICS DATA", DROP),
            Map.entry("SEQUENCE SET", DROP),
            Map.entry("BLOB", DROP),
            Map.entry("BLOB METADATA", DROP),
            Map.entry("BLOBS", DROP),
            Map.entry("BLOB COMMENTS", DROP),
            Map.entry("TABLE DATA", OURS),

            // pg_dump could not decide something; then neither can we.
            Map.entry("WARNING", REFUSE));

    private EntryRules() {}

    static EntryRule of(ArchiveEntry entry) {
        return RULES.getOrDefault(entry.description(), REFUSE);
    }
}
