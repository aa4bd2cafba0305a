package dev.sanitiser.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pg_restore said, without what it may quote of rows and statements: what stands in quotes and is no name of the
 * structure, details, statements, and what the database's own functions say.
 */
final class RestoreErrors {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'[^']*'");
    private static final Pattern KEY_VALUES = Pattern.compile("=\\(.*");
    private static final Pattern COPY_CONTEXT =
            Pattern.compile("^(CONTEXT: +COPY [^,]+, line \\d+(?:, column [^:]+)?).*");
    private static final Pattern RAISED = Pattern.compile("^CONTEXT: .*function .*");

    private final Set<String> names;
    private final List<String> shown = new ArrayList<>();
    private int hidden;

    private RestoreErrors(Set<String> names) {
        this.names = names;
    }

    /** @param names that may stand in quotes: those of schemas, tables, columns, constraints and the like */
    static String redacted(String errors, Set<String> names) {
        RestoreErrors result = new RestoreErrors(names);
        errors.lines().forEach(result::accept);
        return result.text();
    }

    private void accept(String line) {
        Matcher copy = COPY_CONTEXT.matcher(line);
        if (line.startsWith("pg_restore: ")) {
            shown.add(redactedLine(line));
        } else if (RAISED.matcher(line).matches()) {
            hideMessage();
            hidden++;
        } else if (copy.matches()) {
            shown.add(redactedLine(copy.group(1)));
        } else {
            hidden++;
        }
    }

    /** A function may say anything. */
    private void hideMessage() {
        int last = shown.size() - 1;
        if (last >= 0) {
            shown.set(last, shown.get(last).replaceFirst("(ERROR: +).*", "$1a function of the database failed"));
        }
    }

    private String redactedLine(String line) {
        String withoutKeys = KEY_VALUES.matcher(line).replaceAll("=(…)");
        return QUOTED.matcher(withoutKeys)
                .replaceAll(m -> m.group(1) != null && names.contains(m.group(1))
                        ? Matcher.quoteReplacement(m.group())
                        : Matcher.quoteReplacement("\"…\""));
    }

    private String text() {
        List<String> all = new ArrayList<>(shown);
        if (hidden > 0) {
            all.add("(" + hidden + (hidden == 1 ? " line" : " lines") + " that may quote values not shown)");
        }
        return String.join("\n", all);
    }
}
