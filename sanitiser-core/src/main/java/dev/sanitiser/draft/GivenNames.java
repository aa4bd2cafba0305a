package dev.sanitiser.draft;

import static org.jooq.impl.DSL.inline;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Common given names of several languages, without accents; from the statistics offices' lists of births. */
final class GivenNames {

    private static final List<Param<String>> NAMES = Sections.of("given-names.txt").lines("names").stream()
            .flatMap(line -> PersonalRulesReader.words(line).stream())
            .distinct()
            .map(name -> DSL.inline(name))
            .toList();

    private GivenNames() {}

    /** Whether the first of up to five words is one of them. */
    static Condition begins(Field<String> text) {
        Field<String> first = DSL.lower(DSL.splitPart(text, " ", inline(1)));
        return text.likeRegex(inline("^[^ 0-9]{2,20}(?: [^ 0-9]{1,20}){0,4}$")).and(first.in(NAMES));
    }
}
