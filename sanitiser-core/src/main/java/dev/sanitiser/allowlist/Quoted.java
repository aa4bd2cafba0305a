package dev.sanitiser.allowlist;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes names for messages as the allow list would spell them: on one line, ready to paste. */
public final class Quoted {

    /** Longer than two identifiers of PostgreSQL; what is longer is no name. */
    private static final int LONGEST = 160;

    private Quoted() {}

    /** {@return a JSON string; control characters escaped, and cut where it is too long to be a name} */
    public static String json(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(shown)) + '"';
    }

    /** {@return JSON strings with commas between them} */
    public static String json(Collection<String> texts) {
        return texts.stream().map(Quoted::json).collect(Collectors.joining(", "));
    }
}
