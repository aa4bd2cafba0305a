package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.structure.SqlToken.Kind;
import java.util.List;

/** Takes the source's name and tablespace out of the entry that {@code pg_restore --create} makes a database from. */
final class NeutralDatabase {

    private static final String NAME = "sanitised";

    private NeutralDatabase() {}

    static ArchiveEntry of(ArchiveEntry database) {
        String definition = database.definition()
                .orElseThrow(() -> new IllegalStateException("pg_dump wrote a DATABASE entry without a definition"));
        return Entries.renamed(database, NAME, createStatement(definition), "DROP DATABASE " + NAME + ";\n");
    }

    private static String createStatement(String definition) {
        List<SqlToken> tokens = SqlLexer.tokens(definition);
        if (tokens.size() < 4
                || !tokens.get(0).isWord("CREATE")
                || !tokens.get(1).isWord("DATABASE")) {
            throw new IllegalStateException("pg_dump wrote a DATABASE entry that does not start with CREATE DATABASE");
        }
        StringBuilder statement = new StringBuilder("CREATE DATABASE ").append(NAME);
        int copiedTo = tokens.get(2).end();
        for (int i = 3; i < tokens.size(); i++) {
            if (isTablespaceClause(tokens, i)) {
                statement.append(definition, copiedTo, tokens.get(i - 1).end());
                copiedTo = tokens.get(i + 2).end();
            }
        }
        return statement.append(definition, copiedTo, definition.length()).toString();
    }

    private static boolean isTablespaceClause(List<SqlToken> tokens, int at) {
        return tokens.get(at).isWord("TABLESPACE")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).kind() == Kind.SYMBOL
                && tokens.get(at + 1).text().equals("=");
    }
}
