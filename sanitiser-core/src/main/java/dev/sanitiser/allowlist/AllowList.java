package dev.sanitiser.allowlist;

import dev.sanitiser.failure.SanitiserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Which columns of which tables keep their real values. What it does not mention is faked.
 *
 * <p>A list that exists is well formed and names at least one table; whether it fits a database is the plan's question.
 *
 * @param source the name it was read under, for messages
 * @param sha256 of the file's bytes, in lower-case hexadecimal digits
 * @param tables at least one, in file order, none twice
 */
public record AllowList(String source, String sha256, AllowListOptions options, List<TableEntry> tables) {

    public AllowList {
        Objects.requireNonNull(source);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(options);
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException(AllowListReader.NEVER_EMPTY);
        }
    }

    /**
     * Reads a file: JSON in UTF-8, with or without a byte order mark. Messages name the file as the path is given.
     *
     * @throws SanitiserException of kind PLAN with everything that is wrong: no such file, no JSON, an empty list,
     *     unknown options or keys, the same table or column twice
     */
    public static AllowList read(Path file) {
        String source = file.toString();
        return AllowListReader.read(source, problems -> AllowListFile.bytes(file, problems));
    }

    /** Reads a file as {@link #read(Path)} does, and gives the problems one by one in place of throwing them. */
    public static ReadAllowList examine(Path file) {
        return AllowListReader.examine(file.toString(), problems -> AllowListFile.bytes(file, problems));
    }

    /**
     * Reads the text of a list.
     *
     * @param sourceName what messages call it
     * @throws SanitiserException as {@link #read(Path)} does
     */
    public static AllowList parse(String text, String sourceName) {
        return AllowListReader.read(sourceName, problems -> text.getBytes(StandardCharsets.UTF_8));
    }
}
