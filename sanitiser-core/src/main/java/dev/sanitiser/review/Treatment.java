package dev.sanitiser.review;

import java.util.Locale;

/** What happens to a column, in words for whoever has never seen an allow list; the most real ones first. */
enum Treatment {
    KEPT("Kept", "kept", "The real value, exactly as in the source."),
    PART(
            "Kept in part",
            "kept in part",
            "A document of which only the named parts are real; everything else in it is invented or left out."),
    PSEUDONYM(
            "Pseudonym",
            "pseudonyms",
            "Another key instead of the real one, the same wherever the real one stood: rows still belong together, and"
                    + " how often a key is used still shows."),
    COMPUTED(
            "Computed",
            "computed",
            "Worked out by PostgreSQL from other columns of its row in the copy, and as real as those are."),
    REFERENCE("Other key", "other keys", "The key of some row of another table, unrelated to the real one."),
    FAKED("Faked", "faked", "An invented value. Of the real one it shows only whether there is any."),
    EMPTIED("Emptied", "emptied", "No value in any row.");

    private final String word;
    private final String plural;
    private final String explanation;

    Treatment(String word, String plural, String explanation) {
        this.word = word;
        this.plural = plural;
        this.explanation = explanation;
    }

    String word() {
        return word;
    }

    /** {@code 3 kept}, {@code 1 pseudonym}. */
    String counted(long number) {
        return Amounts.count(number) + " " + (number == 1 ? word.toLowerCase(Locale.ROOT) : plural);
    }

    String explanation() {
        return explanation;
    }

    /** The name in style sheet and script. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
